import type { ByteReader } from '../../bytes/byte-reader';
import { enumeration, nameOf } from '../definitions/enumeration';
import type { NameOf, Undocumented } from '../definitions/enumeration';
import { DEFAULT_CODE_PAGE, decodeString8 } from '../values/code-page';
import { decodeStructure } from './decode-structure';

/** How often: RecurFrequency, [MS-OXOCAL] 2.2.1.44.1. */
export const RecurrenceFrequency = enumeration({
  daily: [0x200a, 'IDC_RCEV_PAT_ORB_DAILY'],
  weekly: [0x200b, 'IDC_RCEV_PAT_ORB_WEEKLY'],
  monthly: [0x200c, 'IDC_RCEV_PAT_ORB_MONTHLY'],
  yearly: [0x200d, 'IDC_RCEV_PAT_ORB_YEARLY'],
});
export type RecurrenceFrequency = NameOf<typeof RecurrenceFrequency>;

/** By what rule the days are found: PatternType, [MS-OXOCAL] 2.2.1.44.1. */
export const RecurrencePatternType = enumeration({
  day: [0x0, 'rptMinute'],
  week: [0x1, 'rptWeek'],
  month: [0x2, 'rptMonth'],
  monthNth: [0x3, 'rptMonthNth'],
  monthEnd: [0x4, 'rptMonthEnd'],
  hijriMonth: [0xa, 'rptHjMonth'],
  hijriMonthNth: [0xb, 'rptHjMonthNth'],
  hijriMonthEnd: [0xc, 'rptHjMonthEnd'],
});
export type RecurrencePatternType = NameOf<typeof RecurrencePatternType>;

/** When it ends: EndType, [MS-OXOCAL] 2.2.1.44.1. */
export const RecurrenceEnd = enumeration({
  date: [0x2021, 'IDC_RCEV_PAT_ERB_END'],
  count: [0x2022, 'IDC_RCEV_PAT_ERB_AFTERNOCCUR'],
  never: [0x2023, 'IDC_RCEV_PAT_ERB_NOEND'],
});
export type RecurrenceEnd = NameOf<typeof RecurrenceEnd>;

/** An occurrence that was changed: ExceptionInfo, [MS-OXOCAL] 2.2.1.44.2. Times are local, as `2004-03-23T14:00`. */
export interface RecurrenceException {
  /** Local time in ISO 8601 without a zone, to the minute. */
  readonly start: string;
  /** The same of its end. */
  readonly end: string;
  /** When the occurrence would have begun. */
  readonly originalStart: string;
  /** What the exception changes, as the bits of OverrideFlags. */
  readonly overrideFlags: number;
  /** What it is called instead; undefined: as the series. */
  readonly subject: string | undefined;
  /** Where it is instead; undefined: where the series is. */
  readonly location: string | undefined;
  /** Whether the two lengths before the subject, and before the location, agree: with a terminator and without. */
  readonly areLengthsSound: boolean;
}

/**
 * A recurrence: AppointmentRecurrencePattern, [MS-OXOCAL] 2.2.1.44.5. Dates and times are those of the meeting's own
 * time zone: `2004-03-15`, `14:00`.
 */
export interface Recurrence {
  /** RecurFrequency: daily, weekly, monthly, yearly. */
  readonly frequency: RecurrenceFrequency | Undocumented;
  /** PatternType: which days of the period. */
  readonly patternType: RecurrencePatternType | Undocumented;
  /** Every how many days (in minutes), weeks or months. */
  readonly period: number;
  /** EndType: after a date, after a count, or never. */
  readonly endType: RecurrenceEnd | Undocumented;
  /** How many occurrences there are; of an endless recurrence what the program wrote, mostly 10. */
  readonly occurrenceCount: number;
  /** The first occurrence, in ISO 8601: `2004-03-15`. */
  readonly startDate: string;
  /** The last occurrence; of an endless recurrence 4500-12-31. */
  readonly endDate: string;
  /** The dates of occurrences that were deleted or changed. */
  readonly deletedDates: readonly string[];
  /** The new dates of those that were changed. */
  readonly modifiedDates: readonly string[];
  /** The start of an occurrence, in minutes from midnight. */
  readonly startTime: number;
  /** The end, in minutes from midnight of the day on which the occurrence begins. */
  readonly endTime: number;
  /** The occurrences that were changed: as many as `modifiedDates`. */
  readonly exceptions: readonly RecurrenceException[];
}

