import { isText, PropertyType } from '../mapi/values/property-type';
import type { ExportText } from './export-text';
import { fromHex, shortText, shownBytes } from './exported-value';
import type { ExportedBytes, ExportedValue } from './exported-value';

/**
 * The bytes of a value as a store would have them; `left-out`: the export has no exact form of it; `malformed`: what
 * stands there is not what the tool writes; `cut`: it says how many bytes there are, and shows fewer; `unicode`: text of
 * an 8-bit property that is known as characters only.
 */
export type ExactValue = Uint8Array | 'left-out' | 'malformed' | 'cut' | { readonly unicode: Uint8Array };

type Reader = (text: ExportText, shown: ExportedValue) => ExactValue;

const readers = new Map<number, Reader>([
  [PropertyType.null, () => new Uint8Array(0)],
  [PropertyType.integer16, (text, shown) => integerOf(text, shown, 2)],
  [PropertyType.integer32, (text, shown) => integerOf(text, shown, 4)],
  [PropertyType.currency, (text, shown) => quadOf(text, shown)],
  [PropertyType.integer64, (text, shown) => quadOf(text, shown)],
  [PropertyType.boolean, booleanOf],
  [PropertyType.time, timeOf],
  [PropertyType.guid, guidOf],
  [PropertyType.binary, binaryOf],
  [PropertyType.serverId, binaryOf],
  [PropertyType.string, textOf],
  [PropertyType.string8, (text, shown) => text8Of(text, shown)],
]);

/** Reads one value of a type: floating-point numbers, restrictions, actions and objects are shown in no exact form. */
export function exactValue(type: number, text: ExportText, shown: ExportedValue): ExactValue {
  const read = readers.get(type);
  if (read === undefined) return 'left-out';
  const isShown = shown.value !== undefined || shown.alternative !== undefined;
  // QUIRK: an element is written only if it is not empty, so a text without one is empty
  if (!isShown && type !== PropertyType.null) return isText(type) ? new Uint8Array(0) : 'left-out';
  return read(text, shown);
}

/** `3` and `0x3`: where both stand there, they must agree. */
function integerOf(text: ExportText, { value, alternative }: ExportedValue, size: 2 | 4): ExactValue {
  const decimal = shortText(text, value);
  const hex = shortText(text, alternative);
  const numbers = [
    ...(/^-?\d{1,10}$/.test(decimal) ? [Number(decimal)] : []),
    ...(/^0x[0-9A-F]{1,8}$/i.test(hex) ? [Number(hex)] : []),
    ...(/^0x[0-9A-F]{1,8}$/i.test(decimal) ? [Number(decimal)] : []),
  ].map((number) => (size === 2 ? number & 0xffff : number | 0));
  const [first] = numbers;
  if (first === undefined || numbers.some((number) => number !== first)) return 'malformed';
  return bytesOf(size, (view) => {
    if (size === 2) view.setUint16(0, first, true);
    else view.setInt32(0, first, true);
  });
}

const halves = /^0x([0-9A-F]{8}):0x([0-9A-F]{8})$/i;

/** `0x00000000:0x00000003`, the upper half first: of an integer it is the value, of a currency the alternative. */
function quadOf(text: ExportText, { value, alternative }: ExportedValue): ExactValue {
  const match = halves.exec(shortText(text, value)) ?? halves.exec(shortText(text, alternative));
  return match === null ? 'malformed' : pairOf(match[2] ?? '', match[1] ?? '');
}

function booleanOf(text: ExportText, { value }: ExportedValue): ExactValue {
  const word = shortText(text, value).toLowerCase();
  if (word === 'true' || word === '1') return Uint8Array.of(1, 0);
  return word === 'false' || word === '0' ? Uint8Array.of(0, 0) : 'malformed';
}

const fileTime = /^Low: 0x([0-9A-F]{1,8}) High: 0x([0-9A-F]{1,8})$/i;

