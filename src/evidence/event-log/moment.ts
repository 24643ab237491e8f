import { FileTime } from '../../mapi/values/file-time';
import type { EventTime } from './logged-event';
import { parseMachineTime } from './machine-time';

// Times as texts write them: in the format of whoever exported the log.

/** Which comes first in 3/5/2012: what one date of a text settles holds for all of them. */
export type DateOrder = 'day-first' | 'month-first' | 'unknown';

/** A longer text is no date. */
const LONGEST = 64;
const MORNING = /(\bam?\b|a\.m\.|\u4e0a\u5348|\u5348\u524d|\uc624\uc804|\u03c0\u03bc)/i;
const AFTERNOON = /(\bpm?\b|p\.m\.|\u4e0b\u5348|\u5348\u5f8c|\uc624\ud6c4|\u03bc\u03bc)/i;

interface DateParts {
  readonly numbers: readonly [number, number, number];
  readonly yearFirst: boolean;
  readonly separator: string;
}

/** Without the invisible marks that exporting programs put around numbers. */
function plain(text: string): string {
  return text
    .slice(0, LONGEST + 1)
    .replace(/[\u200e\u200f]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
    .replace(NAMED_DAY_LAST, (_, month: string, day: string, clock: string, year: string) =>
      numbered(day, month, year, clock),
    )
    .replace(NAMED_DAY_FIRST, (_, day: string, month: string, year: string) =>
      numbered(day, month, year, ''),
    );
}

/** `Fri Mar 12 14:10:33 2004`, as the C library writes it. */
const NAMED_DAY_LAST =
  /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{1,2}:\d\d:\d\d(?: [AP]M)?) (\d{4})$/;
/** `12-Mar-04`, as the short date of some systems. */
const NAMED_DAY_FIRST = /^(\d{1,2})[ -]([A-Z][a-z]{2})[ -](\d{4}|\d\d)(?!\d)/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date whose month was named, with a number for it. */
function numbered(day: string, month: string, year: string, clock: string): string {
  return `${day}.${months.indexOf(month) + 1}.${year} ${clock}`;
}

function datePartsOf(text: string): DateParts | undefined {
  const match = /(\d{1,4})(\. ?|[/-])(\d{1,2})(?:\. ?|[/-])(\d{1,4})/.exec(text);
  if (match === null) return undefined;
  const [, first = '', separator = '', second = '', third = ''] = match;
  const yearFirst = first.length > 2;
  return { numbers: [Number(first), Number(second), Number(third)], yearFirst, separator };
}

/** What a date tells of the order: a number above 12 is a day, dots mean that the day comes first. */
export function dateOrderOf(text: string): DateOrder {
  const parts = datePartsOf(plain(text));
  if (parts === undefined || parts.yearFirst) return 'unknown';
  const [first, second] = parts.numbers;
  if (first > 12 && second <= 12) return 'day-first';
  if (second > 12 && first <= 12) return 'month-first';
  return parts.separator.startsWith('.') ? 'day-first' : 'unknown';
}

/** Whether a text begins as a date does. */
export function isDate(text: string): boolean {
  if (!/\d/.test(text.slice(0, LONGEST + 1))) return false;
  const trimmed = plain(text);
  return trimmed.length <= LONGEST && /^\d{1,4}(\. ?|[/-])\d{1,2}(\. ?|[/-])\d{1,4}/.test(trimmed);
}

/** Reads a date and time. Undefined if it is none. */
export function parseMoment(text: string, order: DateOrder = 'unknown'): EventTime | undefined {
  const trimmed = plain(text);
  if (trimmed.length > LONGEST) return undefined;
  return parseMachineTime(trimmed) ?? parseLocal(trimmed, order);
}

function parseLocal(text: string, order: DateOrder): EventTime | undefined {
  const parts = datePartsOf(text);
  const seconds = clockOf(text);
  if (parts === undefined || seconds === undefined) return undefined;
  const [first, second, third] = parts.numbers;
  const at = (year: number, month: number, day: number): FileTime | undefined =>
    momentOf(year, month, day, seconds);
  const readings = parts.yearFirst
    ? [at(first, second, third)]
    : readingOrder(order, dateOrderOf(text), text).map((dayFirst) =>
        dayFirst ? at(third, second, first) : at(third, first, second),
      );
  const [time, alternative] = readings.filter((reading) => reading !== undefined);
  if (time === undefined) return undefined;
  return { time, alternative: alternative?.ticks === time.ticks ? undefined : alternative, zone: 'unstated' };
}

/** Whether to read the day first: both ways where nothing tells, the American way first. */
function readingOrder(ofText: DateOrder, own: DateOrder, text: string): boolean[] {
  const order = own === 'unknown' ? ofText : own;
  if (order !== 'unknown') return [order === 'day-first'];
  return AFTERNOON.test(text) || MORNING.test(text) ? [false, true] : [true, false];
}

/** The time of day in seconds. */
function clockOf(text: string): number | undefined {
  const match = /(?:^|[^\d:.])(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?![\d:/-]|\.\d)/.exec(withoutDate(text));
  if (match === null) return undefined;
  const [, hours = '', minutes = '', seconds = '0'] = match;
  const hour = Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return toTwentyFour(hour, text) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function withoutDate(text: string): string {
  return text.replace(/\d{1,4}(\. ?|[/-])\d{1,2}(\. ?|[/-])\d{1,4}\.?/, ' ');
}

function toTwentyFour(hour: number, text: string): number {
  if (AFTERNOON.test(text) && hour < 12) return hour + 12;
  return MORNING.test(text) && hour === 12 ? 0 : hour;
}

function momentOf(year: number, month: number, day: number, seconds: number): FileTime | undefined {
  const full = year < 80 ? year + 2000 : year < 100 ? year + 1900 : year;
  if (full < 1601 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const date = new Date(Date.UTC(full, month - 1, day, 0, 0, seconds));
  return date.getUTCDate() === day ? FileTime.fromDate(date) : undefined;
}
