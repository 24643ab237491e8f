import { FileTime } from '../mapi/values/file-time';
import { PropertyType, typeOf } from '../mapi/values/property-type';
import type { ExportText } from './export-text';
import type { ExportedProperty } from './exported-property';
import { MAPI_E_NOT_FOUND, shortText } from './exported-value';
import type { ValueElement } from './exported-value';

/** What every code page and every version of the tool shows as it is. */
const PLAIN = /^[\x20-\x7e]*$/;
/** What stands for characters that cannot be shown. */
const SUBSTITUTES = '?.';
/** The year of no time, or one of a calendar of ours; other calendars count otherwise. */
const YEAR = /(?<!\d)(1601|19\d\d|20\d\d)(?!\d)/;
/** How the tool calls the error of that number. */
const NOT_FOUND_NAME = 'MAPI_E_NOT_FOUND';

/** Whether a value is shown in two forms that disagree, of which the exact one is `bytes`: one of them is damaged. */
export function contradicts(text: ExportText, property: ExportedProperty, bytes: Uint8Array): boolean {
  const { tag, value, alternative } = property;
  if (value === undefined || alternative === undefined) return false;
  switch (typeOf(tag)) {
    case PropertyType.string:
      return isOtherText(text, value, bytes, 2);
    case PropertyType.string8:
      return isOtherText(text, value, bytes, 1);
    case PropertyType.time:
      return isOtherYear(shortText(text, value), bytes);
    default:
      return false;
  }
}

/** Whether the number of an error and the name beside it are those of different ones. */
export function isOtherError(text: ExportText, { value }: ExportedProperty, error: number): boolean {
  return shortText(text, value).includes(NOT_FOUND_NAME) && error !== MAPI_E_NOT_FOUND;
}

function isOtherText(text: ExportText, { from, to }: ValueElement, bytes: Uint8Array, size: 1 | 2): boolean {
  if (to - from !== bytes.length / size) return false;
  const shown = text.units.slice(from, to);
  if (!PLAIN.test(shown)) return false;
  for (let index = 0; index < shown.length; index++) {
    const high = size === 2 ? (bytes[index * 2 + 1] as number) : 0;
    const exact = String.fromCharCode((bytes[index * size] as number) + high * 256);
    const isReplaced = SUBSTITUTES.includes(shown.charAt(index)) && !PLAIN.test(exact);
    if (exact !== shown.charAt(index) && !isReplaced) return true;
  }
  return false;
}

/** The text is of whatever locale and zone, so that only its year can be compared, and may be the one beside it. */
function isOtherYear(shown: string, bytes: Uint8Array): boolean {
  const year = YEAR.exec(shown)?.[1];
  if (year === undefined) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const exact = FileTime.fromHalves(view.getUint32(0, true), view.getUint32(4, true)).iso?.slice(0, 4);
  return exact === undefined || Math.abs(Number(year) - Number(exact)) > 1;
}
