import { checkStructure } from '../given-structure';
import type { ByteReader } from '../../../bytes/byte-reader';
import { DEFAULT_CODE_PAGE } from '../../values/code-page';
import { decodeStructure, readParts, readWhole } from '../decode-structure';
import { readExceptionInfo } from './exception-info';
import type { ExceptionInfo } from './exception-info';
import { readExtendedException, readReservedBlock } from './extended-exception';
import type { ExtendedException } from './extended-exception';
import { readPattern } from './recurrence-pattern';
import type { RecurrencePattern } from './recurrence-pattern';

/** A changed occurrence, from ExceptionInfo and ExtendedException: [MS-OXOCAL] 2.2.1.44.2 and 2.2.1.44.4. */
export interface RecurrenceException extends ExceptionInfo {
  /**
   * The new subject, from Unicode if present, otherwise from 8-bit characters; undefined if it is the same as in the
   * series.
   */
  readonly subject: string | undefined;
  /** The new location, from the same source; undefined if it is the same as in the series. */
  readonly location: string | undefined;
  /** The extended exception of this occurrence; undefined if the recurrence has none, or is truncated before it. */
  readonly extended: ExtendedException | undefined;
}

/** The part in which a truncated recurrence ends. */
export type RecurrencePart = 'exceptions' | 'extendedExceptions';

/**
 * A recurrence: AppointmentRecurrencePattern, [MS-OXOCAL] 2.2.1.44.5. Dates and times are in the meeting's own time
 * zone, such as `2004-03-15` and `2004-03-15T14:00`.
 */
export interface Recurrence extends RecurrencePattern {
  /** ReaderVersion2: 0x3006. */
  readonly readerVersion2: number;
  /** WriterVersion2: 0x3008 or 0x3009. */
  readonly writerVersion2: number;
  /** The start of an occurrence, in minutes after midnight. */
  readonly startTime: number;
  /** The end, in minutes after midnight of the day on which the occurrence begins. */
  readonly endTime: number;
  /** ExceptionCount: how many changed occurrences the value states. */
  readonly exceptionCount: number;
  /** The changed occurrences: as many as `exceptionCount`, or fewer if the value is truncated. */
  readonly exceptions: readonly RecurrenceException[];
  /** ReservedBlock1; undefined if the value ends before it. */
  readonly reservedBlock1: Uint8Array | undefined;
  /** ReservedBlock2; undefined if the value ends before it. */
  readonly reservedBlock2: Uint8Array | undefined;
  /**
   * The part in which the value is truncated; undefined if it is complete. A value that ends where the extended
   * exceptions and the reserved block before them would begin does not have any, and is complete.
   */
  readonly cutIn: RecurrencePart | undefined;
  /**
   * The bytes that were not decoded: those from the truncated part on, or those after the whole structure, including
   * padding.
   */
  readonly unread: Uint8Array;
}

/**
 * Decodes a PidLidAppointmentRecur; the exceptions' 8-bit strings are in `codePage`. Undefined if the value is
 * truncated before the exceptions. If it is truncated in them or after them, you get what is complete, and `cutIn` and
 * `unread` say so.
 */
export function decodeRecurrence(
  bytes: Uint8Array | undefined,
  codePage = DEFAULT_CODE_PAGE,
): Recurrence | undefined {
  checkStructure('decodeRecurrence', bytes, codePage);
  return decodeStructure(bytes, (reader) => {
    const pattern = readPattern(reader);
    const [readerVersion2, writerVersion2] = [reader.u32(), reader.u32()];
    const [startTime, endTime] = [reader.u32(), reader.u32()];
    const exceptionCount = reader.u16();
    const infos = readParts(reader, exceptionCount, (each) => readExceptionInfo(each, codePage));
    const isCut = infos.length < exceptionCount;
    const behind =
      isCut || reader.remaining === 0 ? nothingBehind : readBehind(reader, infos, writerVersion2);
    return {
      ...pattern,
      readerVersion2,
      writerVersion2,
      startTime,
      endTime,
      exceptionCount,
      exceptions: infos.map((info, index) => exceptionOf(info, behind.extended[index])),
      reservedBlock1: behind.reservedBlock1,
      reservedBlock2: behind.reservedBlock2,
      cutIn: isCut ? 'exceptions' : behind.isCut ? 'extendedExceptions' : undefined,
      unread: reader.bytes(reader.remaining),
    };
  });
}

/** What follows the ExceptionInfo. */
interface Behind {
  readonly extended: readonly ExtendedException[];
  readonly reservedBlock1: Uint8Array | undefined;
  readonly reservedBlock2: Uint8Array | undefined;
  readonly isCut: boolean;
}

const nothingBehind: Behind = {
  extended: [],
  reservedBlock1: undefined,
  reservedBlock2: undefined,
  isCut: false,
};

function readBehind(reader: ByteReader, infos: readonly ExceptionInfo[], writerVersion2: number): Behind {
  const reservedBlock1 = readWhole(reader, readReservedBlock);
  if (reservedBlock1 === undefined) return { ...nothingBehind, isCut: true };
  const extended = readParts(reader, infos.length, (each, index) =>
    readExtendedException(each, infos[index]?.overrideFlags ?? 0, writerVersion2),
  );
  const isWhole = extended.length === infos.length;
  const reservedBlock2 = isWhole ? readWhole(reader, readReservedBlock) : undefined;
  return { extended, reservedBlock1, reservedBlock2, isCut: reservedBlock2 === undefined };
}

function exceptionOf(info: ExceptionInfo, extended: ExtendedException | undefined): RecurrenceException {
  return {
    ...info,
    subject: extended?.subject ?? info.subject8,
    location: extended?.location ?? info.location8,
    extended,
  };
}
