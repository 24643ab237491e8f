import { checkArgument, checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aFlag, aText } from '../arguments/kinds';
import { AnomalyLog } from '../damage/anomaly';
import type { ReportDamage } from '../damage/anomaly';
import { someBytes } from '../bytes/is-bytes';
import { defaultLimits, FormatError } from '../damage/errors';
import { hasEvtSignature } from './event-log/evt-header';
import { readEventText } from './event-log/event-text';
import type { EventLog, EventLogForm, LoggedEvent } from './event-log/logged-event';
import { readEvt } from './event-log/read-evt';
import { hasEvtxSignature } from './event-log/evtx/evtx-records';
import { readEvtx } from './event-log/evtx/read-evtx';
import { decodeEvidenceText } from './evidence-text';
import { mailHeaderOf, readMail } from '../eml/mail';
import type { Mail } from '../eml/mail';
import { findMail } from '../eml/mail-start';
import { isMessageFile } from '../reading/message-format';
import { evidenceOf } from './item/evidence-of';
import type { DeliveryReport } from './ndr/delivery-report';
import { readReportMail } from './ndr/report-mail';
import { readReportText } from './ndr/report-text';
import type { ReplyEvidence, SavedMeeting } from './reply/reply';
import { isTrackingLog, readTrackingLog } from './tracking/read-tracking';
import type { TrackingLog } from './tracking/tracking-log';
import { isCalendar, readCalendar } from './reply/read-calendar';
import { expectLines } from './worth-of-text';
import { aCodePage } from '../mapi/values/given-code-page';
import { latin1Text } from '../mapi/values/code-page';

/** A piece of evidence that an administrator supplies with an item; `kind` says what it is. */
export type Evidence = EventLog | DeliveryReport | ReplyEvidence | SavedMeeting | TrackingLog;

/** How `decodeEvidence` reads evidence. */
export interface EvidenceOptions {
  /** The name for messages: a path or a file name. It does not matter for the format, which the content decides. */
  readonly name?: string | undefined;
  /** The code page of texts that are not Unicode and do not state one. Default 1252. */
  readonly codePage?: number | undefined;
  /** Throw at the first damage of severity `error` instead of recording it. Default false. */
  readonly strict?: boolean | undefined;
}

const evidenceKinds: OptionKinds<EvidenceOptions> = {
  name: aText,
  codePage: aCodePage,
  strict: aFlag,
};

/**
 * Recognizes evidence by its content and reads it: an event log in any form, a non-delivery report, replies, a meeting
 * saved as .ics, or a message tracking log of Exchange 2000 or 2003. Reports and replies may also be .msg files of
 * Outlook, or any message that `readMessage` reads. `anomalies` lists the damage. Rejects with a `FormatError`
 * (`evidence-unrecognized`) for anything else.
 */
export async function decodeEvidence(bytes: Uint8Array, options: EvidenceOptions = {}): Promise<Evidence> {
  checkArgument('decodeEvidence', 'The evidence', bytes, someBytes);
  checkOptions('decodeEvidence', options, evidenceKinds);
  const log = new AnomalyLog(options.strict ?? false, defaultLimits.anomalies);
  if (hasEvtSignature(bytes)) return toEventLog('evt', readEvt(bytes, log), log);
  if (hasEvtxSignature(bytes)) return toEventLog('evtx', readEvtx(bytes, log), log);
  if (isMessageFile(bytes)) return ofMessage(bytes, options);
  if (isTrackingLog(bytes)) return readTrackingLog(bytes, { strict: options.strict });
  const report = log.at('');
  const isMail = findMail(bytes) !== undefined;
  const text = isMail
    ? latin1Text(bytes.subarray(0, HEAD))
    : decodeEvidenceText(bytes, report, options.codePage);
  const found = isMail ? ofMail(bytes, log) : ofText(text, log);
  if (found !== undefined) return found;
  const why = isCutTable(text)
    ? 'a table of PowerShell, which cuts off the texts of the events; write them with | Format-List'
    : 'expected an event log (.evt, .evtx, XML, text, CSV), a non-delivery report with its status, a reply (.ics, .eml, .msg) or a message tracking log';
  throw unrecognized(why, options);
}

