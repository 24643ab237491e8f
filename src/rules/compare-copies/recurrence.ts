import { decodeRecurrence } from '../../mapi/structures/recurrence/recurrence';
import type { Recurrence, RecurrenceException } from '../../mapi/structures/recurrence/recurrence';
import type { Message } from '../../message/message';

/** A recurrence as two copies of it are compared: all that tells one series from another. */
export interface RecurrenceText {
  /** By what rule and for how long it recurs. */
  readonly pattern: string;
  /** The occurrences that are not as the rule says. */
  readonly exceptions: string;
  /** Whether the bytes end before all exceptions are told. */
  readonly isCut: boolean;
}

/** Undefined: the recurrence cannot be read. */
export function describeRecurrence(message: Message): RecurrenceText | undefined {
  const bytes = message.appointmentRecurrence;
  if (bytes === undefined)
    return message.recurring === true
      ? undefined
      : { pattern: 'not at all', exceptions: 'none', isCut: false };
  const decoded = decodeRecurrence(bytes, message.properties.codePage);
  if (decoded === undefined) return undefined;
  const isCut = decoded.cutIn !== undefined;
  return { pattern: patternOf(decoded), exceptions: exceptionsOf(decoded), isCut };
}

/** Whether all that both say of it could be read. */
export function areRecurrencesWhole(...messages: readonly Message[]): boolean {
  return messages.every((message) => describeRecurrence(message)?.isCut === false);
}

function patternOf(recurrence: Recurrence): string {
  const { startTime, endTime, startDate } = recurrence;
  const parts = [
    `${recurrence.frequency}:`,
    everyOf(recurrence),
    `from ${clock(startTime)} to ${clock(endTime)},`,
    `beginning ${startDate}`,
    endOf(recurrence),
    ...peculiarities(recurrence),
  ];
  return parts.join(' ');
}

/** Which days: `every 2 weeks on monday and friday`. */
function everyOf(recurrence: Recurrence): string {
  const { patternType, period, daysOfWeek, nth, dayOfMonth, month } = recurrence;
  const days = daysOfWeek.length === 0 ? 'no day' : daysOfWeek.join(', ');
  switch (patternType) {
    case 'day':
      return every(period / MINUTES_PER_DAY, 'day');
    case 'week':
      return `${every(period, 'week')} on ${days}`;
    case 'month':
    case 'monthNth':
    case 'monthEnd': {
      const day = nth === undefined ? `day ${dayOfMonth ?? 'unknown'}` : `the ${nth} of ${days}`;
      const end = patternType === 'monthEnd' ? 'the last day' : day;
      return `${every(period, 'month')} on ${end}${month === undefined ? '' : ` in month ${month}`}`;
    }
    default:
      return `${every(period, patternType)} on ${recurrence.patternTypeSpecific.join(', ')}`;
  }
}

const MINUTES_PER_DAY = 1440;

function every(count: number, unit: string): string {
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}

function endOf({ endType, endDate, occurrenceCount }: Recurrence): string {
  if (endType === 'never') return 'without end';
  return endType === 'count' ? `${occurrenceCount} times until ${endDate}` : `until ${endDate}`;
}

/** What matters where it is not as always: calendar, sliding, and which weeks or months count. */
function peculiarities(recurrence: Recurrence): string[] {
  const { calendarType, slidingFlag, patternType, period, firstDayOfWeek, firstDateTime } = recurrence;
  const countsSome = period > (patternType === 'day' ? MINUTES_PER_DAY : 1);
  return [
    ...(calendarType === 'default' ? [] : [`in the calendar ${calendarType}`]),
    ...(slidingFlag === 0 ? [] : ['again when the last one is done']),
    ...(patternType === 'week' && countsSome ? [`in weeks from ${firstDayOfWeek}`] : []),
    ...(countsSome ? [`counted from minute ${firstDateTime}`] : []),
  ];
}

/** Minutes from midnight as a clock shows them; behind midnight it goes on: `25:30`. */
function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function exceptionsOf(recurrence: Recurrence): string {
  const { deletedDates, modifiedDates, exceptions, cutIn } = recurrence;
  const replaced = new Set(exceptions.map(({ originalStart }) => originalStart.slice(0, 10)));
  const described = new Set(exceptions.map(({ start }) => start.slice(0, 10)));
  const texts = [
    ...deletedDates.filter((date) => !replaced.has(date)).map((date) => `${date} deleted`),
    ...modifiedDates.filter((date) => !described.has(date)).map((date) => `${date} changed`),
    ...exceptions.map(exceptionText),
  ].sort();
  if (cutIn !== undefined) texts.push('the rest is cut');
  return texts.length === 0 ? 'none' : texts.join('; ');
}

/** What everybody sees of it; busy status and reminder are each one's own. */
function exceptionText(exception: RecurrenceException): string {
  const { originalStart, start, end, subject, location, allDay } = exception;
  return [
    `${originalStart} now ${start} to ${end}`,
    ...(subject === undefined ? [] : [`called ${JSON.stringify(subject)}`]),
    ...(location === undefined ? [] : [`at ${JSON.stringify(location)}`]),
    ...(allDay === undefined ? [] : [allDay ? 'for whole days' : 'by the hour']),
    ...(exception.appointmentStateFlags?.includes('canceled') === true ? ['canceled'] : []),
  ].join(' ');
}
