import type { Verdict } from '../rules/rule';
import { plural } from '../rules/wording';
import { DEFAULT_WIDTH, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';

/** What a run may have read without having anything to judge. */
export interface JudgedCounts {
  readonly judged: number;
  readonly verdicts: ReadonlyMap<Verdict | undefined, number>;
  readonly noun: 'file' | 'item';
  /** Paths of stores that have no item. */
  readonly emptyStores: readonly string[];
}

/** Why a report says little: stores without items, items of which none is a meeting. Empty: it has something to say. */
export function formatNothingToJudge(
  { judged, verdicts, noun, emptyStores }: JudgedCounts,
  { width = DEFAULT_WIDTH }: LayoutOptions = {},
): string {
  const isOther = judged > 1 && verdicts.get('not-applicable') === judged;
  const lines = [
    ...emptyStores.map((path) => `${path} was read, but it has no items.`),
    ...(isOther
      ? [
          `None of the ${plural(judged, noun)} is a meeting: only appointments, meeting requests and cancellations have a verdict.`,
        ]
      : []),
  ];
  return lines.map((line) => wrap('', visible(line), width)).join('\n');
}
