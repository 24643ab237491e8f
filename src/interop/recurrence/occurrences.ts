import type ICAL from 'ical.js';
import { checkArgument } from '../../arguments/check';
import { UnsupportedError } from '../../damage/errors';
import { loadOptional } from '../../damage/missing-package';
import type { Recurrence, RecurrenceException } from '../../mapi/structures/recurrence/recurrence';
import type { TimeZone } from '../../evidence/time-zone';
import { minutesOf } from '../../mapi/structures/recurrence/recurrence-time';
import { aRecurrence, aSeriesZone } from './given-recurrence';
import { isPatternDay } from './pattern-days';
import { removedStarts, momentAt, toRRule } from './rrule';
import { ruleParts } from './rule-parts';
import { utcOf, zoneOf } from './series-zone';
import type { SeriesZone } from './series-zone';

/** One occurrence of a series. */
export interface Occurrence {
  /** The start, in local time without a zone: `2004-03-15T14:00`. */
  readonly start: string;
  /** The end, in local time. */
  readonly end: string;
  /** The start, in UTC: `2004-03-15T13:00:00.000Z`. */
  readonly startUtc: string;
  /** The end, in UTC. */
  readonly endUtc: string;
  /** The original start: the same as `start`, unless the occurrence was moved. */
  readonly originalStart: string;
  /** What was changed in this occurrence; undefined if it is as in the series. */
  readonly exception: RecurrenceException | undefined;
}

/** The last day of Outlook's calendar: [MS-OXOCAL] 2.2.1.44.1. */
const LAST_DAY = '4500-12-31';

/**
 * The occurrences of a series in the order of their start: changed ones where they were moved to, without deleted ones.
 * Each is computed when you ask for it; those of an endless series go on until 4500. Throws an `UnsupportedError` if
 * ical.js, which finds the days, is not installed or fails (`ics`, with its error as `cause`), or if RFC 5545 cannot
 * express the recurrence (`recurrence`, see `toRRule`).
 */
export async function* occurrences(
  recurrence: Recurrence,
  zone: SeriesZone,
): AsyncGenerator<Occurrence, void, undefined> {
  checkArgument('occurrences', 'The recurrence', recurrence, aRecurrence);
  checkArgument('occurrences', 'The zone', zone, aSeriesZone);
  const { default: library } = await loadOptional(recurrenceLibrary, () => import('ical.js'));
  const clocks = zoneOf(zone);
  const changed = recurrence.exceptions.map((each) => changedOccurrence(each, clocks)).sort(byStart);
  let next = 0;
  for (const regular of regularOccurrences(library, recurrence, clocks)) {
    for (let each = changed[next]; each !== undefined && byStart(each, regular) < 0; each = changed[++next])
      yield each;
    yield regular;
  }
  yield* changed.slice(next);
}

const byStart = (one: Occurrence, other: Occurrence): number => minutesOf(one.start) - minutesOf(other.start);

const recurrenceLibrary = {
  name: 'ical.js',
  feature: 'ics',
  purpose: 'Finding the occurrences of a series',
} as const;

function changedOccurrence(exception: RecurrenceException, zone: TimeZone): Occurrence {
  const { start, end, originalStart } = exception;
  return occurrenceOf({ start, end, originalStart, exception }, zone);
}

function occurrenceOf(local: Omit<Occurrence, 'startUtc' | 'endUtc'>, zone: TimeZone): Occurrence {
  return { ...local, startUtc: utcOf(local.start, zone), endUtc: utcOf(local.end, zone) };
}

/** What the rule gives, without what was deleted or changed. */
function* regularOccurrences(
  library: typeof ICAL,
  recurrence: Recurrence,
  zone: TimeZone,
): Generator<Occurrence, void, undefined> {
  const rule = toRRule(recurrence);
  if (rule.rrule === undefined)
    throw new UnsupportedError('recurrence', `RFC 5545 cannot say it: ${rule.message}`);
  const { startTime, endTime, endType, occurrenceCount } = recurrence;
  const removed = removedStarts(recurrence);
  const last = endType === 'date' ? recurrence.endDate : LAST_DAY;
  let count = 0;
  for (const date of patternDays(library, recurrence, rule.dtstart)) {
    if (date > last || (endType === 'count' && count++ >= occurrenceCount)) return;
    const start = momentAt(date, startTime);
    if (removed.has(start)) continue;
    const local = { start, end: momentAt(date, endTime), originalStart: start, exception: undefined };
    yield occurrenceOf(local, zone);
  }
}

/**
 * The days of a pattern without an end.
 *
 * QUIRK: RFC 5545 3.3.10 has BYSETPOS choose among the days of BYMONTHDAY; ical.js 2.2.1 leaves BYSETPOS unheard there.
 * So it gives all days among which BYSETPOS would choose.
 */
function* patternDays(
  library: typeof ICAL,
  recurrence: Recurrence,
  dtstart: string,
): Generator<string, void, undefined> {
  const parts = ruleParts(recurrence).filter((part) => !part.startsWith('BYSETPOS'));
  const start = library.Time.fromDateString(dtstart.replace(/^(....)(..)(..).*/, '$1-$2-$3'));
  const iterator = library.Recur.fromString(parts.join(';')).iterator(start);
  const next = iterator.next.bind(iterator) as () => ICAL.Time | null; // null behind the last, whatever its type says
  for (let time = next(); time !== null; time = next()) {
    const date = time.toString();
    if (isPatternDay(recurrence, date)) yield date;
  }
}
