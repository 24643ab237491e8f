import { codeOf } from '../../mapi/definitions/enumeration';
import type { Recurrence } from '../../mapi/structures/recurrence/recurrence';
import { FirstDayOfWeek, RecurrenceNth, Weekday } from '../../mapi/structures/recurrence/recurrence-names';
import { dateOf, minutesOf } from '../../mapi/structures/recurrence/recurrence-time';

const MINUTES_PER_DAY = 1440;
/** No period is longer: 99 years and a month. */
const LONGEST = 99 * 366 + 31;

/**
 * The first day of a pattern on or after its StartDate, which mostly is that day; undefined: there is none for as long
 * as a period may last. [MS-OXOCAL] 2.2.1.44.1: FirstDateTime says which days, weeks or months count.
 */
export function firstDayOf(recurrence: Recurrence): string | undefined {
  const start = minutesOf(recurrence.startDate);
  for (let day = 0; day < LONGEST; day++) {
    const date = dateOf(start + day * MINUTES_PER_DAY);
    if (isPatternDay(recurrence, date)) return date;
  }
  return undefined;
}

/** Whether an occurrence falls on a day, by the rule alone. */
export function isPatternDay(recurrence: Recurrence, date: string): boolean {
  return isCounted(recurrence, date) && isChosen(recurrence, date);
}

/** Whether a date is in a day, week or month that counts. */
export function isCounted(recurrence: Recurrence, date: string): boolean {
  const distance = unitOf(recurrence, date) - unitOf(recurrence, dateOf(recurrence.firstDateTime));
  return distance % recurrence.period === 0;
}

/** The day (in minutes), week or month of a date, counted from 1601. */
function unitOf({ patternType, firstDayOfWeek }: Recurrence, date: string): number {
  const minutes = minutesOf(date);
  if (patternType === 'day') return minutes;
  if (patternType !== 'week') return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  // 1601-01-01 is a Monday, the day after Sunday, which is 0
  return Math.floor((minutes / MINUTES_PER_DAY + 1 - codeOf(FirstDayOfWeek, firstDayOfWeek)) / 7);
}

/** Whether a day is one that the pattern names within its week or month. */
function isChosen(recurrence: Recurrence, date: string): boolean {
  const { patternType, dayOfMonth = 0 } = recurrence;
  const day = Number(date.slice(8));
  switch (patternType) {
    case 'week':
      return isNamed(recurrence, date);
    case 'month':
      return day === Math.min(dayOfMonth, lengthOfMonth(date));
    case 'monthEnd':
      return day === lengthOfMonth(date);
    case 'monthNth':
      return date === nthOf(recurrence, date.slice(0, 8));
    default:
      return true;
  }
}

function isNamed({ daysOfWeek }: Recurrence, date: string): boolean {
  const bit = 1 << new Date(`${date}T00:00Z`).getUTCDay();
  return daysOfWeek.some((day) => codeOf(Weekday, day) === bit);
}

/** The first, second, … or last of the named days of a month (`2004-03-`). */
function nthOf(recurrence: Recurrence, month: string): string | undefined {
  const { nth = 'last' } = recurrence;
  const days = Array.from({ length: lengthOfMonth(`${month}01`) }, (_, day) =>
    month.concat(String(day + 1).padStart(2, '0')),
  ).filter((date) => isNamed(recurrence, date));
  return nth === 'last' ? days.at(-1) : days[codeOf(RecurrenceNth, nth) - 1];
}

/** How many days the month of a date has. */
function lengthOfMonth(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
