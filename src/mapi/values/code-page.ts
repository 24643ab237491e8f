import { decodeWithCodePage } from './string8-decoder';
import { decodeUtf7 } from './utf7';

/** The code page of 8-bit strings when nothing says otherwise: Western European. */
export const DEFAULT_CODE_PAGE = 1252;
export const UTF8 = 65001;
const UTF7 = 65000;
const LATIN1 = 28591;
const ESCAPE = 0x1b;

/**
 * Decodes 8-bit text, alike on Node and in browsers; undefined if the bytes do not fit the code page or nothing knows
 * it. No text has controls from U+0080 to U+009F: where they come out, the bytes are of another code page.
 */
export function decodeString8(bytes: Uint8Array, codePage: number): string | undefined {
  if (codePage === UTF7) return decodeUtf7(bytes);
  if (isNeverAscii(codePage)) return undefined;
  if (isPlainAscii(bytes)) return latin1Text(bytes);
  if (codePage === UTF8) return decodeUtf8(bytes);
  const text = codePage === LATIN1 ? latin1Text(bytes) : decodeWithCodePage(bytes, codePage);
  return text === undefined || /[\ufffd\u0080-\u009f]/.test(text) ? undefined : text;
}

/** Code pages in which plain bytes are no ASCII: EBCDIC, ISO-2022 and HZ. No message is known to use one. */
function isNeverAscii(codePage: number): boolean {
  const isEbcdic =
    codePage === 37 || codePage === 500 || (codePage > 20272 && codePage < 20430) || codePage === 20905;
  return isEbcdic || (codePage > 50219 && codePage < 50230) || codePage === 52936;
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
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
