import { latin1Text } from '../mapi/values/code-page';

/** Fields that a saved mail begins with, one of them or another. */
const firstFields = new Set([
  'received',
  'return-path',
  'from',
  'to',
  'date',
  'subject',
  'message-id',
  'mime-version',
  'content-type',
  'delivered-to',
  'x-received',
  'thread-topic',
  'thread-index',
  'content-class',
  'x-mimeole',
]);
const LOOKED_AT = 40;
/** How many bytes of a file tell whether it is a mail. */
export const MAIL_HEAD = 16_384;

/** Where a mail begins in a file, and where it ends. */
export interface MailRange {
  readonly start: number;
  /** Undefined: with the file. */
  readonly end: number | undefined;
}

/** Finds the mail in a file by the file's first bytes; undefined: it is none. */
export function findMail(head: Uint8Array): MailRange | undefined {
  const range = behindPrefix(head);
  return isHeader(latin1Text(head.subarray(range.start, MAIL_HEAD))) ? range : undefined;
}

const UTF8_MARK = [0xef, 0xbb, 0xbf];

/**
 * What programs write before a mail.
 * QUIRK: no RFC has them. A UTF-8 mark is an editor's; a line `From sender date` is of an mbox (RFC 4155), from which the
 * mail was copied; Apple Mail's .emlx has the number of the mail's bytes in a line of its own, and a property list behind.
 */
function behindPrefix(head: Uint8Array): MailRange {
  const mark = UTF8_MARK.every((byte, index) => head[index] === byte) ? UTF8_MARK.length : 0;
  const line = latin1Text(head.subarray(mark, mark + 1024));
  const [first = ''] = /^(?:From [^\r\n]*|[0-9]{1,10} *)(?:\r\n|\n|\r)/.exec(line) ?? [];
  const start = mark + first.length;
  const count = Number.parseInt(first, 10);
  return { start, end: Number.isNaN(count) ? undefined : start + count };
}

/** Whether a text begins with the header of a mail: fields up to an empty line, two well-known ones among them. */
function isHeader(text: string): boolean {
  let known = 0;
  for (const line of text.slice(0, 65_536).split(/\r\n|\n|\r/, LOOKED_AT)) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line)) continue;
    const name = line.slice(0, 80).split(':', 1)[0]?.toLowerCase() ?? '';
    if (!/^[!-9;-~]+$/.test(name) || !line.includes(':')) return false;
    if (firstFields.has(name)) known += 1;
  }
  return known >= 2;
}