const MILLISECONDS_PER_MINUTE = 60_000;
/** 1601-01-01 in milliseconds. */
const EPOCH = -11_644_473_600_000;
const NEVER_END = 0xffffffff;
/** How many bytes PatternTypeSpecific has. */
const patternLength: Partial<Record<string, number>> = { day: 0, monthNth: 8, hijriMonthNth: 8 };

/** Decodes a PidLidAppointmentRecur; `codePage` is that of the exceptions' subjects. Undefined if it is cut. */
export function decodeRecurrence(bytes: Uint8Array, codePage = DEFAULT_CODE_PAGE): Recurrence | undefined {
  return decodeStructure(bytes, (reader) => {
    reader.skip(4); // reader version, writer version
    const frequency = nameOf(RecurrenceFrequency, reader.u16());
    const patternType = nameOf(RecurrencePatternType, reader.u16());
    reader.skip(2); // calendar type
    reader.skip(4); // first date and time
    const period = reader.u32();
    reader.skip(4); // sliding flag
    reader.skip(patternLength[patternType] ?? 4);
    const endType = decodeEndType(reader.u32());
    const occurrenceCount = reader.u32();
    reader.skip(4); // first day of the week
    const deletedDates = readDates(reader);
    const modifiedDates = readDates(reader);
    const startDate = dateOf(reader.u32());
    const endDate = dateOf(reader.u32());
    reader.skip(8); // reader version 2, writer version 2
    const startTime = reader.u32();
    const endTime = reader.u32();
    const exceptions = Array.from({ length: boundedCount(reader.u16(), reader, 14) }, () =>
      readException(reader, codePage),
    );
    return {
      frequency,
      patternType,
      period,
      endType,
      occurrenceCount,
      startDate,
      endDate,
      deletedDates,
      modifiedDates,
      startTime,
      endTime,
      exceptions,
    };
  });
}

function decodeEndType(code: number): RecurrenceEnd | Undocumented {
  return code === NEVER_END ? 'never' : nameOf(RecurrenceEnd, code);
}

/** A count, if the bytes that are left can hold so many; else reading them fails at once. */
function boundedCount(count: number, reader: ByteReader, size: number): number {
  if (count * size > reader.remaining) reader.skip(count * size);
  return count;
}

function readDates(reader: ByteReader): string[] {
  return Array.from({ length: boundedCount(reader.u32(), reader, 4) }, () => dateOf(reader.u32()));
}

function readException(reader: ByteReader, codePage: number): RecurrenceException {
  const start = momentOf(reader.u32());
  const end = momentOf(reader.u32());
  const originalStart = momentOf(reader.u32());
  const overrideFlags = reader.u16();
  const has = (bit: number): boolean => (overrideFlags & bit) !== 0;
  const subject = has(0x1) ? readCounted(reader, codePage) : noText;
  if (has(0x2)) reader.skip(4); // meeting type
  if (has(0x4)) reader.skip(4); // reminder delta
  if (has(0x8)) reader.skip(4); // reminder set
  const location = has(0x10) ? readCounted(reader, codePage) : noText;
  if (has(0x20)) reader.skip(4); // busy status
  if (has(0x40)) reader.skip(4); // attachment
  if (has(0x80)) reader.skip(4); // sub-type
  if (has(0x100)) reader.skip(4); // appointment color
  const areLengthsSound = subject.isLengthSound && location.isLengthSound;
  return {
    start,
    end,
    originalStart,
    overrideFlags,
    subject: subject.text,
    location: location.text,
    areLengthsSound,
  };
}

interface CountedText {
  readonly text: string | undefined;
  readonly isLengthSound: boolean;
}

const noText: CountedText = { text: undefined, isLengthSound: true };

/** Text behind its length with and its length without a terminator, which is not there. */
function readCounted(reader: ByteReader, codePage: number): CountedText {
  const lengthWithTerminator = reader.u16();
  const length = reader.u16();
  return {
    text: decodeString8(reader.bytes(length), codePage),
    isLengthSound: lengthWithTerminator === length + 1,
  };
}

function momentOf(minutes: number): string {
  return new Date(EPOCH + minutes * MILLISECONDS_PER_MINUTE).toISOString().slice(0, 16);
}

function dateOf(minutes: number): string {
  return momentOf(minutes).slice(0, 10);
}
