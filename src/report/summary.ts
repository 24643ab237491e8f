import type { Verdict } from '../rules/rule';
import { verdictsByGravity } from '../rules/verdicts';
import { plural } from '../rules/wording';
import type { UnreachedTotals } from './unreached-totals';

/** Totals over all files. */
export interface SummaryCounts {
  /** How many files have each verdict; the key undefined counts those without a verdict. */
  readonly verdicts: ReadonlyMap<Verdict | undefined, number>;
  /** How many files are not messages. */
  readonly skipped?: number | undefined;
  readonly unreadable?: number | undefined;
  /** How many files have findings of rules that the verdict is not about. */
  readonly withOtherFindings?: number | undefined;
  /** How many items were not selected. */
  readonly leftOut?: number | undefined;
  /**
   * The numbers of meetings whose changes do not reach every attendee, and of these attendees, as `UnreachedTotals`
   * counts them.
   */
  readonly unreached?: Pick<UnreachedTotals, 'meetings' | 'alone' | 'attendees'> | undefined;
  /** What the counts are about. Default `file`. */
  readonly noun?: 'file' | 'item' | undefined;
}

/** How many files had which verdict, `3 files: 1 likely, 2 unlikely`, and whom cancellations do not reach. */
export function formatSummary({ verdicts, noun = 'file', ...counts }: SummaryCounts): string {
  const { skipped = 0, unreadable = 0, leftOut = 0, withOtherFindings = 0, unreached } = counts;
  const total = [...verdicts.values()].reduce((sum, count) => sum + count, unreadable + skipped + leftOut);
  const parts = [
    ...verdictsByGravity.map((verdict) => part(verdicts.get(verdict) ?? 0, verdict)),
    part(unreadable, 'not checked'),
    part(skipped, 'skipped (no messages)'),
    part(leftOut, 'left out by the filters'),
  ].filter((words) => words !== '');
  const others = withOtherFindings === 0 ? '' : `; findings of other rules in ${withOtherFindings}`;
  const counted = `${plural(total, noun)}${parts.length > 0 ? ': ' : ''}${parts.join(', ')}${others}`;
  return unreached === undefined || unreached.meetings === 0
    ? counted
    : `${counted}\n${formatUnreached(unreached)}`;
}

function part(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}`;
}

/** How many meetings keep something from how many people. */
export function unreachedWords(meetings: number, attendees: number): string {
  const whom = `external attendees (${plural(attendees, 'person', 'people')} in all)`;
  return `${plural(meetings, 'meeting')} whose changes or cancellations did not, or would not, reach ${whom}`;
}

/** A line that says how many meetings have changes and cancellations that do not reach how many people. */
export function formatUnreached({
  meetings,
  alone,
  attendees,
}: NonNullable<SummaryCounts['unreached']>): string {
  const whom = unreachedWords(meetings, attendees);
  if (alone === 0) return whom;
  const counted = alone === 1 ? '1 of them does' : `${alone} of them do`;
  return `${whom}; ${counted} not say which meeting it is, and ${alone === 1 ? 'counts' : 'count'} for itself`;
}
