import type { FileTime } from '../../mapi/values/file-time';
import type { EventTime } from '../event-log/logged-event';
import { momentsOf, readingsOf } from '../event-moments';
import { FURTHEST_ZONE } from '../time-zone';
import type { TimeZone } from '../time-zone';

// When the undelivered message was sent, as a report says it, against what an item says of itself

const TICKS_PER_MINUTE = 600_000_000n;
/** Minutes: the clocks of any two zones are a multiple of a quarter of an hour apart. */
const QUARTER = 15n;
const FURTHEST = FURTHEST_ZONE / TICKS_PER_MINUTE;

/** Whether a report's time is the minute of a submission; of an unknown zone, quarters of an hour may lie between. */
export function isMinuteOf(time: EventTime, submitted: FileTime, zone: TimeZone | undefined): boolean {
  return minutesBetween(submitted, time, zone).some(({ minutes, isLocal }) => {
    if (!isLocal) return isOneAtMost(minutes);
    const past = ((minutes % QUARTER) + QUARTER) % QUARTER;
    return minutes <= FURTHEST && minutes >= -FURTHEST && (isOneAtMost(past) || past === QUARTER - 1n);
  });
}

/** Reports cut off the seconds, and clocks differ by some. */
function isOneAtMost(minutes: bigint): boolean {
  return minutes >= -1n && minutes <= 1n;
}

/** Whether a report's time does not lie before a moment, in whatever zone it may be. */
export function isNotBefore(time: EventTime, moment: FileTime, zone: TimeZone | undefined): boolean {
  return minutesBetween(moment, time, zone).some(
    ({ minutes, isLocal }) => minutes + 1n + (isLocal ? FURTHEST : 0n) >= 0n,
  );
}

/** How many minutes after a moment a time lies, by each of its readings. `isLocal`: in a zone that is not known. */
function minutesBetween(
  moment: FileTime,
  time: EventTime,
  zone: TimeZone | undefined,
): { minutes: bigint; isLocal: boolean }[] {
  const isLocal = time.zone !== 'utc' && zone === undefined;
  const times = isLocal ? readingsOf(time) : momentsOf(time, zone);
  return times.map(({ ticks }) => ({
    minutes: ticks / TICKS_PER_MINUTE - moment.ticks / TICKS_PER_MINUTE,
    isLocal,
  }));
}
