// A recurrence in the shape of msgreader: AppointmentRecur

import { AppointmentStateFlags, BusyStatus } from '../../mapi/definitions/meeting-enums';
import { codeOf } from '../../mapi/definitions/enumeration';
import {
  FirstDayOfWeek,
  RecurrenceCalendar,
  RecurrenceEnd,
  RecurrenceFrequency,
  RecurrencePatternType,
} from '../../mapi/structures/recurrence/recurrence-names';
import type { RecurrencePattern } from '../../mapi/structures/recurrence/recurrence-pattern';
import { minutesOf } from '../../mapi/structures/recurrence/recurrence-time';
import { decodeRecurrence } from '../../mapi/structures/recurrence/recurrence';
import type { RecurrenceException } from '../../mapi/structures/recurrence/recurrence';

/**
 * A PidLidAppointmentRecur as msgreader shows it: the numbers of [MS-OXOCAL] 2.2.1.44, with times as local minutes
 * since 1601.
 */
export interface MsgReaderRecurrence {
  readonly recurrencePattern: {
    readonly recurFrequency: number;
    readonly patternType: number;
    readonly calendarType: number;
    readonly firstDateTime: number;
    readonly period: number;
    readonly slidingFlag: number;
    readonly patternTypeWeek?: { readonly dayOfWeekBits: number };
    readonly patternTypeMonth?: { readonly day: number };
    readonly patternTypeMonthNth?: { readonly dayOfWeekBits: number; readonly n: number };
    readonly endType: number;
    readonly occurrenceCount: number;
    readonly firstDOW: number;
    readonly deletedInstanceDates: number[];
    readonly modifiedInstanceDates: number[];
    readonly startDate: number;
    readonly endDate: number;
  };
  readonly startTimeOffset: number;
  readonly endTimeOffset: number;
  readonly exceptionInfo: MsgReaderException[];
}

/** A changed occurrence as msgreader shows it. A value that is the same as in the series does not have a key. */
export interface MsgReaderException {
  readonly startDateTime: number;
  readonly endDateTime: number;
  readonly originalStartTime: number;
  readonly overrideFlags: number;
  readonly subject?: string;
  readonly meetingType?: number;
  readonly reminderDelta?: number;
  readonly reminderSet?: number;
  readonly location?: string;
  readonly busyStatus?: number;
  readonly attachment?: number;
  readonly subType?: number;
  readonly appointmentColor?: number;
  readonly changeHighlight?: number;
}

/** Undefined if it is cut. */
export function recurrenceField(bytes: Uint8Array, codePage: number): MsgReaderRecurrence | undefined {
  const recurrence = decodeRecurrence(bytes, codePage);
  if (recurrence === undefined || recurrence.cutIn !== undefined) return undefined;
  return {
    recurrencePattern: patternOf(recurrence),
    startTimeOffset: recurrence.startTime,
    endTimeOffset: recurrence.endTime,
    exceptionInfo: recurrence.exceptions.map(exceptionOf),
  };
}

function patternOf(pattern: RecurrencePattern): MsgReaderRecurrence['recurrencePattern'] {
  return {
    recurFrequency: codeOf(RecurrenceFrequency, pattern.frequency),
    patternType: codeOf(RecurrencePatternType, pattern.patternType),
    calendarType: codeOf(RecurrenceCalendar, pattern.calendarType),
    firstDateTime: pattern.firstDateTime,
    period: pattern.period,
    slidingFlag: pattern.slidingFlag,
    endType: codeOf(RecurrenceEnd, pattern.endType) >>> 0,
    occurrenceCount: pattern.occurrenceCount,
    firstDOW: codeOf(FirstDayOfWeek, pattern.firstDayOfWeek as 'sunday') >>> 0,
    deletedInstanceDates: pattern.deletedDates.map(minutesOf),
    modifiedInstanceDates: pattern.modifiedDates.map(minutesOf),
    startDate: minutesOf(pattern.startDate),
    endDate: minutesOf(pattern.endDate),
    ...specificOf(pattern),
  };
}

/** PatternTypeSpecific under the name of its kind. */
function specificOf({ patternType, patternTypeSpecific: [first = 0, n = 0] }: RecurrencePattern): object {
  switch (patternType) {
    case 'week':
      return { patternTypeWeek: { dayOfWeekBits: first } };
    case 'month':
    case 'monthEnd':
    case 'hijriMonth':
    case 'hijriMonthEnd':
      return { patternTypeMonth: { day: first } };
    case 'monthNth':
    case 'hijriMonthNth':
      return { patternTypeMonthNth: { dayOfWeekBits: first, n } };
    default:
      return {};
  }
}

function exceptionOf(exception: RecurrenceException): MsgReaderException {
  const { appointmentStateFlags, busyStatus } = exception;
  const changes = {
    subject: exception.subject,
    meetingType: appointmentStateFlags?.reduce((sum, flag) => sum | codeOf(AppointmentStateFlags, flag), 0),
    reminderDelta: exception.reminderDelta,
    reminderSet: numberOfFlag(exception.reminderSet),
    location: exception.location,
    busyStatus: codeOf(BusyStatus, busyStatus),
    attachment: numberOfFlag(exception.hasAttachments),
    subType: numberOfFlag(exception.allDay),
    appointmentColor: exception.color,
    changeHighlight: exception.extended?.changeHighlight,
  };
  return {
    startDateTime: minutesOf(exception.start),
    endDateTime: minutesOf(exception.end),
    originalStartTime: minutesOf(exception.originalStart),
    overrideFlags: exception.overrideFlags,
    ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  };
}

function numberOfFlag(flag: boolean | undefined): number | undefined {
  return flag === undefined ? undefined : Number(flag);
}
