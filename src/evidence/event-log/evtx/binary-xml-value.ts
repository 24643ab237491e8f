import { latin1Text } from '../../../mapi/values/code-page';
import { FileTime } from '../../../mapi/values/file-time';
import { decodeGuid, GUID_LENGTH, toHex } from '../../../mapi/values/guid';
import { decodeUnits } from '../../../mapi/values/utf16';

// [MS-EVEN6] 2.2.12, ValueType: what a record puts into the gaps of its template, as Windows shows it

export const BINARY_XML = 0x21;
/** Set where a value is an array of that type. */
const ARRAY = 0x80;
const UNICODE = 0x01;
const ANSI = 0x02;
const SIZE = 0x10;
const SID = 0x13;
const SID_HEADER = 8;

/** What is shown of a value whose type has one size. */
type Shown = (view: DataView) => string;

const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
const hexOf = (bytes: Uint8Array): string => toHex(bytes).toUpperCase();

/** Types of one size: it, and what is shown. */
const fixed: ReadonlyMap<number, readonly [size: number, shown: Shown]> = new Map([
  [0x03, [1, (view) => String(view.getInt8(0))]],
  [0x04, [1, (view) => String(view.getUint8(0))]],
  [0x05, [2, (view) => String(view.getInt16(0, true))]],
  [0x06, [2, (view) => String(view.getUint16(0, true))]],
  [0x07, [4, (view) => String(view.getInt32(0, true))]],
  [0x08, [4, (view) => String(view.getUint32(0, true))]],
  [0x09, [8, (view) => String(view.getBigInt64(0, true))]],
  [0x0a, [8, (view) => String(view.getBigUint64(0, true))]],
  [0x0b, [4, (view) => String(view.getFloat32(0, true))]],
  [0x0c, [8, (view) => String(view.getFloat64(0, true))]],
  [0x0d, [4, (view) => String(view.getUint32(0, true) !== 0)]],
  [0x0f, [GUID_LENGTH, (view) => `{${decodeGuid(bytesOf(view))}}`]],
  [0x11, [8, (view) => new FileTime(view.getBigUint64(0, true)).toString()]],
  [0x12, [16, systemTime]],
  [0x14, [4, (view) => `0x${view.getUint32(0, true).toString(16)}`]],
  [0x15, [8, (view) => `0x${view.getBigUint64(0, true).toString(16)}`]],
]);

/** The texts of a value: one, or those of an array. */
export function textsOfValue(type: number, bytes: Uint8Array): readonly string[] {
  const base = type & ~ARRAY;
  const isArray = (type & ARRAY) !== 0;
  if (base === UNICODE || base === ANSI) {
    const text = base === ANSI ? latin1Text(bytes) : decodeUnits(bytes, 0, bytes.length & ~1);
    return isArray ? textsIn(text) : [withoutEnd(text)];
  }
  const [size, shown] = fixed.get(base) ?? [];
  if (shown === undefined || size === undefined || (!isArray && size !== bytes.length))
    return [otherValue(base, bytes)];
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, index) =>
    shown(new DataView(bytes.buffer, bytes.byteOffset + index * size, size)),
  );
}

function withoutEnd(text: string): string {
  return text.endsWith('\0') ? text.slice(0, -1) : text;
}

/** Texts that each end with a zero. */
function textsIn(text: string): string[] {
  return text === '' ? [] : withoutEnd(text).split('\0');
}

/** Values whose type leaves the size open, and those that have another size than theirs: as hexadecimal. */
function otherValue(type: number, bytes: Uint8Array): string {
  if (type === SID && bytes.length >= SID_HEADER) return securityIdentifier(bytes);
  const isNumber = type === SIZE && bytes.length <= 8;
  return isNumber ? `0x${toHex(bytes.slice().reverse()).replace(/^0{1,15}/, '')}` : hexOf(bytes);
}

/** [MS-DTYP] 2.4.2.1: revision, authority, and as many 32-bit numbers as there are. */
function securityIdentifier(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = `S-${view.getUint8(0)}-${view.getUint16(2) * 2 ** 32 + view.getUint32(4)}`;
  for (let at = SID_HEADER; at + 4 <= bytes.length; at += 4) text += `-${view.getUint32(at, true)}`;
  return text;
}

/** A SYSTEMTIME ([MS-DTYP] 2.3.13): year, month, day of the week, day, hour, minute, second, millisecond. */
function systemTime(view: DataView): string {
  const part = (index: number, length = 2): string =>
    String(view.getUint16(index * 2, true)).padStart(length, '0');
  return `${part(0, 4)}-${part(1)}-${part(3)}T${part(4)}:${part(5)}:${part(6)}.${part(7, 3)}Z`;
}
