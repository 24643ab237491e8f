import type { FileTime } from '../mapi/values/file-time';
import type { EventTime } from './event-log/logged-event';
import { toUtc } from './time-zone';
import type { TimeZone } from './time-zone';

/** The readings of a time: two where nothing tells whether the day or the month comes first. */
export function readingsOf({ time, alternative }: EventTime): FileTime[] {
  return alternative === undefined ? [time] : [time, alternative];
}

/** The moments of UTC that a time may mean; none where its zone is not known. */
export function momentsOf(time: EventTime, zone: TimeZone | undefined): FileTime[] {
  if (time.zone === 'utc') return readingsOf(time);
  return zone === undefined ? [] : readingsOf(time).flatMap((reading) => toUtc(reading, zone));
}
