import type { Recurrence, RecurrenceException } from '../../../mapi/structures/recurrence/recurrence';
import type { RecurrenceProblem } from './wording';

/** The date of 0 minutes: what a recurrence has that was never given one. */
const ZERO = '1601-01-01';
/** The last day of Outlook's calendar, on which endless recurrences end: [MS-OXOCAL] 2.2.1.44.1. */
const LAST_DAY = '4500-12-31';

/** What is wrong with a recurrence in itself. */
export function judgePattern(recurrence: Recurrence): RecurrenceProblem[] {
  return [
    ...judgeRange(recurrence),
    ...judgeEnd(recurrence),
    ...recurrence.exceptions.flatMap((exception) => judgeException(exception, recurrence)),
  ];
}

/** Whether its bytes end where they should, and describe what they count. */
function judgeEnd(recurrence: Recurrence): RecurrenceProblem[] {
  const { modifiedDates, exceptions, exceptionCount, cutIn, unread } = recurrence;
  const [counted, described] = [exceptionCount, exceptions.length];
  if (cutIn === 'exceptions') return [{ code: 'recurrence-cut', values: { counted, described } }];
  const problems: RecurrenceProblem[] = [];
  const modified = modifiedDates.length;
  if (modified !== described)
    problems.push({ code: 'exception-count', values: { modified, exceptions: described } });
  if (cutIn === 'extendedExceptions') problems.push({ code: 'recurrence-texts-cut' });
  else if (unread.some((byte) => byte !== 0))
    problems.push({ code: 'recurrence-bytes-unread', values: { size: unread.length } });
  return problems;
}

function judgeRange({ startDate: start, endDate: end }: Recurrence): RecurrenceProblem[] {
  if (start === ZERO) return [{ code: 'recurrence-start-zero' }];
  if (start > LAST_DAY) return [{ code: 'recurrence-start-past-limit', values: { date: start } }];
  if (end === ZERO) return [{ code: 'recurrence-end-zero' }];
  if (end > LAST_DAY) return [{ code: 'recurrence-end-past-limit', values: { date: end } }];
  return end < start ? [{ code: 'recurrence-ends-before-start', values: { start, end } }] : [];
}

function judgeException(
  exception: RecurrenceException,
  { startDate, endDate }: Recurrence,
): RecurrenceProblem[] {
  const { originalStart: original, areLengthsSound } = exception;
  const date = original.slice(0, ZERO.length);
  const problems: RecurrenceProblem[] = [];
  if (date < startDate)
    problems.push({ code: 'exception-before-series', values: { original, start: startDate } });
  if (date > endDate) problems.push({ code: 'exception-after-series', values: { original, end: endDate } });
  if (!areLengthsSound) problems.push({ code: 'exception-lengths', values: { original } });
  return problems;
}
