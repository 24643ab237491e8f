import type { ByteReader } from '../../../bytes/byte-reader';
import { nameOf, namesOfBits } from '../../definitions/enumeration';
import type { Undocumented } from '../../definitions/enumeration';
import {
  FirstDayOfWeek,
  hasGregorianMonths,
  RecurrenceCalendar,
  RecurrenceEnd,
  RecurrenceFrequency,
  RecurrenceNth,
  RecurrencePatternType,
  Weekday,
} from './recurrence-names';
import { dateOf } from './recurrence-time';

/** The rule of a recurrence: RecurrencePattern, [MS-OXOCAL] 2.2.1.44.1. Dates are local: `2004-03-15`. */
export interface RecurrencePattern {
  /** ReaderVersion: 0x3004. */
  readonly readerVersion: number;
  /** WriterVersion: 0x3004. */
  readonly writerVersion: number;
  /** RecurFrequency: daily, weekly, monthly, yearly. */
  readonly frequency: RecurrenceFrequency | Undocumented;
  /** PatternType: how the days in a period are found. "Every weekday" has the frequency `daily` and the type `week`. */
  readonly patternType: RecurrencePatternType | Undocumented;
  /** CalendarType: the calendar whose months and years count. */
  readonly calendarType: RecurrenceCalendar | Undocumented;
  /**
   * FirstDateTime: the first day, week or month after 1601-01-01 that belongs to the pattern, in minutes since then. If
   * `period` is more than one, it determines which days, weeks or months count. [MS-OXOCAL] 2.2.1.44.1.
   */
  readonly firstDateTime: number;
  /**
   * The interval: in minutes if `patternType` is `day`, in weeks if it is `week`, otherwise in months, 12 for a year.
   */
  readonly period: number;
  /** SlidingFlag: not 0 if the next task is created only when the last one is completed, so that its day is unknown. */
  readonly slidingFlag: number;
  /** The days of a weekly pattern, or those from which `nth` selects; empty for other patterns. */
  readonly daysOfWeek: readonly (Weekday | Undocumented)[];
  /** The day of the month, 1 to 31; in a shorter month, its last day. Undefined if the pattern does not have one. */
  readonly dayOfMonth: number | undefined;
  /** Which of the `daysOfWeek` in the month; undefined if the pattern does not have one. */
  readonly nth: RecurrenceNth | Undocumented | undefined;
  /**
   * The month of a yearly pattern, from FirstDateTime; 1 is January. Undefined for other patterns and other calendars.
   */
  readonly month: number | undefined;
  /** PatternTypeSpecific as the stored numbers: none, one or two. */
  readonly patternTypeSpecific: readonly number[];
  /** EndType: after a date, after a count, or never. */
  readonly endType: RecurrenceEnd | Undocumented;
  /**
   * The number of occurrences, including deleted ones; for an endless recurrence whatever the program wrote, mostly 10.
   */
  readonly occurrenceCount: number;
  /** FirstDOW: the first day of the week, which matters if `period` is more than one week. */
  readonly firstDayOfWeek: Weekday | Undocumented;
  /** The dates of occurrences that were deleted or changed. */
  readonly deletedDates: readonly string[];
  /** The new dates of the occurrences that were changed. */
  readonly modifiedDates: readonly string[];
  /** The date of the first occurrence, in ISO 8601: `2004-03-15`. */
  readonly startDate: string;
  /** The date of the last occurrence, or the end date of the series; for an endless recurrence, 4500-12-31. */
  readonly endDate: string;
}

const NEVER_END = 0xffffffff;
const MONTHS_PER_YEAR = 12;

/** Reads a RecurrencePattern. */
export function readPattern(reader: ByteReader): RecurrencePattern {
  const [readerVersion, writerVersion] = [reader.u16(), reader.u16()];
  const frequency = nameOf(RecurrenceFrequency, reader.u16());
  const patternType = nameOf(RecurrencePatternType, reader.u16());
  const calendarType = nameOf(RecurrenceCalendar, reader.u16());
  const [firstDateTime, period, slidingFlag] = [reader.u32(), reader.u32(), reader.u32()];
  const patternTypeSpecific = readSpecific(reader, patternType);
  const isYearly = frequency === 'yearly' && period % MONTHS_PER_YEAR === 0;
  return {
    readerVersion,
    writerVersion,
    frequency,
    patternType,
    calendarType,
    firstDateTime,
    period,
    slidingFlag,
    ...daysOf(patternType, patternTypeSpecific),
    month: isYearly && hasGregorianMonths(calendarType, patternType) ? monthOf(firstDateTime) : undefined,
    patternTypeSpecific,
    endType: decodeEndType(reader.u32()),
    occurrenceCount: reader.u32(),
    firstDayOfWeek: nameOf(FirstDayOfWeek, reader.u32()),
    deletedDates: readDates(reader),
    modifiedDates: readDates(reader),
    startDate: dateOf(reader.u32()),
    endDate: dateOf(reader.u32()),
  };
}

/** How many numbers PatternTypeSpecific has; of a type that nobody documents one. */
const specificLength: Partial<Record<string, number>> = { day: 0, monthNth: 2, hijriMonthNth: 2 };

function readSpecific(reader: ByteReader, patternType: string): number[] {
  return Array.from({ length: specificLength[patternType] ?? 1 }, () => reader.u32());
}

type Days = Pick<RecurrencePattern, 'daysOfWeek' | 'dayOfMonth' | 'nth'>;

/** What PatternTypeSpecific means: [MS-OXOCAL] 2.2.1.44.1.1 to 2.2.1.44.1.3. */
function daysOf(patternType: string, [first = 0, second = 0]: readonly number[]): Days {
  switch (patternType) {
    case 'week':
      return { daysOfWeek: namesOfBits(Weekday, first), dayOfMonth: undefined, nth: undefined };
    case 'monthNth':
    case 'hijriMonthNth':
      return {
        daysOfWeek: namesOfBits(Weekday, first),
        dayOfMonth: undefined,
        nth: nameOf(RecurrenceNth, second),
      };
    case 'month':
    case 'monthEnd':
    case 'hijriMonth':
    case 'hijriMonthEnd':
      return { daysOfWeek: [], dayOfMonth: first, nth: undefined };
    default:
      return { daysOfWeek: [], dayOfMonth: undefined, nth: undefined };
  }
}

function monthOf(firstDateTime: number): number {
  return Number(dateOf(firstDateTime).split('-').at(-2));
}

function decodeEndType(code: number): RecurrenceEnd | Undocumented {
  return code === NEVER_END ? 'never' : nameOf(RecurrenceEnd, code);
}

/** Dates behind their number. */
function readDates(reader: ByteReader): string[] {
  const count = reader.u32();
  if (count * 4 > reader.remaining) reader.skip(count * 4); // fails at once: nothing is allocated
  return Array.from({ length: count }, () => dateOf(reader.u32()));
}
