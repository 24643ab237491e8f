import { checkOptions } from '../arguments/check';
import { layoutKinds } from './layout';
import type { CopyComparison } from '../rules/compare-copies/compare';
import { DEFAULT_WIDTH, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';

const outcomes: Readonly<Record<CopyComparison['outcome'], string>> = {
  same: 'the same',
  different: 'DIFFERENT',
  open: 'no difference found, but not everything could be compared',
  'not-comparable': 'not comparable',
};

/** The result of comparing two copies, in words: one line for each difference and each reason. */
export function formatComparison(
  organizer: string,
  attendee: string,
  { outcome, differences, reasons }: CopyComparison,
  options: LayoutOptions = {},
): string {
  checkOptions('formatComparison', options, layoutKinds);
  const { width = DEFAULT_WIDTH } = options;
  return [
    `${visible(organizer)} – ${visible(attendee)}: ${outcomes[outcome]}`,
    ...differences.map(({ severity, message }) => wrap(`  ${severity}: `, visible(message), width)),
    ...reasons.map(({ message }) => wrap('  note: ', visible(message), width)),
  ].join('\n');
}
