import type { Verdict } from '../rules/rule';
import { plural } from '../rules/wording';
import { DEFAULT_WIDTH, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';

/** What a run may have read without having anything to judge. */
export interface JudgedCounts {
  readonly judged: number;
  readonly verdicts: ReadonlyMap<Verdict | undefined, number>;
  readonly noun: 'file' | 'item';
  /** Paths of stores of which no item was read. */
  readonly emptyStores: readonly string[];
  /** Whether not all items of stores were asked for. */
  readonly isSelection: boolean;
}

/** Why a report says little: stores without items, items of which none is a meeting. Empty: it has something to say. */
export function formatNothingToJudge(
  { judged, verdicts, noun, emptyStores, isSelection }: JudgedCounts,
  { width = DEFAULT_WIDTH }: LayoutOptions = {},
): string {
  const isOther = judged > 1 && verdicts.get('not-applicable') === judged;
  const why = isSelection ? 'none of its items was asked for' : 'it has no items';
  const lines = [
    ...emptyStores.map((path) => `${path} was read, but ${why}.`),
    ...(isOther
      ? [
          `None of the ${plural(judged, noun)} is a meeting: only appointments, meeting requests and cancellations have a verdict.`,
        ]
      : []),
  ];
  return lines.map((line) => wrap('', visible(line), width)).join('\n');
}
