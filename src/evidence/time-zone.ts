import { FileTime } from '../mapi/values/file-time';

const MILLISECONDS_PER_MINUTE = 60_000;
const TICKS_PER_MINUTE = 600_000_000n;
/** No zone is further from UTC. */
export const FURTHEST_ZONE = 14n * 60n * TICKS_PER_MINUTE;

/** A zone of time: says how far a moment of UTC is from what the clocks on the wall show. */
export interface TimeZone {
  readonly name: string;
  /** Minutes east of UTC at a moment. */
  readonly offsetAt: (utc: Date) => number;
}

/** A zone by its name (`Europe/Berlin`), or by its distance (`+02:00`, `UTC`). Throws a `TypeError` if there is none. */
export function timeZone(name: string): TimeZone {
  const fixed = /^(?:UTC|GMT|Z)?(?:([+-])(\d{1,2}):?(\d\d)?)?$/i.exec(name);
  if (fixed !== null && name !== '') {
    const [, sign, hours = '0', minutes = '0'] = fixed;
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    if (Math.abs(offset) <= 14 * 60) return { name, offsetAt: () => offset };
  }
  return namedZone(name);
}

/** Whether a time zone of that name exists. */
export function isTimeZone(name: string): boolean {
  try {
    timeZone(name);
    return true;
  } catch {
    return false;
  }
}

function namedZone(name: string): TimeZone {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new TypeError(`${name} is not a known time zone: use a name such as Europe/Berlin, or +02:00`);
  }
  const offsetAt = (utc: Date): number => {
    const part = Object.fromEntries(
      format.formatToParts(utc).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    const wall = Date.UTC(year, month - 1, day, hour, minute, second);
    return Math.round((wall - utc.getTime()) / MILLISECONDS_PER_MINUTE);
  };
  return { name, offsetAt };
}

/** The moments of UTC at which clocks of a zone show a time: one, two when they are set back, none when set forward. */
export function toUtc(wall: FileTime, zone: TimeZone): FileTime[] {
  const near = (shift: number): number => {
    const day = new FileTime(wall.ticks).toDate() ?? new Date(0);
    return zone.offsetAt(new Date(day.getTime() + shift));
  };
  const DAY = 24 * 60 * MILLISECONDS_PER_MINUTE;
  const offsets = [...new Set([near(-DAY), near(DAY)])];
  const moments = offsets.map((offset) => new FileTime(wall.ticks - BigInt(offset) * TICKS_PER_MINUTE));
  const shown = moments.filter((moment, index) => {
    const date = moment.toDate();
    return date !== undefined && zone.offsetAt(date) === offsets[index];
  });
  return shown.length > 0 ? shown : moments.slice(0, 1);
}
