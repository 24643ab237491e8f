import type { Recurrence } from '../../mapi/structures/recurrence/recurrence';
import { hasGregorianMonths } from '../../mapi/structures/recurrence/recurrence-names';
import { firstDayOf, isCounted } from './pattern-days';

/** The stable codes of reasons why RFC 5545 cannot express a recurrence. */
export type RuleObstacle =
  | 'calendar'
  | 'regenerating'
  | 'pattern'
  | 'days'
  | 'week'
  | 'period'
  | 'phase'
  | 'end'
  | 'times'
  | 'no-occurrence';

/** The same in words. */
const obstacleMessages: Readonly<Record<RuleObstacle, (recurrence: Recurrence) => string>> = {
  calendar: ({ calendarType, patternType }: Recurrence) =>
    `months are counted in a calendar that RFC 5545 does not know (${calendarType}, ${patternType})`,
  regenerating: () => 'the next one is made when the last one is done, which no rule of dates can say',
  pattern: ({ patternType }: Recurrence) => `nobody documents the pattern ${patternType}`,
  days: ({ patternTypeSpecific }: Recurrence) =>
    `the pattern names no existing day (${patternTypeSpecific.join(', ')})`,
  week: ({ firstDayOfWeek }: Recurrence) =>
    `some weeks count, and nobody documents the day ${firstDayOfWeek} on which they begin`,
  period: ({ period }: Recurrence) =>
    `it recurs with a period of ${period}, which no pattern of its kind has`,
  phase: ({ startDate }: Recurrence) =>
    `FirstDateTime and StartDate (${startDate}) contradict each other in which days, weeks or months count`,
  end: ({ endType }: Recurrence) => `nobody documents the end ${endType}`,
  times: ({ startTime, endTime }: Recurrence) =>
    `its occurrences cannot last from minute ${startTime} to minute ${endTime} of a day`,
  'no-occurrence': ({ startDate, endDate }: Recurrence) =>
    `it has no occurrence from ${startDate} to ${endDate}`,
};

/** A recurrence that RFC 5545 cannot express. */
export interface UnsayableRecurrence {
  /** Always undefined, because there is no rule. */
  readonly rrule: undefined;
  /** The code of the reason. Match on this. */
  readonly reason: RuleObstacle;
  /** The same in words. */
  readonly message: string;
}

/** What keeps a recurrence from being said; undefined: nothing does. */
export function obstacleOf(recurrence: Recurrence): UnsayableRecurrence | undefined {
  const reason = patternObstacle(recurrence) ?? periodObstacle(recurrence) ?? rangeObstacle(recurrence);
  return reason && { rrule: undefined, reason, message: obstacleMessages[reason](recurrence) };
}

const knownPatterns: readonly string[] = ['day', 'week', 'month', 'monthNth', 'monthEnd'];

function patternObstacle(recurrence: Recurrence): RuleObstacle | undefined {
  const { patternType, calendarType, slidingFlag } = recurrence;
  if (slidingFlag !== 0) return 'regenerating';
  if (patternType === 'day') return undefined;
  if (patternType !== 'week' && !hasGregorianMonths(calendarType, patternType)) return 'calendar';
  if (!knownPatterns.includes(patternType)) return 'pattern';
  return hasDays(recurrence) ? undefined : 'days';
}

const isDocumented = (name: string | undefined): boolean => name?.startsWith('0x') === false;

function hasDays({ patternType, daysOfWeek, dayOfMonth, nth }: Recurrence): boolean {
  if (patternType === 'monthEnd') return true;
  if (patternType === 'month') return dayOfMonth !== undefined && dayOfMonth >= 1 && dayOfMonth <= 31;
  const areNamed = daysOfWeek.length > 0 && daysOfWeek.every(isDocumented);
  return areNamed && (patternType === 'week' || isDocumented(nth));
}

const MINUTES_PER_DAY = 1440;
/** The longest periods, in days, weeks and months: [MS-OXOCAL] 2.2.1.44.1; of years, Outlook allows 99. */
const LONGEST_PERIOD = { days: 999, weeks: 99, months: 99 * 12 };

function periodObstacle(recurrence: Recurrence): RuleObstacle | undefined {
  const { patternType, period, firstDayOfWeek } = recurrence;
  if (!isPeriod(patternType, period)) return 'period';
  if (patternType === 'week' && period > 1 && !isDocumented(firstDayOfWeek)) return 'week';
  return isCounted(recurrence, recurrence.startDate) ? undefined : 'phase';
}

function isPeriod(patternType: string, period: number): boolean {
  if (period < 1) return false;
  if (patternType === 'day')
    return period % MINUTES_PER_DAY === 0 && period <= LONGEST_PERIOD.days * MINUTES_PER_DAY;
  return period <= (patternType === 'week' ? LONGEST_PERIOD.weeks : LONGEST_PERIOD.months);
}

/** The longest that anything lasts, in minutes: 99 years, as far as a period goes. */
const LONGEST_OCCURRENCE = 99 * 366 * MINUTES_PER_DAY;

function rangeObstacle(recurrence: Recurrence): RuleObstacle | undefined {
  const { endType, endDate, occurrenceCount, startTime, endTime } = recurrence;
  if (!isDocumented(endType)) return 'end';
  if (startTime >= MINUTES_PER_DAY || endTime < startTime || endTime > LONGEST_OCCURRENCE) return 'times';
  const first = firstDayOf(recurrence);
  const isEmpty = endType === 'count' ? occurrenceCount === 0 : first !== undefined && endDate < first;
  return first === undefined || isEmpty ? 'no-occurrence' : undefined;
}
