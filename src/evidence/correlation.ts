import { checkArgument, checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aFlag, aListOf, aText } from '../arguments/kinds';
import type { FileTime } from '../mapi/values/file-time';
import { aFileTime } from '../mapi/values/given-time';
import type { EventTime, LoggedEvent } from './event-log/logged-event';
import { aListOfEvents } from './event-log/given-events';
import { namesMessage, normalId } from './event-log/retries';
import { momentsOf, readingsOf } from './event-moments';
import { FURTHEST_ZONE, timeZone } from './time-zone';
import type { TimeZone } from './time-zone';

/** What is known about an item that an event may concern. */
export interface CorrelationKey {
  /** When an update of the item was last sent, from `lastSendingOf`. */
  readonly sent?: FileTime | undefined;
  /**
   * Whether `sent` is the moment of one submission (PR_CLIENT_SUBMIT_TIME), so that its minute identifies the message.
   * Default false.
   */
  readonly isSubmission?: boolean | undefined;
  /**
   * Events of other logs, which show whether another message failed in that minute, or whether this one failed before.
   */
  readonly otherEvents?: readonly LoggedEvent[] | undefined;
  /** When other messages were submitted to which a failure in that minute may belong. */
  readonly otherSubmissions?: readonly FileTime[] | undefined;
  /** MDB: the item's database, as events of its server print it; FID and MID are the folder and the message. */
  readonly mdb?: string | undefined;
  readonly fid?: string | undefined;
  readonly mid?: string | undefined;
  /** The time zone of texts that do not name one, such as `Europe/Berlin` or `+02:00`. */
  readonly zone?: string | undefined;
}

/**
 * How an event was matched with an item, the most certain first. `message`: by the numbers of the message; `minute`: by
 * the minute in which the item was submitted, if no other message failed in it; `time`: by the 72 hours after it was
 * sent; `time-in-zone`: the same in a zone that the caller named; `time-without-zone`: the same in an unknown zone,
 * give or take 14 hours. The first two identify one message; a server may log many events that match the others.
 */
export type CorrelatedBy = 'message' | 'minute' | 'time' | 'time-in-zone' | 'time-without-zone';

/** An event that matches an item, and how it was matched. */
export interface Correlation {
  readonly event: LoggedEvent;
  readonly by: CorrelatedBy;
}

const correlationKinds: OptionKinds<CorrelationKey> = {
  sent: aFileTime,
  isSubmission: aFlag,
  otherEvents: aListOfEvents,
  otherSubmissions: /* @__PURE__ */ aListOf('FileTimes', aFileTime),
  mdb: aText,
  fid: aText,
  mid: aText,
  zone: aText,
};

/** An update is tried for so long after it was sent: 72 hours in ticks. */
const DELIVERY_WINDOW = 72n * 3600n * 10_000_000n;
/** The first failure of a message follows its submission within two minutes: in ticks. */
const FIRST_ATTEMPT = 2n * 60n * 10_000_000n;

/**
 * Finds the events that match an item, and says how; in the order of the log. Throws a `TypeError` for an unknown zone.
 */
export function correlate(events: readonly LoggedEvent[], key: CorrelationKey): Correlation[] {
  checkArgument('correlate', 'The events', events, aListOfEvents);
  checkOptions('correlate', key, correlationKinds);
  const zone = key.zone === undefined ? undefined : timeZone(key.zone);
  const known = [...events, ...(key.otherEvents ?? [])];
  const ofMinute = key.mid === undefined ? messageOfMinute(known, key, zone) : undefined;
  return events.flatMap((event) => {
    const isOfMinute = ofMinute !== undefined && namesMessage(event) && messageOf(event) === ofMinute;
    const by = isOfMinute ? 'minute' : correlatedBy(event, key, zone);
    return by === undefined ? [] : [{ event, by }];
  });
}

/**
 * The message whose first failure lies in the two minutes after an item was submitted; undefined: there is none, or
 * another message failed in these two minutes, or was submitted so that the failure may be its.
 */
function messageOfMinute(
  events: readonly LoggedEvent[],
  { sent, isSubmission, otherSubmissions = [] }: CorrelationKey,
  zone: TimeZone | undefined,
): string | undefined {
  if (isSubmission !== true || sent?.kind !== 'time') return undefined;
  const failures = events.filter(namesMessage).flatMap(({ time, ...event }) => {
    const moments = time === undefined ? [] : momentsOf(time, zone);
    return moments.map(({ ticks }) => ({ message: messageOf(event), ticks }));
  });
  const ofMinute = failures.filter(({ ticks }) => isFirstAttempt(ticks, sent.ticks));
  const [message, another] = new Set(ofMinute.map((failure) => failure.message));
  if (message === undefined || another !== undefined) return undefined;
  const all = failures.filter((failure) => failure.message === message).map(({ ticks }) => ticks);
  const first = all.reduce((one, other) => (other < one ? other : one));
  if (first < sent.ticks) return undefined;
  return otherSubmissions.some(({ ticks }) => isFirstAttempt(first, ticks)) ? undefined : message;
}

/** Whether a failure is the first attempt to send what was submitted at a moment. */
function isFirstAttempt(failed: bigint, submitted: bigint): boolean {
  return failed >= submitted && failed <= submitted + FIRST_ATTEMPT;
}

/** The numbers by which an event names its message, as one text. */
function messageOf({ mdb, fid, mid }: Pick<LoggedEvent, 'mdb' | 'fid' | 'mid'>): string {
  return [mdb, fid, mid].map(normalId).join('/');
}

function correlatedBy(
  event: LoggedEvent,
  key: CorrelationKey,
  zone: TimeZone | undefined,
): CorrelatedBy | undefined {
  if (key.mid !== undefined && namesMessage(event)) return isSameMessage(event, key) ? 'message' : undefined;
  const { sent } = key;
  if (sent?.kind !== 'time' || event.time === undefined) return undefined;
  return byTime(event.time, sent, zone);
}

/** Whether all numbers that both sides know are the same; the message's own is among them. */
function isSameMessage(event: LoggedEvent, key: CorrelationKey): boolean {
  return (['mdb', 'fid', 'mid'] as const).every((name) => {
    const [one, other] = [normalId(event[name]), normalId(key[name])];
    return one === '' || other === '' ? name !== 'mid' : one === other;
  });
}

function byTime(time: EventTime, sent: FileTime, zone: TimeZone | undefined): CorrelatedBy | undefined {
  const isUtc = time.zone === 'utc';
  if (!isUtc && zone === undefined)
    return isWithin(readingsOf(time), sent, FURTHEST_ZONE) ? 'time-without-zone' : undefined;
  if (!isWithin(momentsOf(time, zone), sent, 0n)) return undefined;
  return isUtc ? 'time' : 'time-in-zone';
}

function isWithin(times: readonly FileTime[], sent: FileTime, slack: bigint): boolean {
  return times.some(({ ticks }) => {
    const after = ticks - sent.ticks;
    return after >= -slack && after <= DELIVERY_WINDOW + slack;
  });
}
