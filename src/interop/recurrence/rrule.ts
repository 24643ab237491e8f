import { checkArgument, checkOptions } from '../../arguments/check';
import type { OptionKinds } from '../../arguments/check';
import type { Recurrence } from '../../mapi/structures/recurrence/recurrence';
import { minutesOf, momentOf } from '../../mapi/structures/recurrence/recurrence-time';
import { aRecurrence, aSeriesZone } from './given-recurrence';
import { firstDayOf, isPatternDay } from './pattern-days';
import { obstacleOf } from './rule-obstacle';
import type { UnsayableRecurrence } from './rule-obstacle';
import { ruleParts } from './rule-parts';
import { utcOf, zoneOf } from './series-zone';
import type { SeriesZone } from './series-zone';

/** A recurrence as the properties of a VEVENT: RFC 5545 3.8.2.4, 3.8.5. Times are local, such as `20040315T140000`. */
export interface RecurrenceRule {
  /** DTSTART: the first start by the rule, on StartDate or on the next day that fits the rule. */
  readonly dtstart: string;
  /** DTEND of the first occurrence. */
  readonly dtend: string;
  /** RRULE, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=SU;UNTIL=20040517T140000`. */
  readonly rrule: string;
  /** EXDATE: the occurrences that were deleted or moved. */
  readonly exdates: readonly string[];
  /** RDATE: the new starts of occurrences that were moved. */
  readonly rdates: readonly string[];
  /**
   * The starts of occurrences whose duration differs from that of the series. Like another subject or location, only a
   * separate VEVENT can express this, with the start as its RECURRENCE-ID.
   */
  readonly otherEnds: readonly string[];
}

/** How `toRRule` writes the rule. */
export interface RRuleOptions {
  /**
   * The time zone of the series. If you pass it, UNTIL is in UTC, as a DTSTART with a TZID requires; otherwise UNTIL is
   * local.
   */
  readonly zone?: SeriesZone | undefined;
}

/**
 * A recurrence as the properties of RFC 5545; or the reason why RFC 5545 cannot express it, in which case `rrule` is
 * undefined. If a month does not have the day, the rule uses its last day, as Outlook does. Calendars that share the
 * Gregorian months (Japan, Taiwan, Korea, Thai) are supported. For other calendars, RFC 5545 has days and weeks, but
 * not months.
 */
export function toRRule(
  recurrence: Recurrence,
  options: RRuleOptions = {},
): RecurrenceRule | UnsayableRecurrence {
  checkArgument('toRRule', 'The recurrence', recurrence, aRecurrence);
  checkOptions('toRRule', options, { zone: aSeriesZone } satisfies OptionKinds<RRuleOptions>);
  const { zone } = options;
  const obstacle = obstacleOf(recurrence);
  if (obstacle !== undefined) return obstacle;
  const { startDate, startTime, endTime } = recurrence;
  const first = firstDayOf(recurrence) ?? startDate;
  return {
    dtstart: basic(momentAt(first, startTime)),
    dtend: basic(momentAt(first, endTime)),
    rrule: [...ruleParts(recurrence), ...endPart(recurrence, zone)].join(';'),
    ...changesOf(recurrence),
  };
}

/**
 * QUIRK: by [MS-OXOCAL] 2.2.1.44.1 EndDate is the day of the last occurrence. Outlook writes the day on which to end
 * (`Lanch_time_every_friday_in_2023_org.msg`: a Sunday), and others a date that does not fit the count
 * (`draftAppointment.msg`: three times, to two weeks later). EndType says which of the two counts.
 */
function endPart(
  { endType, occurrenceCount, endDate, startTime }: Recurrence,
  zone: SeriesZone | undefined,
): string[] {
  if (endType === 'never') return [];
  if (endType === 'count') return [`COUNT=${occurrenceCount}`];
  const until = momentAt(endDate, startTime);
  return [
    `UNTIL=${zone === undefined ? basic(until) : `${basic(utcOf(until, zoneOf(zone)).slice(0, 16))}Z`}`,
  ];
}

/** The starts of occurrences by the rule that are not, or not as the rule says. */
export function removedStarts({ deletedDates, exceptions, startTime }: Recurrence): Set<string> {
  const dates = [...deletedDates, ...exceptions.map(({ originalStart }) => originalStart.slice(0, 10))];
  return new Set(dates.map((date) => momentAt(date, startTime)));
}

type Changes = Pick<RecurrenceRule, 'exdates' | 'rdates' | 'otherEnds'>;

/** An EXDATE takes away an RDATE, too; so a changed occurrence at a time of the rule is neither. */
function changesOf(recurrence: Recurrence): Changes {
  const { exceptions, startTime, endTime } = recurrence;
  const removed = removedStarts(recurrence);
  const kept = new Set(exceptions.map(({ start }) => start).filter((start) => removed.has(start)));
  const added = exceptions.filter(
    ({ start }) => !(kept.has(start) && isPatternDay(recurrence, start.slice(0, 10))),
  );
  const lasts = endTime - startTime;
  const others = exceptions.filter(({ start, end }) => minutesOf(end) - minutesOf(start) !== lasts);
  return {
    exdates: sorted([...removed].filter((start) => !kept.has(start))),
    rdates: sorted(added.map(({ start }) => start)),
    otherEnds: sorted(others.map(({ start }) => start)),
  };
}

const sorted = (moments: readonly string[]): string[] => [...new Set(moments)].sort().map(basic);

/** A time of day, in minutes, of a day. */
export function momentAt(date: string, minutes: number): string {
  return momentOf(minutesOf(date) + minutes);
}

/** `2004-03-15T14:00` in the basic format of ISO 8601: `20040315T140000`. */
function basic(moment: string): string {
  return `${moment.replaceAll(/[-:]/g, '')}00`;
}
