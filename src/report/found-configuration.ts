import type { Severity } from '../damage/damage';
import { plural } from '../rules/wording';
import { visible } from './layout';

/** A configuration that mapilint found where the run began, and that was not named explicitly. */
export interface FoundConfiguration {
  readonly path: string;
  /**
   * The rules that the configuration switches off, or whose severity it lowers; rules that it only adds are not listed.
   */
  readonly lowered: readonly LoweredRule[];
  /** The globs of files that the configuration ignores; absent if there are none. */
  readonly ignores?: readonly string[] | undefined;
  /** The rules for which the configuration sets options; absent if there are none. */
  readonly options?: readonly string[] | undefined;
}

/** A rule whose findings have a lower severity than without the configuration, or are switched off. */
export interface LoweredRule {
  readonly rule: string;
  readonly from: Severity;
  readonly to: Severity | 'off';
  /** The globs of the files that this applies to; absent if it applies to all files. */
  readonly files?: readonly string[] | undefined;
}

/** One line: that it was found, and everything by which it takes findings away. */
export function formatFoundConfiguration({
  path,
  lowered,
  ignores = [],
  options = [],
}: FoundConfiguration): string {
  const placeOf = ({ files }: LoweredRule): string => files?.join(', ') ?? '';
  const places = [...new Set(lowered.map(placeOf))];
  const acts = [
    ...places.flatMap((place) =>
      lowering(lowered.filter((rule) => placeOf(rule) === place)).map((act) =>
        place === '' ? `it ${act}` : `of ${place} it ${act}`,
      ),
    ),
    ...(ignores.length > 0 ? [`it leaves out ${ignores.join(', ')}`] : []),
    ...(options.length > 0 ? [`it sets options of ${options.join(', ')}`] : []),
  ];
  const what = acts.length === 0 ? 'it hides no findings' : acts.join('; ');
  return visible(`${path} was found, not named, and applies: ${what}`);
}

/** What is done to rules, of the same files. */
function lowering(lowered: readonly LoweredRule[]): string[] {
  const off = lowered.filter(({ to }) => to === 'off').map(({ rule }) => rule);
  const less = lowered.flatMap(({ rule, from, to }) =>
    to === 'off' ? [] : [`${rule} from ${from} to ${to}`],
  );
  return [
    ...(off.length > 0 ? [`switches ${plural(off.length, 'rule')} off: ${off.join(', ')}`] : []),
    ...(less.length > 0 ? [`lowers ${less.join(', ')}`] : []),
  ];
}
