import type { ByteReader } from '../../../bytes/byte-reader';
import { AppointmentStateFlags, BusyStatus } from '../../definitions/meeting-enums';
import { nameOf, namesOfBits } from '../../definitions/enumeration';
import type { Undocumented } from '../../definitions/enumeration';
import { decodeString8 } from '../../values/code-page';
import { momentOf } from './recurrence-time';

/**
 * How an occurrence was changed: ExceptionInfo, [MS-OXOCAL] 2.2.1.44.2. Times are local, such as `2004-03-23T14:00`.
 */
export interface ExceptionInfo {
  /** The new start in local time: ISO 8601 without a zone, to the minute. */
  readonly start: string;
  /** The new end, in the same form. */
  readonly end: string;
  /** When the occurrence would have begun, in the same form. */
  readonly originalStart: string;
  /**
   * What the exception changes, as the bits of OverrideFlags: 0x1 subject, 0x2 state, 0x4 and 0x8 reminder, 0x10
   * location, 0x20 busy status, 0x40 attachments, 0x80 all-day setting, 0x100 color, 0x200 body.
   */
  readonly overrideFlags: number;
  /** The subject from 8-bit characters; undefined if it is the same as in the series. */
  readonly subject8: string | undefined;
  /** The location from 8-bit characters; undefined if it is the same as in the series. */
  readonly location8: string | undefined;
  /** MeetingType: PidLidAppointmentStateFlags of the occurrence; undefined if as in the series. */
  readonly appointmentStateFlags: readonly (AppointmentStateFlags | Undocumented)[] | undefined;
  /** PidLidReminderDelta of the occurrence, in minutes; undefined if as in the series. */
  readonly reminderDelta: number | undefined;
  /** Whether the occurrence has a reminder; undefined if as in the series. */
  readonly reminderSet: boolean | undefined;
  /** PidLidBusyStatus of the occurrence; undefined if as in the series. */
  readonly busyStatus: BusyStatus | Undocumented | undefined;
  /** Whether the occurrence has its own attachments; undefined if as in the series. */
  readonly hasAttachments: boolean | undefined;
  /** SubType: whether the occurrence lasts all day; undefined if as in the series. */
  readonly allDay: boolean | undefined;
  /** AppointmentColor: PidLidAppointmentColor of the occurrence, 0 to 10; undefined if as in the series. */
  readonly color: number | undefined;
  /**
   * Whether the two stated lengths of the subject agree, and those of the location: each is stated with and without a
   * terminator.
   */
  readonly areLengthsSound: boolean;
}

/** The bit that says that there is a subject; and in an extended exception, too. */
export const SUBJECT = 0x1;
/** The same of a location. */
export const LOCATION = 0x10;

/** Reads an ExceptionInfo; `codePage` is that of its subject and its location. */
export function readExceptionInfo(reader: ByteReader, codePage: number): ExceptionInfo {
  const [start, end, originalStart] = [reader.u32(), reader.u32(), reader.u32()].map(momentOf);
  const overrideFlags = reader.u16();
  const numberIf = (bit: number): number | undefined =>
    (overrideFlags & bit) === 0 ? undefined : reader.u32();
  const textIf = (bit: number): CountedText =>
    (overrideFlags & bit) === 0 ? noText : readCounted(reader, codePage);
  const subject = textIf(SUBJECT);
  const state = numberIf(0x2);
  const reminderDelta = numberIf(0x4);
  const reminderSet = numberIf(0x8);
  const location = textIf(LOCATION);
  const busyStatus = numberIf(0x20);
  const attachments = numberIf(0x40);
  const subType = numberIf(0x80);
  return {
    start: start ?? '',
    end: end ?? '',
    originalStart: originalStart ?? '',
    overrideFlags,
    subject8: subject.text,
    location8: location.text,
    appointmentStateFlags: state === undefined ? undefined : namesOfBits(AppointmentStateFlags, state),
    reminderDelta,
    reminderSet: booleanOf(reminderSet),
    busyStatus: busyStatus === undefined ? undefined : nameOf(BusyStatus, busyStatus),
    hasAttachments: booleanOf(attachments),
    allDay: booleanOf(subType),
    color: numberIf(0x100),
    areLengthsSound: subject.isLengthSound && location.isLengthSound,
  };
}

function booleanOf(value: number | undefined): boolean | undefined {
  return value === undefined ? undefined : value !== 0;
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
