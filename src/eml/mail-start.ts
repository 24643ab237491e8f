import { FormatError } from '../damage/errors';
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

/** Whether a file may be a mail by its first bytes: the name of a field, or a line that stands before a mail. */
export function beginsAsMail(head: Uint8Array): boolean {
  const text = latin1Text(head.subarray(0, 64));
  if (/^(?:BEGIN|https?|data):/i.test(text)) return false;
  return /^(?:[!-9;-~]{1,63}[ \t]*:|>?From |[0-9]{1,10} *[\r\n]|[\r\n]{1,16}[!-~])/.test(text);
}

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

/**
 * The mails of a file that begins with the line of an mbox (RFC 4155): each begins with such a line behind an empty one.
 * Any other file is one mail. Throws a
 * `FormatError` (`mime-malformed`) for an mbox of too many.
 */
export function mailRanges(bytes: Uint8Array): { readonly start: number; readonly end: number }[] {
  const { start, end } = findMail(bytes) ?? { start: 0, end: undefined };
  const ranges = [{ start, end: Math.min(end ?? bytes.length, bytes.length) }];
  const isMbox = latin1Text(bytes.subarray(0, MBOX_LINE.length)) === MBOX_LINE;
  for (let at = isMbox ? nextMboxLine(bytes, start) : undefined; at !== undefined;) {
    const last = ranges.at(-1);
    if (last !== undefined) last.end = at.line;
    ranges.push({ start: at.behind, end: bytes.length });
    if (ranges.length > MAX_MAILS)
      throw new FormatError('mime-malformed', `An mbox of more than ${MAX_MAILS} mails: split it first`, {
        path: '',
        offset: at.line,
      });
    at = nextMboxLine(bytes, at.behind);
  }
  return ranges;
}

/** An mbox is read whole; one with more mails is for another tool. */
const MAX_MAILS = 100_000;
const MBOX_LINE = 'From ';
const LF = 0x0a;
const CR = 0x0d;

/** The next line of an mbox that begins a mail, and what is behind it; it has a year at its end, or a zone behind that. */
function nextMboxLine(bytes: Uint8Array, from: number): { line: number; behind: number } | undefined {
  for (let at = bytes.indexOf(FROM, from); at >= 0; at = bytes.indexOf(FROM, at + 1)) {
    if (bytes[at - 1] !== LF && bytes[at - 1] !== CR) continue;
    const end = endOfLine(bytes, at, LONGEST_MBOX_LINE);
    if (end - at < SHORTEST_MBOX_LINE) continue;
    const text = latin1Text(bytes.subarray(at, end + 2));
    const pattern = isBehindEmptyLine(bytes, at) ? separator : datedSeparator;
    const [line] = pattern.exec(text) ?? [];
    if (line !== undefined) return { line: at, behind: at + line.length };
  }
  return undefined;
}

const FROM = 0x46;
const LONGEST_MBOX_LINE = 256;
/** `From x 2004`: what is shorter begins no mail. */
const SHORTEST_MBOX_LINE = 11;
/** The line of an mbox; where no empty line is before it, with a date as C's `ctime` writes it. */
const separator = /^From [^\r\n]{1,200} \d{4}(?: [+-]\d{4})? *(?:\r\n|\n|\r)/;
const datedSeparator =
  /^From \S{1,100} +(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) [A-Z][a-z]{2} [\d: ]{12,16}\d{4}(?: [+-]\d{4})? *(?:\r\n|\n|\r)/;

/** Where a line ends, if it does so within some bytes. */
function endOfLine(bytes: Uint8Array, from: number, most: number): number {
  let at = from;
  while (at < from + most && at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at += 1;
  return at;
}

function isBehindEmptyLine(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 2] === CR && bytes[at - 1] === LF ? at - 3 : at - 2;
  return bytes[before] === LF || bytes[before] === CR;
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
  const [first = ''] = /^(?:>?From [^\r\n]*|[0-9]{1,10} *|)[\r\n]{1,16}/.exec(line) ?? [];
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
    const name = line.slice(0, 80).split(':', 1)[0]?.trimEnd().toLowerCase() ?? '';
    if (!/^[!-9;-~]+$/.test(name) || !line.includes(':')) return false;
    if (firstFields.has(name)) known += 1;
  }
  return known >= 2;
}
