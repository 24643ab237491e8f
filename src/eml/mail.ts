// RFC 5322, https://www.rfc-editor.org/rfc/rfc5322, and MIME, https://www.rfc-editor.org/rfc/rfc2045

import { decodeText } from './charset';
import { decodeWords } from './encoded-words';
import { readParameters } from './header-fields';
import type { HeaderFields } from './header-fields';
import { readMailParts } from './mail-parts';
import type { MailPart } from './mail-parts';
import { mailRanges } from './mail-start';
import type { Mailbox } from '../mapi/values/mailbox';

/** What a mail says of itself in its header. */
export interface MailHeader {
  readonly subject: string | undefined;
  /** With its angle brackets, as it stands there. */
  readonly messageId: string | undefined;
  /** As it stands there: `Mon, 3 Mar 2008 10:00:00 +0100`. */
  readonly date: string | undefined;
  readonly from: Mailbox | undefined;
}

/** A mail that was saved as .eml. */
export interface Mail extends MailHeader {
  /** What it says, as text. */
  readonly text: string;
  /** Its parts and those of mails that it passes on, the texts among them. */
  readonly parts: readonly MailPart[];
}

/** Takes a mail apart. Throws a `FormatError` (`mime-malformed`) if that fails. */
export function readMail(bytes: Uint8Array): Mail {
  const parts = mailRanges(bytes).flatMap(({ start, end }) => readMailParts(bytes, start, end));
  const [first] = parts;
  const own = parts.find(({ depth }) => depth === 0) ?? first;
  return { ...mailHeaderOf(own?.mail ?? new Map<string, string>()), text: textOf(parts), parts };
}

/** What a mail's header says of it, its words decoded. */
export function mailHeaderOf(fields: HeaderFields): MailHeader {
  const subject = fields.get('subject');
  return {
    subject: subject === undefined ? undefined : decodeWords(subject),
    messageId: fields.get('message-id'),
    date: fields.get('date'),
    from: mailboxIn(fields.get('from')),
  };
}

/** The first mailbox of a list: `"Miller, Bob" <bob@partner.example>`, or the bare address. */
export function mailboxIn(field = ''): Mailbox | undefined {
  const [, named, address] = /^([^<]{0,600})<([^<>]{1,500})>/.exec(field) ?? [];
  if (address !== undefined) {
    const name = decodeWords((named ?? '').trim().replace(/^"(.*)"$/, '$1')).replace(/\\(.)/g, '$1');
    return { name: name === '' ? undefined : name, address: address.trim() };
  }
  const bare = /^[^\s<>,;()]{1,250}@[^\s<>,;()]{1,250}/.exec(field.trim())?.[0];
  return bare === undefined ? undefined : { name: undefined, address: bare };
}

/** The text of a mail's own parts: what is plain, else what HTML says without its tags. */
function textOf(parts: readonly MailPart[]): string {
  const own = parts.filter((part) => part.depth === 0 && !isAttached(part));
  const plain = own.filter(({ type }) => type === 'text/plain').map(textOfPart);
  if (plain.length > 0) return plain.join('\n');
  return own
    .filter(({ type }) => type === 'text/html')
    .map((part) => withoutTags(textOfPart(part)))
    .join('\n');
}

function isAttached({ header }: MailPart): boolean {
  return readParameters(header.get('content-disposition')).value === 'attachment';
}

function textOfPart({ header, bytes }: MailPart): string {
  const charset = readParameters(header.get('content-type')).parameters.get('charset');
  return decodeText(bytes, charset?.toLowerCase()).replaceAll('\r\n', '\n');
}

function withoutTags(html: string): string {
  return html
    .replace(/<br[^<>]*>|<\/p>|<\/div>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
