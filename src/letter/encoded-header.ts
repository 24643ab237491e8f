// RFC 2047: words of a header in base64 of UTF-8

/** What one encoded word may hold: it has 75 characters, of which 12 say that it is one. */
const WORD_BYTES = 45;
const utf8 = new TextEncoder();

/** A text as encoded words, folded after each; text of ASCII letters, digits, blanks and harmless marks stays as it is. */
export function encodedHeader(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').trim();
  if (/^[A-Za-z0-9 '!*+/_-]*$/.test(line) && line.length <= WORD_BYTES) return line;
  return wordsOf(line)
    .map((word) => `=?UTF-8?B?${base64OfText(word)}?=`)
    .join('\r\n ');
}

/** The UTF-8 of a text in base64. */
export function base64OfText(text: string): string {
  return btoa(Array.from(utf8.encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/** Pieces of whole characters that one encoded word has room for. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (utf8.encode(word + character).length > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word];
}
