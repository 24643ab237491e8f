import { AnomalyLog } from '../damage/anomaly';
import { UnsupportedError } from '../damage/errors';
import { mailHeaderOf, readMail } from '../eml/mail';
import type { Mail } from '../eml/mail';
import type { MailPart } from '../eml/mail-parts';
import { beginsAsMail } from '../eml/mail-start';
import { HEAD_OF_CONTENT } from '../mapi/object/attached-file';
import type { AttachedFile } from '../mapi/object/attached-file';
import { readOrReport } from '../mapi/object/container-messages';
import { DecodedMessage } from '../mapi/object/decoded-message';
import { mailAsMessage } from './mail-as-message';
import type { MailedMessage } from './mail-as-message';
import type { MessageReader } from './message-format';
import type { CheckedOptions } from './read-options';
import { quoted } from '../damage/quoted';

const CALENDAR = 'text/calendar';
/** Types of parts that are named as they stand; any other is a text of the file. */
const knownTypes: ReadonlySet<string> = new Set([
  CALENDAR,
  'application/ms-tnef',
  'application/vnd.ms-outlook',
  'message/rfc822',
]);

/**
 * Reads the messages that a mail carries: TNEF, which alone carries a recipient table of its own, and attached messages,
 * in mails that it passes on, too. If there is one, it is the message; several are embedded in one that stands for the
 * mail. Offsets are those in the part, which `part` beside them names. An anomaly of severity info (`eml-part`) says which
 * parts were read. Throws an `UnsupportedError` (`eml-without-tnef`) if there is none.
 */
export const readMailMessage: MessageReader = (bytes, options) => {
  const mail = readMail(bytes.view(0, bytes.byteLength));
  const log = new AnomalyLog(options.strict, options.limits.anomalies, options.part);
  const messages = messagesOf(mail, options, log);
  const [only] = messages;
  if (only === undefined && log.errorCount === 0) throw withoutMessage(mail);
  const note = noteOn(mail, messages);
  if (only !== undefined && messages.length === 1) {
    log.at('')('eml-part', note, { part: partName(only.part, options) });
    log.include(only.read, '');
    return new DecodedMessage(only.read.message, log, () => undefined, note);
  }
  log.at('')('eml-part', note);
  messages.forEach(({ read }, index) => {
    log.include(read, `embedded[${index}]`);
  });
  return new DecodedMessage(mailAsMessage(mail, messages), log, () => undefined, note);
};

function messagesOf(mail: Mail, options: CheckedOptions, log: AnomalyLog): MailedMessage[] {
  return mail.parts.flatMap((part) => {
    const file = toFile(part, options);
    const reading = options.recogniseAttached?.(file);
    const { embeddedDepth } = options.limits;
    if (reading !== undefined && file.depth > embeddedDepth) {
      const message = `Mails are attached deeper than ${embeddedDepth}; the deeper ones were not read`;
      log.at('')('limit-embedded-depth', message);
      return [];
    }
    const read = reading && readOrReport(reading, part.name ?? part.type, log.at(''));
    return read === undefined ? [] : [{ part, read }];
  });
}

function toFile(part: MailPart, options: CheckedOptions): AttachedFile {
  const content = {
    get size() {
      return part.bytes.length;
    },
    head: () => part.head(HEAD_OF_CONTENT),
    whole: () => part.bytes,
    fetch: () => Promise.resolve(part.bytes),
    fetchNow: () => part.bytes,
  };
  const { from: mailFrom } = mailHeaderOf(part.mail);
  const isMail = beginsAsMail(part.head(HEAD_OF_CONTENT));
  return {
    content,
    name: part.name,
    mimeType: part.type,
    part: partName(part, options),
    depth: part.depth + (isMail ? 1 : 0), // a message that a mail carries stands for it
    mailFrom,
  };
}

function partName({ name, type }: MailPart, { part }: CheckedOptions): string {
  return part === undefined ? (name ?? type) : `${part}/${name ?? type}`;
}

/** Which parts were read, and which others there are that somebody may have expected to be. */
function noteOn({ parts }: Mail, messages: readonly MailedMessage[]): string {
  const read = new Set(messages.map(({ part }) => part));
  const left = parts.filter((part) => !read.has(part) && part.type === CALENDAR);
  const choice = `Only ${[...read].map(nameOf).join(' and ')} of the mail ${read.size === 1 ? 'was' : 'were'} read: a recipient table is in TNEF and in attached messages alone`;
  return left.length === 0 ? choice : `${choice}. Not read: ${left.map(nameOf).join(', ')}`;
}

function nameOf({ name, type }: MailPart): string {
  const kind = knownTypes.has(type) ? type : quoted(type);
  return name === undefined ? kind : `${quoted(name)} (${kind})`;
}

function withoutMessage({ parts }: Mail): UnsupportedError {
  const message = parts.some(({ type }) => type === CALENDAR)
    ? 'This mail has a calendar part, but no TNEF part (winmail.dat): it carries no recipient table. An ' +
      "attendee's reply is evidence, beside the meeting's item"
    : 'This mail has no TNEF part (winmail.dat) and no Outlook message attached: it carries no recipient table';
  return new UnsupportedError('eml-without-tnef', message);
}
