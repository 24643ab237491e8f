import { codeOf } from '../../mapi/definitions/enumeration';
import type { Undocumented } from '../../mapi/definitions/enumeration';
import type { Recurrence } from '../../mapi/structures/recurrence/recurrence';
import { RecurrenceNth } from '../../mapi/structures/recurrence/recurrence-names';
import type { Weekday } from '../../mapi/structures/recurrence/recurrence-names';

const MINUTES_PER_DAY = 1440;

/** What a RRULE says of the days of a recurrence that nothing keeps from being said: frequency, interval, BY…, WKST. */
export function ruleParts(recurrence: Recurrence): string[] {
  const { patternType, period } = recurrence;
  if (patternType === 'day') return frequency('DAILY', period / MINUTES_PER_DAY);
  if (patternType === 'week') return weekly(recurrence);
  return recurrence.month === undefined
    ? [...frequency('MONTHLY', period), ...dayOf(recurrence)]
    : [...frequency('YEARLY', period / 12), `BYMONTH=${recurrence.month}`, ...dayOf(recurrence)];
}

function frequency(name: string, interval: number): string[] {
  return [`FREQ=${name}`, ...(interval === 1 ? [] : [`INTERVAL=${interval}`])];
}

function weekly({ period, daysOfWeek, firstDayOfWeek }: Recurrence): string[] {
  const parts = [...frequency('WEEKLY', period), `BYDAY=${daysOfWeek.map(dayName).join(',')}`];
  return period === 1 ? parts : [...parts, `WKST=${dayName(firstDayOfWeek)}`];
}

const dayName = (day: Weekday | Undocumented): string => day.slice(0, 2).toUpperCase();

/** The day of a month. */
function dayOf({ patternType, dayOfMonth = 31, month, nth, daysOfWeek }: Recurrence): string[] {
  if (patternType === 'monthNth') return nthDay(daysOfWeek.map(dayName), nth);
  const day = patternType === 'monthEnd' ? 31 : dayOfMonth;
  return month === undefined ? anyMonth(day) : [`BYMONTHDAY=${inMonth(month, day)}`];
}

/** Of one day of the week, the second is `2MO`; of several, the second of all of them is BYSETPOS=2. */
function nthDay(days: readonly string[], nth: Recurrence['nth']): string[] {
  const position = nth === undefined || nth === 'last' ? -1 : codeOf(RecurrenceNth, nth);
  return days.length === 1
    ? [`BYDAY=${position}${days.join('')}`]
    : [`BYDAY=${days.join(',')}`, `BYSETPOS=${position}`];
}

/** A day that each month has, or its last day: to RFC 5545 a month without the day has no occurrence. */
function anyMonth(day: number): string[] {
  if (day <= 28) return [`BYMONTHDAY=${day}`];
  return day === 29
    ? ['BYMONTHDAY=28,29', 'BYSETPOS=-1']
    : day === 30
      ? ['BYMONTHDAY=28,29,30', 'BYSETPOS=-1']
      : ['BYMONTHDAY=-1'];
}

/** The same in a month of each year. */
function inMonth(month: number, day: number): number {
  if (month === 2) return day <= 28 ? day : -1;
  return [4, 6, 9, 11].includes(month) ? Math.min(day, 30) : day;
}
