import { decodeString8, latin1Text, UTF8 } from './code-page';
import { decodeWithCodePage } from './string8-decoder';

/** Text whose bytes need not all fit the code page: those that do not become U+FFFD. Of a page that nothing knows, Latin-1. */
export function decodeLossy(bytes: Uint8Array, codePage: number): string {
  const exact = decodeString8(bytes, codePage);
  if (exact !== undefined) return exact;
  if (codePage === UTF8) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return decodeWithCodePage(bytes, codePage) ?? latin1Text(bytes);
}
