/** A GUID in its usual form, in upper case and without braces: `00062002-0000-0000-C000-000000000046`. */
export type Guid = string;

export const GUID_LENGTH = 16;

/** Decodes the 16 bytes of a GUID ([MS-DTYP] 2.3.4.2): three little-endian fields, then eight bytes in order. */
export function decodeGuid(bytes: Uint8Array): Guid {
  const order = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15];
  return order
    .map((index) => (index < 0 ? '-' : toHex(bytes.subarray(index, index + 1))))
    .join('')
    .toUpperCase();
}

/** The 16 bytes of a GUID. */
export function encodeGuid(guid: Guid): Uint8Array {
  const digits = guid.replaceAll('-', '');
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return Uint8Array.from(order, (at) => Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16));
}

/** Bytes as lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}
