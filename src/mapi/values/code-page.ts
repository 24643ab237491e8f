import { textDecoder } from '../../bytes/text-codec';
import { isShifted, unshiftText } from './seven-bit-text';
import { decodeWithCodePage } from './string8-decoder';
import { decodeUtf7 } from './utf7';

/** The code page of 8-bit strings when nothing says otherwise: Western European. */
export const DEFAULT_CODE_PAGE = 1252;
export const UTF8 = 65001;
const UTF7 = 65000;
const LATIN1 = 28591;
const ESCAPE = 0x1b;
const usual = new Set([874, 932, 936, 949, 950, 20127, LATIN1]);
const ebcdic = new Set([37, 500, 870, 875, 1026, 1047, 20833, 20838, 20871, 20880, 20905, 20924, 21025]);

/**
 * Decodes 8-bit text, alike on Node and in browsers; undefined if the bytes do not fit the code page or nothing knows
 * it. No text has controls from U+0080 to U+009F: where they come out, the bytes are of another code page.
 */
export function decodeString8(bytes: Uint8Array, codePage: number): string | undefined {
  if (codePage === UTF7) return decodeUtf7(bytes);
  if (isEbcdic(codePage)) return undefined;
  const unshifted = unshiftText(bytes, codePage);
  if (unshifted === null) return undefined;
  return unshifted === undefined
    ? decodeAsciiBased(bytes, codePage)
    : decodeAsciiBased(unshifted.bytes, unshifted.codePage);
}

function decodeAsciiBased(bytes: Uint8Array, codePage: number): string | undefined {
  if (isPlainAscii(bytes)) return latin1Text(bytes);
  if (codePage === UTF8) return decodeUtf8(bytes);
  const text = codePage === LATIN1 ? latin1Text(bytes) : decodeWithCodePage(bytes, codePage);
  return text === undefined || /[\ufffd\u0080-\u009f]/.test(text) ? undefined : text;
}

/** Whether 8-bit text is UTF-8, as plain ASCII is. */
export function isUtf8(bytes: Uint8Array): boolean {
  return isPlainAscii(bytes) || decodeUtf8(bytes) !== undefined;
}

/** Whether anything here decodes text of a code page. */
export function isDecodable(codePage: number): boolean {
  const isOwn = codePage === UTF7 || codePage === UTF8 || isEbcdic(codePage) || isShifted(codePage);
  return isOwn || isUsual(codePage) || decodeWithCodePage(new Uint8Array(0), codePage) !== undefined;
}

/** Those of Windows, US-ASCII and Latin-1 are decoded everywhere: what does it need not be loaded to say so. */
function isUsual(codePage: number): boolean {
  return usual.has(codePage) || (codePage >= 1250 && codePage <= 1258);
}

/** EBCDIC, in which plain bytes are no ASCII. No message is known to use it. */
function isEbcdic(codePage: number): boolean {
  return (
    ebcdic.has(codePage) || (codePage > 1139 && codePage < 1150) || (codePage > 20272 && codePage < 20430)
  );
}

/** ASCII that means the same in all other code pages. ESC occurs in none of them. */
function isPlainAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80 || byte === ESCAPE) return false;
  return true;
}

/** Bytes as text, each as the character of its number. */
export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return textDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
