import type { FileTime } from '../mapi/values/file-time';
import type { EventTime, LoggedEvent } from './event-log/logged-event';
import { namesMessage, normalId } from './event-log/retries';
import { FURTHEST_ZONE, timeZone, toUtc } from './time-zone';
import type { TimeZone } from './time-zone';

/** What is known of an item that an event may be about. */
export interface CorrelationKey {
  /** When the item was last changed: PR_LAST_MODIFICATION_TIME. */
  readonly modified?: FileTime | undefined;
  /** The item's database, folder and message, as events of its server name them. */
  readonly mdb?: string | undefined;
  readonly fid?: string | undefined;
  readonly mid?: string | undefined;
  /** The zone of the times in texts that do not name one, such as `Europe/Berlin` or `+02:00`. */
  readonly zone?: string | undefined;
}

/**
 * By what an event belongs to an item: the numbers of its message; the time after its last change; that time in a zone
 * the caller named; or that time in no known zone, give or take 14 hours.
 */
export type CorrelatedBy = 'message' | 'time' | 'time-in-zone' | 'time-without-zone';

/** An event that belongs to an item, and by what. */
export interface Correlation {
  readonly event: LoggedEvent;
  readonly by: CorrelatedBy;
}

/** An update is tried for so long after it was made: 72 hours in ticks. */
const DELIVERY_WINDOW = 72n * 3600n * 10_000_000n;

/** The events that belong to an item, and by what; in the order of the log. Throws a `TypeError` for an unknown zone. */
export function correlate(events: readonly LoggedEvent[], key: CorrelationKey): Correlation[] {
  const zone = key.zone === undefined ? undefined : timeZone(key.zone);
  return events.flatMap((event) => {
    const by = correlatedBy(event, key, zone);
    return by === undefined ? [] : [{ event, by }];
  });
}

/** By what a time alone belongs to an item. Throws a `TypeError` for an unknown zone. */
export function correlateTime(
  time: EventTime,
  { modified, zone }: Pick<CorrelationKey, 'modified' | 'zone'>,
): CorrelatedBy | undefined {
  return modified?.kind === 'time'
    ? byTime(time, modified, zone === undefined ? undefined : timeZone(zone))
    : undefined;
}

function correlatedBy(
  event: LoggedEvent,
  key: CorrelationKey,
  zone: TimeZone | undefined,
): CorrelatedBy | undefined {
  if (key.mid !== undefined && namesMessage(event)) return isSameMessage(event, key) ? 'message' : undefined;
  const { modified } = key;
  if (modified?.kind !== 'time' || event.time === undefined) return undefined;
  return byTime(event.time, modified, zone);
}

/** Whether all numbers that both sides know are the same; the message's own is among them. */
function isSameMessage(event: LoggedEvent, key: CorrelationKey): boolean {
  return (['mdb', 'fid', 'mid'] as const).every((name) => {
    const [one, other] = [normalId(event[name]), normalId(key[name])];
    return one === '' || other === '' ? name !== 'mid' : one === other;
  });
}

function byTime(time: EventTime, modified: FileTime, zone: TimeZone | undefined): CorrelatedBy | undefined {
  if (time.zone === 'utc') return isWithin([time.time], modified, 0n) ? 'time' : undefined;
  const readings = time.alternative === undefined ? [time.time] : [time.time, time.alternative];
  if (zone === undefined)
    return isWithin(readings, modified, FURTHEST_ZONE) ? 'time-without-zone' : undefined;
  const moments = readings.flatMap((reading) => toUtc(reading, zone));
  return isWithin(moments, modified, 0n) ? 'time-in-zone' : undefined;
}

function isWithin(times: readonly FileTime[], modified: FileTime, slack: bigint): boolean {
  return times.some(({ ticks }) => {
    const after = ticks - modified.ticks;
    return after >= -slack && after <= DELIVERY_WINDOW + slack;
  });
}