/** How much of a text tells that it is a table of PowerShell. */
const HEAD = 4096;

function unrecognized(why: string, { name }: EvidenceOptions): FormatError {
  const what = `${name ?? 'This'} is not evidence that mapilint can read: ${why}`;
  return new FormatError('evidence-unrecognized', what, { path: '', offset: 0 });
}

/** A report or a reply that is an item. */
async function ofMessage(bytes: Uint8Array, options: EvidenceOptions): Promise<Evidence> {
  const { readMessage } = await import('../reading/read-message'); // when the first such file is met
  const message = await readMessage(bytes, { strict: options.strict });
  const found = evidenceOf(message);
  if (found !== undefined) return found;
  const { messageClass } = message;
  const why = `it is a message (${messageClass ?? 'of no class'}), but neither a non-delivery report (REPORT.….NDR) nor a reply (IPM.Schedule.Meeting.Resp.…)`;
  throw unrecognized(why, options);
}

/** Whether a text is what PowerShell shows of events when nobody says otherwise: names of columns, dashes under them. */
function isCutTable(text: string): boolean {
  const lines = text.slice(0, HEAD).split('\n');
  return lines.some(
    (line, index) =>
      /^ *(Index|TimeCreated|TimeGenerated|EventID|ProviderName)\b/i.test(line) &&
      /^ *-{2,} /.test(lines[index + 1] ?? ''),
  );
}

/** The damage that was met, as every kind of evidence carries it. */
function damageOf({
  anomalies,
  suppressed,
}: AnomalyLog): Pick<EventLog, 'anomalies' | 'suppressedAnomalies'> {
  return { anomalies, suppressedAnomalies: suppressed };
}

function toEventLog(form: EventLogForm, events: readonly LoggedEvent[], log: AnomalyLog): EventLog {
  return { kind: 'event-log', form, events, ...damageOf(log) };
}

function ofText(text: string, log: AnomalyLog): Evidence | undefined {
  const report = log.at('');
  expectLines(text);
  if (isCalendar(text)) return ofCalendar(text, undefined, log);
  const events = readEventText(text, report);
  if (events !== undefined) return toEventLog(events.form, events.events, log);
  const said = readReportText(text);
  return said === undefined ? undefined : { kind: 'ndr', ...said, ...damageOf(log) };
}

function ofCalendar(text: string, sender: string | undefined, log: AnomalyLog): Evidence {
  const content = readCalendar(text, log.at(''));
  return content.kind === 'reply'
    ? { ...content, sender, ...damageOf(log) }
    : { ...content, ...damageOf(log) };
}

/** A mail is a reply if it carries a calendar, else a report, else text in which an event may stand. */
function ofMail(bytes: Uint8Array, log: AnomalyLog): Evidence | undefined {
  const report = log.at('');
  const mail = readMail(bytes);
  const reply = calendarIn(mail, report);
  if (reply !== undefined) return ofCalendar(reply.text, reply.sender, log);
  const said = readReportMail(mail, report);
  if (said !== undefined) return { kind: 'ndr', ...said, ...damageOf(log) };
  return ofText(mail.text, log);
}

/** The calendar that a mail carries, or a mail that was passed on in it, and who sent that. */
function calendarIn(
  { parts }: Mail,
  report: ReportDamage,
): { text: string; sender: string | undefined } | undefined {
  const isReport = parts.some(({ type, depth }) => type === 'message/delivery-status' && depth === 0);
  const outerFirst = [...parts].sort((one, other) => one.depth - other.depth);
  for (const part of outerFirst) {
    if (isReport && part.depth > 0) return undefined; // what a report carries is what was not delivered
    if (!mayBeCalendar.has(part.type)) continue;
    const text = decodeEvidenceText(part.bytes, report);
    if (part.type !== OCTETS || isCalendar(text))
      return { text, sender: mailHeaderOf(part.mail).from?.address };
  }
  return undefined;
}

const OCTETS = 'application/octet-stream';
const mayBeCalendar: ReadonlySet<string> = new Set(['text/calendar', 'application/ics', OCTETS]);
