import { FileTime } from '../../mapi/values/file-time';

const TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/;

/** A time as an iCalendar object states it. */
export interface CalendarTime {
  /** The text as written there, such as `20120305T141033Z`. */
  readonly text: string;
  /**
   * The moment, or the local time if the calendar does not state a zone; undefined if the text is not a time.
   * 1601-01-01 is `zero`.
   */
  readonly time: FileTime | undefined;
  readonly zone: 'utc' | 'unstated';
}

/** Reads a DATE-TIME (RFC 5545 3.3.5); a text that is none is kept. */
export function calendarTime(text: string): CalendarTime {
  const match = TIME.exec(text.slice(0, 17).toUpperCase());
  return {
    text,
    time: match === null ? undefined : momentOf(match),
    zone: match?.[7] === 'Z' ? 'utc' : 'unstated',
  };
}

function momentOf(match: RegExpExecArray): FileTime | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal = year >= 1601 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24;
  return isReal ? FileTime.fromDate(date) : undefined;
}
