// Writes the structured values of a meeting: identifier, recurrence, time zones.

/** Writes little-endian numbers, one after the other. */
class BlobWriter {
  readonly #bytes: number[] = [];

  number(size: 1 | 2 | 4, ...values: number[]): this {
    for (const value of values)
      for (let index = 0; index < size; index++) this.#bytes.push(Math.floor(value / 256 ** index) & 0xff);
    return this;
  }

  text8(text: string): this {
    this.#bytes.push(...Array.from(text, (character) => character.charCodeAt(0)));
    return this;
  }

  text16(text: string): this {
    return this.number(2, ...Array.from(text, (character) => character.charCodeAt(0)));
  }

  bytes(bytes: Iterable<number>): this {
    this.#bytes.push(...bytes);
    return this;
  }

  toBytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** A GlobalObjectId, [MS-OXOCAL] 2.2.1.27, with made-up data; `date` as `2004-03-22` makes it an occurrence's. */
export function objectId({
  date,
  seed = 0,
}: { readonly date?: string; readonly seed?: number } = {}): Uint8Array {
  const [year = 0, month = 0, day = 0] = (date ?? '').split('-').map(Number);
  return new BlobWriter()
    .bytes([0x04, 0x00, 0x00, 0x00, 0x82, 0x00, 0xe0, 0x00, 0x74, 0xc5, 0xb7, 0x10, 0x1a, 0x82, 0xe0, 0x08])
    .number(1, year >> 8, year & 0xff, month, day)
    .bytes([0, 0x8c, 0x2d, 0x64, 0x9e, 0xff, 0xc3, 0x01]) // creation time: 2004-03-01
    .number(4, 0, 0) // reserved
    .number(4, 16)
    .bytes(Array.from({ length: 16 }, (_, index) => index + seed))
    .toBytes();
}

export interface WrittenRecurrence extends Partial<WrittenPattern> {
  readonly startDate: string;
  readonly endDate: string;
  readonly deleted?: readonly string[];
  readonly modified?: readonly string[];
  readonly exceptions?: readonly WrittenOccurrence[];
}

/** The numbers of a RecurrencePattern and the times behind it, [MS-OXOCAL] 2.2.1.44. */
interface WrittenPattern {
  readonly frequency: number;
  readonly patternType: number;
  readonly calendarType: number;
  readonly firstDateTime: number;
  readonly period: number;
  readonly slidingFlag: number;
  readonly specific: readonly number[];
  readonly endType: number;
  readonly count: number;
  readonly firstDayOfWeek: number;
  readonly writerVersion2: number;
  readonly startTime: number;
  readonly endTime: number;
}

/** On Mondays from 14:00 to 15:00, in weeks that begin on Sunday, until a date. */
const mondays: WrittenPattern = {
  frequency: 0x200b,
  patternType: 0x1,
  calendarType: 0,
  firstDateTime: 0,
  period: 1,
  slidingFlag: 0,
  specific: [0x2],
  endType: 0x2021,
  count: 10,
  firstDayOfWeek: 0,
  writerVersion2: 0x3009,
  startTime: 14 * 60,
  endTime: 15 * 60,
};

interface WrittenOccurrence {
  readonly start: string;
  readonly end: string;
  readonly originalStart: string;
  readonly subject?: string;
  readonly location?: string;
  /** What to write instead of the subject's length with a terminator. */
  readonly statedLength?: number;
  /** What to write as subject in 8-bit characters. Default: the subject. */
  readonly subject8?: string;
  /** What to write behind the location: OverrideFlags and its numbers, such as `[0x20, 2]` for the busy status. */
  readonly more?: readonly [flags: number, ...values: number[]];
}

/** Minutes from 1601 to a date or a moment, as recurrences count. */
function minutes(moment: string): number {
  const [date = '', time = '00:00'] = moment.split('T');
  return (Date.parse(`${date}T${time}Z`) + 11_644_473_600_000) / 60_000;
}

/** An AppointmentRecurrencePattern, [MS-OXOCAL] 2.2.1.44.5; as long as nothing else is said, on Mondays. */
export function recurrenceBlob(written: WrittenRecurrence): Uint8Array {
  const { startDate, endDate, deleted = [], modified = [], exceptions = [], ...changes } = written;
  const pattern: WrittenPattern = { ...mondays, ...changes };
  const writer = new BlobWriter()
    .number(2, 0x3004, 0x3004, pattern.frequency, pattern.patternType, pattern.calendarType)
    .number(4, pattern.firstDateTime, pattern.period, pattern.slidingFlag, ...pattern.specific)
    .number(4, pattern.endType, pattern.count, pattern.firstDayOfWeek)
    .number(4, deleted.length, ...deleted.map(minutes))
    .number(4, modified.length, ...modified.map(minutes))
    .number(4, minutes(startDate), minutes(endDate), 0x3006, pattern.writerVersion2)
    .number(4, pattern.startTime, pattern.endTime)
    .number(2, exceptions.length);
  for (const exception of exceptions) writeExceptionInfo(writer, exception);
  writer.number(4, 0); // reserved block 1
  for (const exception of exceptions) writeExtendedException(writer, exception, pattern.writerVersion2);
  return writer.number(4, 0).toBytes(); // reserved block 2
}

function writeExceptionInfo(writer: BlobWriter, exception: WrittenOccurrence): void {
  const { start, end, originalStart, subject, location, statedLength, more = [0] } = exception;
  const [flags, ...values] = more;
  const subject8 = exception.subject8 ?? subject;
  const texts = (subject8 === undefined ? 0 : 0x1) | (location === undefined ? 0 : 0x10);
  writer.number(4, minutes(start), minutes(end), minutes(originalStart)).number(2, texts | flags);
  if (subject8 !== undefined)
    writer.number(2, statedLength ?? subject8.length + 1, subject8.length).text8(subject8);
  if (location !== undefined) writer.number(2, location.length + 1, location.length).text8(location);
  writer.number(4, ...values);
}

function writeExtendedException(
  writer: BlobWriter,
  { start, end, originalStart, subject, location }: WrittenOccurrence,
  version: number,
): void {
  if (version >= 0x3009) writer.number(4, 4, 0); // change highlight
  writer.number(4, 0); // reserved block
  if (subject === undefined && location === undefined) return;
  writer.number(4, minutes(start), minutes(end), minutes(originalStart));
  for (const text of [subject, location]) if (text !== undefined) writer.number(2, text.length).text16(text);
  writer.number(4, 0); // reserved block
}

const MONTH = { march: 3, october: 10 } as const;

function transition(writer: BlobWriter, month: number, hour: number): BlobWriter {
  return writer.number(2, 0, month, 0, 5, hour, 0, 0, 0); // the last Sunday
}

/** A PidLidTimeZoneStruct, [MS-OXOCAL] 2.2.1.39: Central European Time. */
export function timeZoneStruct(): Uint8Array {
  const writer = new BlobWriter().number(4, -60 >>> 0, 0, -60 >>> 0).number(2, 0);
  transition(writer, MONTH.october, 3).number(2, 0);
  return transition(writer, MONTH.march, 2).toBytes();
}

/** A PidLidAppointmentTimeZoneDefinition…, [MS-OXOCAL] 2.2.1.41: Central European Time by one rule, or by none. */
export function timeZoneDefinition({ rules = 1 }: { readonly rules?: 0 | 1 } = {}): Uint8Array {
  const name = 'W. Europe Standard Time';
  const writer = new BlobWriter()
    .number(1, 2, 1)
    .number(2, 6 + name.length * 2, 2, name.length)
    .text16(name)
    .number(2, rules);
  if (rules === 0) return writer.toBytes();
  writer
    .number(1, 2, 1)
    .number(2, 0x3e, 0x3, 1601)
    .bytes(new Uint8Array(14))
    .number(4, -60 >>> 0, 0, -60 >>> 0);
  return transition(transition(writer, MONTH.october, 3), MONTH.march, 2).toBytes();
}
