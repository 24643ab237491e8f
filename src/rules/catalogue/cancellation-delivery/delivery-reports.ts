import { correlateTime } from '../../../evidence/correlation';
import type { CorrelatedBy } from '../../../evidence/correlation';
import type { EventTime } from '../../../evidence/event-log/logged-event';
import { isDelayWarning, isQueueExpiry } from '../../../evidence/ndr/delivery-report';
import type { DeliveryReport } from '../../../evidence/ndr/delivery-report';
import { FileTime } from '../../../mapi/values/file-time';
import { addressesOf, normaliseAddress } from '../../../message/address';
import { tablesOf } from '../../../message/meeting-tables';
import type { Message } from '../../../message/message';
import type { RuleContext } from '../../rule';
import type { DeliveryStatement } from './wording';

const MINUTE = 600_000_000n;

/**
 * Whether a report says that the update of an item expired in the queue. Status 4.4.7 alone is generic: the subject must
 * be the item's, and where recipients or times are said they must agree too.
 */
export function judgeReport(
  report: DeliveryReport,
  source: number,
  item: Message,
  context: RuleContext,
): DeliveryStatement {
  const status = report.statuses.map(({ code }) => code).join(', ');
  const { subject } = report.original;
  const values = { status, subject };
  const common = { source, path: '' } as const;
  if (isDelayWarning(report)) return { code: 'report-delayed', verdict: 'silent', ...common, values };
  if (!isQueueExpiry(report)) return { code: 'report-other-status', verdict: 'silent', ...common, values };
  const subjects = isSubjectOf(subject, item.subject);
  if (subjects === undefined) return { code: 'report-nameless', verdict: 'not-this-item', ...common, values };
  const time = timesAgree(report, item, context);
  const recipients = recipientsAgree(report, item);
  const differs = [
    ...(subjects ? [] : ['its subject']),
    ...(recipients === false ? ['its recipient'] : []),
    ...(time === false ? ['its time'] : []),
  ];
  if (differs.length > 0) {
    const said = `${differs.join(' and ')} ${differs.length === 1 ? 'is' : 'are'} not that of this item`;
    return {
      code: 'report-elsewhere',
      verdict: 'not-this-item',
      ...common,
      values: { ...values, differs: said },
    };
  }
  const by = time === false ? undefined : time;
  const namesRecipient = recipients === true ? 'yes' : 'unstated';
  const fitting = { ...values, namesRecipient, by, zone: context.eventTimeZone } as const;
  return { code: 'report-fits', verdict: 'this-defect', ...common, values: fitting, correlatedBy: 'subject' };
}

/** Whether a subject is that of an item, perhaps behind a prefix such as "Canceled:"; undefined: one is missing. */
export function isSubjectOf(subject: string | undefined, ofItem: string | undefined): boolean | undefined {
  const [one = '', other = ''] = [subject, ofItem].map((text) => text?.trim().toLowerCase());
  if (one === '' || other === '') return undefined;
  return one === other || one.endsWith(`: ${other}`) || other.endsWith(`: ${one}`) || isSameRest(one, other);
}

/** Whether two subjects differ in their prefixes only: a word or two before the first colon. */
function isSameRest(one: string, other: string): boolean {
  const [rest, otherRest] = [one, other].map((text) => /^[^:]{1,24}: (.+)$/.exec(text)?.[1]);
  return rest !== undefined && rest === otherRest;
}

/** Whether somebody whom the update did not reach is in the table; undefined: the report names nobody. */
function recipientsAgree({ statuses }: DeliveryReport, item: Message): boolean | undefined {
  const expired = statuses.filter(({ meaning }) => meaning === 'queue-expired');
  const named = expired.flatMap(({ recipient }) =>
    recipient === undefined ? [] : [normaliseAddress(recipient)],
  );
  if (named.length === 0) return undefined;
  const rows = tablesOf(item).flatMap(({ message }) => message.recipients);
  const known = new Set(
    rows.flatMap((row) => [
      ...addressesOf(row),
      ...(row.displayName === undefined ? [] : [normaliseAddress(row.displayName)]),
    ]),
  );
  return named.some((name) => known.has(name));
}

/** By what the time of the undelivered message, else of the report, is the item's; undefined: one of them has none. */
function timesAgree(
  { original, time: reported }: DeliveryReport,
  { lastModificationTime: modified }: Message,
  { eventTimeZone: zone }: RuleContext,
): CorrelatedBy | false | undefined {
  const time = original.time ?? reported;
  if (time === undefined || modified?.kind !== 'time') return undefined;
  const key = { modified, zone };
  return correlateTime(time, key) ?? correlateTime(aMinuteLater(time), key) ?? false;
}

/** Reports cut off the seconds of the time when a message was sent. */
function aMinuteLater({ time, alternative, zone }: EventTime): EventTime {
  const later = ({ ticks }: FileTime): FileTime => new FileTime(ticks + MINUTE);
  return { time: later(time), alternative: alternative && later(alternative), zone };
}
