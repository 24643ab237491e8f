import { createRequire } from 'node:module';
import type Iconv from 'iconv-lite';

let iconv: typeof Iconv | undefined;

/** Encodings whose name in iconv-lite is not `cp` and the number. */
const names = new Map<number, string>([
  [10000, 'macintosh'],
  [10007, 'maccyrillic'],
  [20127, 'us-ascii'],
  [20866, 'koi8-r'],
  [20932, 'euc-jp'],
  [21866, 'koi8-ru'], // Windows' 21866 has the Belarusian letters that RFC 2319's KOI8-U lacks
  [38598, 'iso-8859-8'],
  [51932, 'euc-jp'],
  [51936, 'gb2312'],
  [51949, 'euc-kr'],
  [54936, 'gb18030'],
]);

/**
 * Decodes text of a Windows code page with iconv-lite, since Node's own TextDecoder is wrong about 1252 (before
 * Node 22) and 949. Bytes that do not fit give U+FFFD; undefined if the code page is unknown. The library is
 * loaded with the first 8-bit string that needs it: most files have none.
 */
export function decodeWithCodePage(bytes: Uint8Array, codePage: number): string | undefined {
  iconv ??= createRequire(import.meta.url)('iconv-lite') as typeof Iconv;
  const name =
    names.get(codePage) ?? (codePage > 28590 && codePage < 28606 ? isoName(codePage) : `cp${codePage}`);
  if (!iconv.encodingExists(name)) return undefined;
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
    stripBOM: false,
  });
}

function isoName(codePage: number): string {
  return `iso-8859-${codePage - 28590}`;
}
