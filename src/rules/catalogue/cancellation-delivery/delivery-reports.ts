import { isDelayWarning, isExpired, isQueueExpiry } from '../../../evidence/ndr/delivery-report';
import type { DeliveryReport } from '../../../evidence/ndr/delivery-report';
import { isMinuteOf, isNotBefore } from '../../../evidence/ndr/original-time';
import type { EventTime } from '../../../evidence/event-log/logged-event';
import { timeZone } from '../../../evidence/time-zone';
import type { TimeZone } from '../../../evidence/time-zone';
import type { FileTime } from '../../../mapi/values/file-time';
import { addressesOf, normaliseAddress } from '../../../message/address';
import { creationOf, lastSendingOf } from '../../../message/last-sending';
import { isExternal, isOrganizerRow, itemOf } from '../../../message/meeting';
import { isOrganizerMail, meetingItemOf } from '../../../message/meeting-class';
import { isUpdateSubject } from '../../../message/meeting-subject';
import { tablesOf } from '../../../message/meeting-tables';
import type { Message } from '../../../message/message';
import type { Recipient } from '../../../message/recipient';
import type { RuleContext } from '../../rule';
import type { DeliveryStatement } from './wording';

/** What a report says of an item, and of whom. */
export interface JudgedReport {
  readonly statement: DeliveryStatement;
  /** Whether it says of a row that an update did not reach them. */
  readonly names: (row: Recipient) => boolean;
}

/** How the time of a report fits: the minute in which the item was submitted, that minute in some zone, or any later one. */
type TimeFit = 'minute' | 'some-minute' | 'later';

/**
 * Whether a report says that an update of an item expired in the queue. Status 4.4.7 alone is generic: the subject must
 * be the item's and the recipient one of its rows; where times are said they must agree too.
 */
export function judgeReport(
  report: DeliveryReport,
  source: number,
  item: Message,
  context: RuleContext,
): JudgedReport {
  const names = recipientTest(report);
  return { names, statement: { ...statementOf(report, item, context, names), source, path: '' } };
}

/** What a report says, without where it stands. */
type ReportStatement = DeliveryStatement extends infer S
  ? S extends DeliveryStatement
    ? Omit<S, 'source' | 'path'>
    : never
  : never;

function statementOf(
  report: DeliveryReport,
  item: Message,
  context: RuleContext,
  names: JudgedReport['names'],
): ReportStatement {
  const status = [...new Set(report.statuses.map(({ code }) => code))].join(', ');
  const { subject } = report.original;
  const values = { status, subject };
  if (isDelayWarning(report)) return { code: 'report-delayed', verdict: 'silent', values };
  if (!isQueueExpiry(report)) return { code: 'report-other-status', verdict: 'silent', values };
  const tables = tablesOf(item).map(({ message }) => message);
  const subjects = tables.map((message) => isUpdateSubject(subject, message));
  if (subjects[0] === undefined) return { code: 'report-nameless', verdict: 'not-this-item', values };
  const time = timeFit(report, item, context);
  const isForRow = tables.some(({ recipients }) => recipients.some((row) => isOutside(row) && names(row)));
  const agreements: readonly (readonly [what: string, agrees: boolean])[] = [
    ['its subject', subjects.includes(true)],
    ['its kind', isOfSameKind(report, item)],
    ['its recipient', isForRow || expiredRecipients(report).length === 0],
    ['its time', time !== false],
  ];
  const differs = agreements.flatMap(([what, agrees]) => (agrees ? [] : [what]));
  if (differs.length > 0 || time === false) {
    const said = `${differs.join(' and ')} ${differs.length === 1 ? 'is' : 'are'} not that of this item`;
    return { code: 'report-elsewhere', verdict: 'not-this-item', values: { ...values, differs: said } };
  }
  return fittingStatement({ status, recipients: expiredRecipients(report) }, time, isForRow);
}

/** What a report says that fits: it confirms if it names somebody, and if its minute is not one of many. */
function fittingStatement(
  told: { readonly status: string; readonly recipients: readonly string[] },
  time: TimeFit | undefined,
  isForRow: boolean,
): ReportStatement {
  const common = { verdict: 'this-defect' } as const;
  if (time === 'some-minute')
    return { code: 'report-fits-some-zone', ...common, values: told, correlatedBy: 'subject' };
  const values = { ...told, time };
  return isForRow
    ? { code: 'report-fits', ...common, values, correlatedBy: 'recipient' }
    : { code: 'report-fits-subject', ...common, values, correlatedBy: 'subject' };
}

/** Whether somebody is outside, and no organizer: whom the defect may keep a message from. */
function isOutside(row: Recipient): boolean {
  return isExternal(row) === true && !isOrganizerRow(row);
}

/** Whether what came back is an update or a cancellation, and of a sent copy the same; a report that does not say it may be. */
function isOfSameKind({ original }: DeliveryReport, item: Message): boolean {
  if (original.messageClass === undefined) return true;
  const kind = meetingItemOf(original.messageClass);
  if (!isOrganizerMail(kind)) return false;
  const own = itemOf(item);
  return own === 'appointment' || own === 'exception' || own === kind;
}

function expiredRecipients({ statuses }: DeliveryReport): string[] {
  return statuses
    .filter(isExpired)
    .flatMap(({ recipient }) => (recipient === undefined ? [] : [normaliseAddress(recipient)]));
}

/** Tells whether a row is one of those whom the message did not reach: by address, or by the name as reports show it. */
function recipientTest(report: DeliveryReport): JudgedReport['names'] {
  const named = new Set(expiredRecipients(report).map((name) => name.replace(/^'(.*)'$/, '$1')));
  return (row) => {
    const { displayName } = row;
    const names = displayName === undefined ? [] : [normaliseAddress(displayName).replace(/^'(.*)'$/, '$1')];
    return [...addressesOf(row), ...names].some((name) => named.has(name));
  };
}

/** How the time at which the undelivered message was sent fits an item; undefined: one of the two does not say it. */
function timeFit(
  { original, time: reported }: DeliveryReport,
  item: Message,
  { eventTimeZone }: RuleContext,
): TimeFit | false | undefined {
  const zone = eventTimeZone === undefined ? undefined : timeZone(eventTimeZone);
  const sending = lastSendingOf(item);
  const submitted = sending?.by === 'clientSubmitTime' ? sending.time : undefined;
  if (submitted !== undefined && original.time !== undefined)
    return minuteFit(original.time, submitted, zone);
  const begin = submitted ?? creationOf(item);
  const time = original.time ?? reported;
  if (time === undefined || begin === undefined) return undefined;
  return isNotBefore(time, begin, zone) && 'later';
}

/** Whether a time is the minute of a submission; without a zone one minute in five is, in some zone. */
function minuteFit(time: EventTime, submitted: FileTime, zone: TimeZone | undefined): TimeFit | false {
  if (!isMinuteOf(time, submitted, zone)) return false;
  return time.zone === 'utc' || zone !== undefined ? 'minute' : 'some-minute';
}
