import type { Severity } from '../damage/damage';
import { plural } from '../rules/wording';
import { visible } from './layout';

/** A configuration that nobody named: it lay where the run began. */
export interface FoundConfiguration {
  readonly path: string;
  /** The rules by which it takes findings away, or makes less of them; those that only add are not listed. */
  readonly lowered: readonly LoweredRule[];
}

/** A rule whose findings matter less than they would without the configuration. */
export interface LoweredRule {
  readonly rule: string;
  readonly from: Severity;
  readonly to: Severity | 'off';
}

/** One line: that it was found, and every rule by which it takes findings away. */
export function formatFoundConfiguration({ path, lowered }: FoundConfiguration): string {
  const off = lowered.filter(({ to }) => to === 'off').map(({ rule }) => rule);
  const less = lowered.flatMap(({ rule, from, to }) =>
    to === 'off' ? [] : [`${rule} from ${from} to ${to}`],
  );
  const acts = [
    ...(off.length > 0 ? [`switches ${plural(off.length, 'rule')} off: ${off.join(', ')}`] : []),
    ...(less.length > 0 ? [`lowers ${less.join(', ')}`] : []),
  ];
  const what = acts.length === 0 ? 'it takes no finding away' : `it ${acts.join('; it ')}`;
  return visible(`${path} was found, not named, and applies: ${what}`);
}
