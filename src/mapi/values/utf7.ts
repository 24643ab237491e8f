const SHIFT = 0x2b; // +
const END = 0x2d; // -
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decodes UTF-7 (RFC 2152), which neither browsers nor Node know; undefined if the bytes are none. */
export function decodeUtf7(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return undefined;
    if (byte !== SHIFT) {
      text += String.fromCharCode(byte);
      continue;
    }
    const end = endOfShift(bytes, at + 1);
    const shifted = bytes[at + 1] === END ? '+' : decodeShifted(bytes.subarray(at + 1, end));
    if (shifted === undefined) return undefined;
    text += shifted;
    at = bytes[end] === END ? end : end - 1;
  }
  return text;
}

function endOfShift(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && digitOf(bytes[end] as number) >= 0) end++;
  return end;
}

/** Base64 without padding over UTF-16BE; what is left over must be zero bits. */
function decodeShifted(digits: Uint8Array): string | undefined {
  let text = '';
  let bits = 0;
  let count = 0;
  for (const digit of digits) {
    bits = (bits << 6) | digitOf(digit);
    count += 6;
    if (count < 16) continue;
    count -= 16;
    text += String.fromCharCode((bits >> count) & 0xffff);
    bits &= (1 << count) - 1;
  }
  return count < 6 && bits === 0 && digits.length > 0 ? text : undefined;
}

function digitOf(byte: number): number {
  return BASE64.indexOf(String.fromCharCode(byte));
}
