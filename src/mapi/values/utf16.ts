import { decodeLongUnits } from './utf16-units';

/** Below this many bytes a loop is done before a call into the engine has begun. */
const LONG = 16;

/**
 * Decodes UTF-16LE faithfully: a byte order mark and lone surrogates stay, which `TextDecoder` would not grant.
 * Undefined if a byte is left over.
 */
export function decodeUtf16(bytes: Uint8Array): string | undefined {
  return bytes.length % 2 === 0 ? decodeUnits(bytes, 0, bytes.length) : undefined;
}

/** Decodes the units in `length` bytes, an even number, from `start` on. */
export function decodeUnits(bytes: Uint8Array, start: number, length: number): string {
  const end = start + length;
  if (length >= LONG) return decodeLongUnits(bytes, start, end);
  let text = '';
  for (let at = start; at < end; at += 2) {
    text += String.fromCharCode((bytes[at] as number) | ((bytes[at + 1] as number) << 8));
  }
  return text;
}

/** A text as UTF-16LE. */
export function encodeUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[at * 2] = unit & 0xff;
    bytes[at * 2 + 1] = unit >>> 8;
  }
  return bytes;
}
