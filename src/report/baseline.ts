import { plural } from '../rules/wording';
import { visible } from './layout';

/** How the findings of a run compare with those of an earlier run, the baseline. */
export interface BaselineCounts {
  /** The file of the baseline, as the report names it. */
  readonly path: string;
  /** How many findings of this run the baseline has. */
  readonly known: number;
  /** How many findings of this run the baseline does not have. */
  readonly new: number;
  /** How many findings of the baseline this run no longer found. */
  readonly gone: number;
}

/** One line: how many findings are known, new and gone. */
export function formatBaseline({ path, known, new: fresh, gone }: BaselineCounts): string {
  return visible(`Against ${path}: ${plural(known, 'finding')} known, ${fresh} new, ${gone} gone`);
}
