/**
 * What the browser's TextDecoder calls a code page that it does not call `windows-` and the number. It knows the pages
 * of the Macintosh too, but differs from Windows in some characters: no text is better than wrong text.
 */
const labels = new Map<number, string>([
  [866, 'ibm866'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [20127, 'windows-1252'],
  [20866, 'koi8-r'],
  [20932, 'euc-jp'],
  [21866, 'koi8-u'],
  [38598, 'iso-8859-8-i'],
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
    const label = labels.get(codePage) ?? iso ?? `windows-${codePage}`;
    const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
    // QUIRK: the Encoding Standard makes F9FE of Big5 a half-width square, Windows a dark shade
    return codePage === 950 ? text.replaceAll('\uffed', '\u2593') : text;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
