import { plural } from '../rules/wording';
import { visible } from './layout';

/** How the findings of a run stand to those of an earlier one. */
export interface BaselineCounts {
  /** The file that holds the earlier ones, as the report calls it. */
  readonly path: string;
  /** Findings that it has. */
  readonly known: number;
  /** Findings that it does not have. */
  readonly new: number;
  /** What it has and was not found any more. */
  readonly gone: number;
}

/** One line: how many findings are known, new and gone. */
export function formatBaseline({ path, known, new: fresh, gone }: BaselineCounts): string {
  return visible(`Against ${path}: ${plural(known, 'finding')} known, ${fresh} new, ${gone} gone`);
}
