import { textDecoder } from '../bytes/text-codec';
import type { ReportDamage } from '../damage/anomaly';
import { DEFAULT_CODE_PAGE, decodeString8 } from '../mapi/values/code-page';
import { decodeUtf16 } from '../mapi/values/utf16';
import { expectLines } from './worth-of-text';

const LATIN1 = 28591;
/** How many bytes tell UTF-16 without a byte order mark from 8-bit text. */
const SNIFFED = 512;

/**
 * Decodes a text that a program exported: by its byte order mark; else UTF-16 if every other byte of its beginning is
 * 0, UTF-8 if it fits, and `codePage`. What fits none of them is read as Latin-1 and reported. Throws a
 * `FormatError` (`evidence-too-many`) for a text of more lines than its length is worth.
 */
export function decodeEvidenceText(
  bytes: Uint8Array,
  report: ReportDamage,
  codePage = DEFAULT_CODE_PAGE,
): string {
  const text = announced(bytes, report) ?? sniffed(bytes) ?? eightBit(bytes, codePage);
  if (text === undefined)
    report('evidence-text-encoding', `The text is neither UTF-8 nor of code page ${codePage}`, { offset: 0 });
  const read = text ?? decodeString8(bytes, LATIN1) ?? binaryText(bytes);
  expectLines(read);
  return read;
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** What a byte order mark announces. */
function announced(bytes: Uint8Array, report: ReportDamage): string | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return utf8(bytes.subarray(3));
  const isLittle = startsWith(bytes, 0xff, 0xfe);
  if (!isLittle && !startsWith(bytes, 0xfe, 0xff)) return undefined;
  const units = bytes.subarray(2);
  if (units.length % 2 !== 0)
    report('evidence-text-encoding', `UTF-16 text has an odd number of bytes, ${units.length}`, {
      offset: bytes.length - 1,
    });
  return utf16(units, isLittle);
}

function sniffed(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, SNIFFED);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 4 && even === 0) return utf16(bytes, true);
  return even > head.length / 4 && odd === 0 ? utf16(bytes, false) : undefined;
}

function eightBit(bytes: Uint8Array, codePage: number): string | undefined {
  return utf8(bytes) ?? decodeString8(bytes, codePage);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return textDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function utf16(bytes: Uint8Array, isLittle: boolean): string | undefined {
  const even = bytes.subarray(0, bytes.length & ~1);
  return decodeUtf16(isLittle ? even : swapped(even));
}

/** Big-endian units made little-endian. */
function swapped(bytes: Uint8Array): Uint8Array {
  const result = bytes.slice();
  for (let index = 0; index + 1 < result.length; index += 2) {
    result[index] = bytes[index + 1] as number;
    result[index + 1] = bytes[index] as number;
  }
  return result;
}

/** Each byte as the character of its number: Latin-1 with the controls that no code page has. */
function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return text;
}