/** The value is text of whatever locale; the alternative is `Low: 0x00000000 High: 0x00000000`. */
function timeOf(text: ExportText, { value, alternative }: ExportedValue): ExactValue {
  const match = fileTime.exec(shortText(text, alternative)) ?? fileTime.exec(shortText(text, value));
  if (match !== null) return pairOf(match[1] ?? '', match[2] ?? '');
  return isOnlyCopied(text, value, alternative) ? 'left-out' : 'malformed';
}

/** QUIRK: of several values, MFCMAPI 16 and later write the value once more where its alternative should be. */
function isOnlyCopied(
  text: ExportText,
  value: ExportedValue['value'],
  alternative: ExportedValue['alternative'],
): boolean {
  return alternative === undefined || shortText(text, alternative) === shortText(text, value);
}

const guidText = /^\{?([0-9A-F]{8})-([0-9A-F]{4})-([0-9A-F]{4})-([0-9A-F]{4})-([0-9A-F]{12})(?![0-9A-F])/i;

/** `{00062002-0000-0000-C000-000000000046} = PSETID_Appointment`; undefined: it is none. */
export function guidIn(shown: string): string | undefined {
  return guidText.exec(shown)?.slice(1).join('-').toUpperCase();
}

function guidOf(text: ExportText, { value }: ExportedValue): ExactValue {
  const digits = guidIn(shortText(text, value))?.replaceAll('-', '');
  const bytes = digits === undefined ? undefined : fromHex(digits);
  if (bytes === undefined) return 'malformed';
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return Uint8Array.from(order, (index) => bytes[index] as number);
}

/** Of bytes, the value is exact and the alternative text with dots. */
function binaryOf(text: ExportText, { value }: ExportedValue): ExactValue {
  const shown = shownBytes(text, value);
  return shown === undefined ? 'malformed' : wholeBytes(shown);
}

function wholeBytes({ digits, count }: ExportedBytes): ExactValue {
  const bytes = fromHex(digits);
  if (count !== undefined && digits.length < count * 2) return 'cut';
  return bytes === undefined || (count !== undefined && bytes.length !== count) ? 'malformed' : bytes;
}

/** Of text, the alternative has the bytes; the value is what they look like. */
function textOf(text: ExportText, { value, alternative }: ExportedValue): ExactValue {
  const shown = alternative === value ? undefined : shownBytes(text, alternative);
  if (shown?.count !== undefined) return wholeBytes(shown);
  const decoded = value === undefined ? undefined : text.decode(value.from, value.to);
  return decoded === undefined ? 'malformed' : utf16Of(decoded);
}

/** As `textOf`; of an ANSI file the bytes are the text's own, else characters beyond ASCII have no known bytes. */
function text8Of(text: ExportText, shown: ExportedValue): ExactValue {
  const { value, alternative } = shown;
  const bytes = shownBytes(text, alternative);
  if (bytes?.count !== undefined) return wholeBytes(bytes);
  if (value === undefined) return 'malformed';
  const units = text.units.slice(value.from, value.to);
  const isBytes = text.encoding === 'ansi' || !/[^\0-\x7f]/.test(units);
  if (isBytes) return Uint8Array.from(units, (unit) => unit.charCodeAt(0));
  const unicode = textOf(text, { value, alternative: undefined });
  return unicode instanceof Uint8Array ? { unicode } : unicode;
}

function utf16Of(text: string): Uint8Array {
  return bytesOf(text.length * 2, (view) => {
    for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), true);
  });
}

function pairOf(low: string, high: string): Uint8Array {
  return bytesOf(8, (view) => {
    view.setUint32(0, Number.parseInt(low, 16), true);
    view.setUint32(4, Number.parseInt(high, 16), true);
  });
}

function bytesOf(length: number, write: (view: DataView) => void): Uint8Array {
  const view = new DataView(new ArrayBuffer(length));
  write(view);
  return new Uint8Array(view.buffer);
}
