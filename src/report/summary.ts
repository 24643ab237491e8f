import type { Verdict } from '../rules/rule';
import { verdictsByGravity } from '../rules/verdicts';
import { plural } from '../rules/wording';

/** What was counted over all files. */
export interface SummaryCounts {
  /** How many have each verdict; undefined: none. */
  readonly verdicts: ReadonlyMap<Verdict | undefined, number>;
  /** Files found that are no messages. */
  readonly skipped?: number | undefined;
  readonly unreadable?: number | undefined;
  /** Meetings whose cancellation does not reach an attendee. */
  readonly meetings?: number | undefined;
  /** The attendees whom it does not reach. */
  readonly attendees?: number | undefined;
  /** What was counted. Default `file`. */
  readonly noun?: 'file' | 'item' | undefined;
}

/** How many files had which verdict, `3 files: 1 likely, 2 unlikely`, and whom cancellations do not reach. */
export function formatSummary({ verdicts, noun = 'file', ...counts }: SummaryCounts): string {
  const { skipped = 0, unreadable = 0, meetings = 0, attendees = 0 } = counts;
  const parts = verdictsByGravity.flatMap((verdict) => {
    const count = verdicts.get(verdict) ?? 0;
    return count > 0 ? [`${count} ${verdict}`] : [];
  });
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  if (skipped > 0) parts.push(`${skipped} skipped (no messages)`);
  const total = [...verdicts.values()].reduce((sum, count) => sum + count, unreadable + skipped);
  const counted = `${plural(total, noun)}${parts.length > 0 ? ': ' : ''}${parts.join(', ')}`;
  if (meetings === 0) return counted;
  return `${counted}\n${plural(meetings, 'meeting')} will not be cancelled for ${plural(attendees, 'attendee')}`;
}
