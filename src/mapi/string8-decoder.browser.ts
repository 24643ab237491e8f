/** What the browser's TextDecoder calls a code page that it does not call `windows-` and the number. */
const labels = new Map<number, string>([
  [866, 'ibm866'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [20127, 'windows-1252'],
  [20866, 'koi8-r'],
  [20932, 'euc-jp'],
  [21866, 'koi8-u'],
  [50220, 'iso-2022-jp'],
  [51932, 'euc-jp'],
  [51936, 'gbk'],
  [51949, 'euc-kr'],
  [54936, 'gb18030'],
]);

/**
 * Decodes text of a Windows code page with the browser's TextDecoder. Bytes that do not fit give U+FFFD;
 * undefined if the code page is unknown.
 */
export function decodeWithCodePage(bytes: Uint8Array, codePage: number): string | undefined {
  const iso = codePage > 28590 && codePage < 28606 ? `iso-8859-${codePage - 28590}` : undefined;
  try {
    return new TextDecoder(labels.get(codePage) ?? iso ?? `windows-${codePage}`, { ignoreBOM: true }).decode(
      bytes,
    );
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
