import type { Severity } from '../damage/damage';
import { plural } from '../rules/wording';
import { visible } from './layout';

/** A configuration that nobody named: it lay where the run began. */
export interface FoundConfiguration {
  readonly path: string;
  /** The rules by which it takes findings away, or makes less of them; those that only add are not listed. */
  readonly lowered: readonly LoweredRule[];
  /** The globs of files that it leaves out; absent: none. */
  readonly ignores?: readonly string[] | undefined;
  /** The rules that it gives options; absent: none. */
  readonly options?: readonly string[] | undefined;
}

/** A rule whose findings matter less than they would without the configuration. */
export interface LoweredRule {
  readonly rule: string;
  readonly from: Severity;
  readonly to: Severity | 'off';
  /** The globs of the files of which that holds; absent: of all. */
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
