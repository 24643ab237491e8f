import type { ExportText } from './export-text';
import { attributeOf } from './markup';
import type { Span } from './markup';

/** An element with a value, as the export has it. */
export interface ValueElement extends Span {
  readonly attributes: string;
}

/** A value as MFCMAPI shows it: twice, and of most types one of the two is exact. */
export interface ExportedValue {
  readonly value: ValueElement | undefined;
  readonly alternative: ValueElement | undefined;
}

/** Bytes in hexadecimal, and how many the export says there are. */
export interface ExportedBytes {
  readonly digits: string;
  /** Undefined: it does not say. */
  readonly count: number | undefined;
}

/** Longer than any number, time or error that is shown. */
const LONGEST_NUMBER = 200;
/** `cb: 16 lpb: 0123…`, as it was written until the number became an attribute. */
const counted = /^cb: (\d{1,10}) lpb: /;

/** The units of an element: of 8-bit files its bytes. All that is no text is plain ASCII. */
export function unitsOf({ units }: ExportText, { from, to }: Span): string {
  return units.slice(from, to);
}

/** A short value without blanks around it; empty if there is none, or it is no short one. */
export function shortText(text: ExportText, element: ValueElement | undefined): string {
  if (element === undefined || element.to - element.from > LONGEST_NUMBER) return '';
  return unitsOf(text, element).trim();
}

/** Bytes in hexadecimal; undefined if there are none. */
export function shownBytes(text: ExportText, element: ValueElement | undefined): ExportedBytes | undefined {
  if (element === undefined) return undefined;
  const units = unitsOf(text, element).trim();
  const prefix = counted.exec(units);
  const count = prefix?.[1] ?? attributeOf(element.attributes, 'cb');
  const digits = units.slice(prefix?.[0].length ?? 0);
  return { digits: digits === 'NULL' ? '' : digits, count: count === undefined ? undefined : Number(count) };
}

/** The bytes that hexadecimal digits say; undefined if something else is among them. */
export function fromHex(digits: string): Uint8Array | undefined {
  if (digits.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(digits.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    const high = digitOf(digits.charCodeAt(index * 2));
    const low = digitOf(digits.charCodeAt(index * 2 + 1));
    if (high < 0 || low < 0) return undefined;
    bytes[index] = (high << 4) | low;
  }
  return bytes;
}

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code & ~0x20;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1;
}

/** The object does not have the property. */
export const MAPI_E_NOT_FOUND = 0x8004010f;

const errorText = /^Err: ?(0x[0-9A-F]{8})\b/i;

/**
 * The code of an error that stands in the place of a value, by its attribute or its text; undefined: there is none.
 * The property pane keeps the type of the property beside it, a table has PT_ERROR.
 */
export function shownError(text: ExportText, { value, alternative }: ExportedValue): number | undefined {
  if (value === undefined) return undefined;
  const stated = attributeOf(value.attributes, 'err') ?? '';
  if (/^0x[0-9A-F]{1,8}$/i.test(stated)) return Number(stated);
  // with its bytes beside it, it is a text that someone wrote
  const isText = alternative !== undefined && shownBytes(text, alternative)?.count !== undefined;
  const code = isText ? undefined : errorText.exec(shortText(text, value))?.[1];
  return code === undefined ? undefined : Number(code);
}
