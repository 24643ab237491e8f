import { decodeString8, isDecodable, latin1Text, UTF8 } from '../../mapi/values/code-page';
import { decodeLossy } from '../../mapi/values/lossy-text';
import { windowsCodePageOf } from '../../mapi/values/windows-code-page';
import { codePageOfCharset } from './charset-names';

const LATIN1 = 28591;
const WINDOWS_1252 = 1252;
/** Where a charset is stated, it is stated in the first bytes: browsers look at 1,024. */
const HEAD = 4096;
const MARK_OF_UTF8 = [0xef, 0xbb, 0xbf];

/** HTML as text; `isExact` tells whether all of its bytes are in it. */
export interface HtmlText {
  readonly text: string;
  readonly isExact: boolean;
}

/**
 * Decodes PidTagHtml: by its byte order mark; by PidTagInternetCodepage, which [MS-OXCMSG] 2.2.1.56.6 makes its charset; by
 * what the HTML says itself; as UTF-8; in the code page of the message's strings. The first that fits all bytes counts: in
 * every file of the corpus that has PidTagInternetCodepage and a `<meta>`, the two agree, and some have neither.
 */
export function decodeHtml(
  stored: Uint8Array,
  internetCodePage: number | undefined,
  codePage: number,
): HtmlText {
  const wide = decodeUtf16Html(stored);
  if (wide !== undefined) return { text: wide, isExact: !wide.includes('\ufffd') };
  const isMarked = MARK_OF_UTF8.every((byte, index) => stored[index] === byte);
  const bytes = withoutZeros(isMarked ? stored.subarray(MARK_OF_UTF8.length) : stored);
  const stated = isMarked ? [UTF8] : [internetCodePage, statedInHtml(bytes)].flatMap((page) => page ?? []);
  const candidates = [...stated.flatMap(asBrowsersRead), UTF8, codePage];
  for (const candidate of candidates) {
    const text = decodeString8(bytes, candidate);
    if (text !== undefined) return { text, isExact: true };
  }
  const likely = candidates.find(isDecodable) ?? WINDOWS_1252;
  return { text: decodeLossy(bytes, likely), isExact: false };
}

/** QUIRK: HTML that calls itself Latin-1 is in Windows-1252, whose additional characters all browsers read. */
function asBrowsersRead(codePage: number): readonly number[] {
  if (codePage === LATIN1) return [LATIN1, WINDOWS_1252];
  const ofLanguage = windowsCodePageOf(codePage);
  return ofLanguage === undefined || isDecodable(codePage) ? [codePage] : [codePage, ofLanguage];
}

function decodeUtf16Html(bytes: Uint8Array): string | undefined {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes);
  return mark === 0xfeff ? new TextDecoder('utf-16be').decode(bytes) : undefined;
}

/** The code page that a `<meta>` names. */
function statedInHtml(bytes: Uint8Array): number | undefined {
  const [, ...tags] = latin1Text(bytes.subarray(0, HEAD)).toLowerCase().split('<meta');
  for (const tag of tags) {
    const [attributes = ''] = tag.split('>', 1);
    const [, value] = attributes.split('charset');
    const name = value === undefined ? undefined : /[a-z0-9][\w-]*/.exec(value)?.[0];
    if (name !== undefined) return codePageOfCharset(name);
  }
  return undefined;
}

/** Zeros at the end are no HTML. */
function withoutZeros(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}
