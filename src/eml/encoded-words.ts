// RFC 2047: words of a header in another charset than ASCII

import { decodeCharset } from './charset';
import { decodeTransfer } from './transfer-encoding';

const word = /=\?([!-<>@-~]{1,64})\?([BbQq])\?([!->@-~]{0,1000})\?=/g;
/** What stands between two words is not shown. */
const between = /(=\?[^?\s]{1,64}\?[BbQq]\?[^?\s]{0,1000}\?=)[ \t]+(?==\?)/g;

/** Decodes the words of a header; a word in a charset that nothing knows stays as it is. */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  return text
    .replace(between, '$1')
    .replace(word, (whole, charset: string, encoding: string, content: string) => {
      const isBase64 = encoding.toUpperCase() === 'B';
      const encoded = isBase64 ? content : content.replaceAll('_', '=20');
      const bytes = decodeTransfer(bytesOf(encoded), isBase64 ? 'base64' : 'quoted-printable');
      return decodeCharset(bytes, charset.split('*', 1)[0] ?? '') ?? whole;
    });
}

function bytesOf(ascii: string): Uint8Array {
  return Uint8Array.from(ascii, (character) => character.charCodeAt(0) & 0xff);
}
