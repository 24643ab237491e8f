import { correlate } from '../../../evidence/correlation';
import type { CorrelatedBy } from '../../../evidence/correlation';
import { pathNotFound } from '../../../evidence/event-log/differential';
import type { EventLog, EventTime, LoggedEvent } from '../../../evidence/event-log/logged-event';
import { countRetries } from '../../../evidence/event-log/retries';
import type { RepeatedEvent } from '../../../evidence/event-log/retries';
import { sortedEvents } from '../../../evidence/event-log/sorted-events';
import type { EventsOfCause } from '../../../evidence/event-log/sorted-events';
import { timeZone, toUtc } from '../../../evidence/time-zone';
import type { FileTime } from '../../../mapi/values/file-time';
import { lastSendingOf } from '../../../message/last-sending';
import type { LastSending } from '../../../message/last-sending';
import type { Message } from '../../../message/message';
import type { RuleContext } from '../../rule';
import type { DeliveryStatement } from './wording';

/** What the events of a log say of an item: those of this defect first, then those that are another's. */
export function judgeEvents(
  log: EventLog,
  source: number,
  item: Message,
  context: RuleContext,
): DeliveryStatement[] {
  const { ofDefect, ofOthers } = sortedEvents(log);
  const others = ofOthers.map((group) => otherCause(group, source));
  const statements = [...judgeDefectEvents(ofDefect, source, item, context), ...others];
  if (statements.length > 0) return statements;
  const count = log.events.length;
  return [{ code: 'events-silent', verdict: 'silent', source, path: '', values: { count } }];
}

function judgeDefectEvents(
  events: readonly LoggedEvent[],
  source: number,
  item: Message,
  { eventTimeZone: zone, storeIds, otherSubmissions, evidence }: RuleContext,
): DeliveryStatement[] {
  if (events.length === 0) return [];
  const otherEvents = evidence.flatMap((log, index) =>
    log.kind === 'event-log' && index !== source ? sortedEvents(log).ofDefect : [],
  );
  const sending = lastSendingOf(item);
  const isSubmission = sending?.by === 'clientSubmitTime';
  const key = { ...storeIds, sent: sending?.time, isSubmission, otherSubmissions, otherEvents, zone };
  const correlations = correlate(events, key);
  const ways = new Map<LoggedEvent, CorrelatedBy>(correlations.map(({ event, by }) => [event, by]));
  const log = evidence[source];
  const also = log?.kind === 'event-log' && sortedEvents(log).hasPathFailure;
  const fitting = countRetries([...ways.keys()]).map(({ event, count, first }): DeliveryStatement => {
    const by = ways.get(event) ?? 'time-without-zone';
    const found = {
      ...failureOf(event),
      by,
      zone,
      attempts: count,
      time: first?.time.toString(),
      stated: first?.zone,
      sentBy: sending?.by,
    };
    const values = { ...found, also: also ? pathNotFound.article : undefined };
    return { code: 'event-fits', verdict: 'this-defect', source, path: '', values, correlatedBy: by };
  });
  const others = countRetries(events.filter((event) => !ways.has(event)));
  if (others.length === 0) return fitting;
  return [...fitting, mismatch(others, sending, zone, source)];
}

/** What speaks against the failures that cannot be laid to an item; of several, the nearest in time is told. */
function mismatch(
  others: readonly RepeatedEvent[],
  sending: LastSending | undefined,
  zone: string | undefined,
  source: number,
): DeliveryStatement {
  const common = { verdict: 'not-this-item', source, path: '' } as const;
  const count = others.length;
  if (sending === undefined) return { code: 'item-without-time', ...common, values: { count } };
  const { time: sent, by: sentBy } = sending;
  const [nearest] = others
    .flatMap(({ first }) => (first === undefined ? [] : [{ first, hours: distance(first, sent, zone) }]))
    .sort((one, other) => Math.abs(one.hours) - Math.abs(other.hours));
  if (nearest === undefined) return { code: 'event-without-time', ...common, values: { count } };
  const { first, hours } = nearest;
  const when = { time: first.time.toString(), stated: first.zone, hours };
  const values = { count, sent: sent.toString(), sentBy, zone, ...when };
  return { code: 'event-elsewhere', ...common, values };
}

const TICKS_PER_HOUR = 36_000_000_000;

/** How long after an update was sent an event was logged, in hours; negative: before it. */
function distance({ time, zone: stated }: EventTime, sent: FileTime, zone: string | undefined): number {
  const isLocal = stated === 'unstated' && zone !== undefined;
  const moment = isLocal ? (toUtc(time, timeZone(zone))[0] ?? time) : time;
  return Math.round(Number(moment.ticks - sent.ticks) / TICKS_PER_HOUR);
}

function failureOf({ call, code, mdb, fid, mid, file }: LoggedEvent) {
  return { call, code, mdb, fid, mid, file };
}

function otherCause({ events, verdict }: EventsOfCause, source: number): DeliveryStatement {
  const [{ call, code } = { call: undefined, code: undefined }] = events;
  const values = { call, code, count: Math.max(countRetries(events).length, 1) };
  const common = { source, path: '' } as const;
  if (verdict.kind === 'other-cause') {
    const { article, meaning } = verdict.known;
    return {
      code: 'event-other-cause',
      verdict: 'not-this-defect',
      ...common,
      values: { ...values, article, meaning },
    };
  }
  return verdict.kind === 'other-failure'
    ? { code: 'event-other-failure', verdict: 'not-this-defect', ...common, values }
    : { code: 'event-incomplete', verdict: 'silent', ...common, values };
}
