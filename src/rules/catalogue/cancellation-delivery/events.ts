import { correlate } from '../../../evidence/correlation';
import type { CorrelatedBy } from '../../../evidence/correlation';
import { classifyEvent, hasStorePathFailure } from '../../../evidence/event-log/differential';
import type { EventVerdict } from '../../../evidence/event-log/differential';
import type { EventLog, EventTime, LoggedEvent } from '../../../evidence/event-log/logged-event';
import { countRetries } from '../../../evidence/event-log/retries';
import type { RepeatedEvent } from '../../../evidence/event-log/retries';
import { timeZone, toUtc } from '../../../evidence/time-zone';
import type { FileTime } from '../../../mapi/values/file-time';
import { lastSendingOf } from '../../../message/last-sending';
import type { LastSending } from '../../../message/last-sending';
import type { Message } from '../../../message/message';
import type { RuleContext } from '../../rule';
import type { DeliveryStatement } from './wording';

/** An event with what it means. */
interface JudgedEvent {
  readonly event: LoggedEvent;
  readonly verdict: EventVerdict;
}

/** What the events of a log say of an item: those of this defect first, then those that are another's. */
export function judgeEvents(
  log: EventLog,
  source: number,
  item: Message,
  context: RuleContext,
): DeliveryStatement[] {
  const hasPathFailure = hasStorePathFailure(log.events);
  const judged = log.events.map((event) => ({ event, verdict: classifyEvent(event, hasPathFailure) }));
  const ofDefect = judged.filter(({ verdict }) => verdict.kind === 'this-defect');
  const statements = [...judgeDefectEvents(ofDefect, source, item, context), ...otherCauses(judged, source)];
  if (statements.length > 0) return statements;
  const count = log.events.length;
  return [{ code: 'events-silent', verdict: 'silent', source, path: '', values: { count } }];
}

function isOfDefect(event: LoggedEvent): boolean {
  return classifyEvent(event).kind === 'this-defect';
}

function judgeDefectEvents(
  events: readonly JudgedEvent[],
  source: number,
  item: Message,
  { eventTimeZone: zone, storeIds, otherSubmissions, evidence }: RuleContext,
): DeliveryStatement[] {
  if (events.length === 0) return [];
  const otherEvents = evidence.flatMap((log, index) =>
    log.kind === 'event-log' && index !== source ? log.events.filter(isOfDefect) : [],
  );
  const sending = lastSendingOf(item);
  const all = events.map(({ event }) => event);
  const isSubmission = sending?.by === 'clientSubmitTime';
  const key = { ...storeIds, sent: sending?.time, isSubmission, otherSubmissions, otherEvents, zone };
  const correlations = correlate(all, key);
  const ways = new Map<LoggedEvent, CorrelatedBy>(correlations.map(({ event, by }) => [event, by]));
  const also = events.some(({ verdict }) => verdict.kind === 'this-defect' && verdict.alsoPossible);
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
    const values = { ...found, also: also ? 'https://support.microsoft.com/kb/298415' : undefined };
    return { code: 'event-fits', verdict: 'this-defect', source, path: '', values, correlatedBy: by };
  });
  const others = countRetries(all.filter((event) => !ways.has(event)));
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
    .flatMap(({ first }) => (first === undefined ? [] : [distance(first, sent, zone)]))
    .sort((one, other) => Math.abs(one.hours) - Math.abs(other.hours));
  if (nearest === undefined) return { code: 'event-without-time', ...common, values: { count } };
  const values = { count, sent: sent.toString(), sentBy, zone, ...nearest };
  return { code: 'event-elsewhere', ...common, values };
}

const TICKS_PER_HOUR = 36_000_000_000;

/** How long after an update was sent an event was logged, in hours; negative: before it. */
function distance(
  { time, zone: stated }: EventTime,
  sent: FileTime,
  zone: string | undefined,
): { time: string; stated: string; hours: number } {
  const isLocal = stated === 'unstated' && zone !== undefined;
  const moment = isLocal ? (toUtc(time, timeZone(zone))[0] ?? time) : time;
  const hours = Math.round(Number(moment.ticks - sent.ticks) / TICKS_PER_HOUR);
  return { time: time.toString(), stated, hours };
}

function failureOf({ call, code, mdb, fid, mid, file }: LoggedEvent) {
  return { call, code, mdb, fid, mid, file };
}

/** Failures of another cause, each cause once, and those of which too little is there. */
function otherCauses(judged: readonly JudgedEvent[], source: number): DeliveryStatement[] {
  const groups = new Map<string, LoggedEvent[]>();
  const kinds = new Map<string, EventVerdict>();
  for (const { event, verdict } of judged) {
    const isOther = verdict.kind === 'other-cause' || verdict.kind === 'other-failure';
    const isIncomplete = verdict.kind === 'unknown' && verdict.reason === 'incomplete' && event.id === 327;
    if (!isOther && !isIncomplete) continue;
    const key = isIncomplete ? '' : `${event.call ?? ''} ${event.code ?? ''}`;
    kinds.set(key, verdict);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups].map(([key, events]) => otherCause(events, kinds.get(key), source));
}

function otherCause(
  events: readonly LoggedEvent[],
  verdict: EventVerdict | undefined,
  source: number,
): DeliveryStatement {
  const [{ call, code } = { call: undefined, code: undefined }] = events;
  const values = { call, code, count: Math.max(countRetries(events).length, 1) };
  const common = { source, path: '' } as const;
  if (verdict?.kind === 'other-cause') {
    const { article, meaning } = verdict.known;
    return {
      code: 'event-other-cause',
      verdict: 'not-this-defect',
      ...common,
      values: { ...values, article, meaning },
    };
  }
  return verdict?.kind === 'other-failure'
    ? { code: 'event-other-failure', verdict: 'not-this-defect', ...common, values }
    : { code: 'event-incomplete', verdict: 'silent', ...common, values };
}
