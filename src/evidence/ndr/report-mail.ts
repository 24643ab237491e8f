import type { ReportDamage } from '../../damage/anomaly';
import { FileTime } from '../../mapi/values/file-time';
import { decodeEvidenceText } from '../evidence-text';
import { filledLines } from '../text-lines';
import type { EventTime } from '../event-log/logged-event';
import { readHeaderFields } from '../../eml/header-fields';
import type { HeaderFields } from '../../eml/header-fields';
import { mailHeaderOf } from '../../eml/mail';
import type { Mail } from '../../eml/mail';
import type { MailPart } from '../../eml/mail-parts';
import type { DeliveryReportContent, OriginalMessage } from './delivery-report';
import { deliveryStatus } from './delivery-status';
import type { DeliveryStatus } from './delivery-status';
import { readReportText } from './report-text';

const nothing: OriginalMessage = { subject: undefined, messageId: undefined, time: undefined };

/** What a report that came as a mail says (RFC 3464); undefined if it is no such report. */
export function readReportMail(mail: Mail, report: ReportDamage): DeliveryReportContent | undefined {
  const structured = mail.parts
    .filter(({ type, depth }) => type === 'message/delivery-status' && depth === 0)
    .flatMap(({ bytes }) => statusesOf(decodeEvidenceText(bytes, report), report));
  const said = readReportText(mail.text);
  if (structured.length === 0 && said === undefined) return undefined;
  return {
    time: toTime(mail.date) ?? said?.time,
    statuses: structured.length > 0 ? structured : (said?.statuses ?? []),
    original: merged(originalOf(mail), said?.original),
  };
}

/** What the carried message says of itself, and for the rest what the report's text says of it. */
function merged(carried: OriginalMessage = nothing, said: OriginalMessage = nothing): OriginalMessage {
  return {
    subject: carried.subject ?? said.subject,
    messageId: carried.messageId ?? said.messageId,
    time: carried.time ?? said.time,
  };
}

/** The statuses of a delivery-status part: groups of fields, one for the message and one a recipient. */
function statusesOf(text: string, report: ReportDamage): DeliveryStatus[] {
  const statuses: DeliveryStatus[] = [];
  for (const fields of groupsOf(text)) {
    const status = statusOf(fields);
    if (status === undefined) continue;
    if (statuses.length === MOST_STATUSES) {
      report('evidence-too-many', `A report of more than ${MOST_STATUSES} statuses: the others are not read`);
      break;
    }
    statuses.push(status);
  }
  return statuses;
}

/** More recipients than any server takes for one mail. */
const MOST_STATUSES = 10_000;
/** Characters of a field, and fields of a group. */
const LONGEST_FIELD = 65_536;
const MOST_FIELDS = 100;

function statusOf(fields: ReadonlyMap<string, string>): DeliveryStatus | undefined {
  const code = /^\s{0,8}([245]\.\d{1,3}\.\d{1,3})/.exec(fields.get('status') ?? '')?.[1];
  if (code === undefined) return undefined;
  const recipient = fields.get('final-recipient') ?? fields.get('original-recipient');
  // QUIRK: RFC 3464 2.3.2 has the bare address behind the type; several servers write it in angle brackets
  const address = recipient
    ?.slice(recipient.indexOf(';') + 1)
    .replace(/^\s*<(.*)>\s*$/, '$1')
    .trim();
  const said = fields.get('diagnostic-code') ?? fields.get('status') ?? '';
  return deliveryStatus(code, said, address, fields.get('action')?.toLowerCase());
}

/** Groups of fields between empty lines. */
function* groupsOf(text: string): Generator<ReadonlyMap<string, string>, void, undefined> {
  let group = new FieldGroup();
  let last = 0;
  for (const { line, text: content } of filledLines(text)) {
    const isBlank = content.trim() === '';
    if (group.fields.size > 0 && (isBlank || line > last + 1)) {
      yield group.fields;
      group = new FieldGroup();
    }
    last = line;
    if (!isBlank) group.take(content);
  }
  yield group.fields;
}

/** Fields, one a line; a line that begins with a blank goes on with the field before it. */
class FieldGroup {
  readonly fields = new Map<string, string>();
  #name = '';

  take(line: string): void {
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line)) {
      const before = this.fields.get(this.#name);
      if (before !== undefined && before.length < LONGEST_FIELD)
        this.fields.set(this.#name, `${before} ${line.trim()}`);
    } else if (colon > 0 && this.fields.size < MOST_FIELDS) {
      this.#name = line.slice(0, colon).trim().toLowerCase();
      this.fields.set(this.#name, line.slice(colon + 1).trim());
    }
  }
}

/** The undelivered message that a report carries, or its header. */
function originalOf({ parts }: Mail): OriginalMessage | undefined {
  const carried = parts.find(({ depth }) => depth === 1)?.mail ?? headerIn(parts);
  if (carried === undefined) return undefined;
  const { subject, messageId, date } = mailHeaderOf(carried);
  return { subject, messageId, time: toTime(date) };
}

/** The header of the undelivered message, where a report carries no more. */
function headerIn(parts: readonly MailPart[]): HeaderFields | undefined {
  const part = parts.find(({ type }) => type === 'text/rfc822-headers' || type === 'message/rfc822-headers');
  return part && readHeaderFields(part.bytes);
}

/** A time of a mail's header, which always names its zone. */
function toTime(date: string | undefined): EventTime | undefined {
  const time = date === undefined ? NaN : Date.parse(date);
  if (Number.isNaN(time) || time < -11_644_473_600_000) return undefined;
  return { time: FileTime.fromDate(new Date(time)), alternative: undefined, zone: 'utc' };
}
