import type { Baseline } from '../baseline';
import type { Config } from '../configuration/config';
import type { Arguments } from '../usage/arguments';

/** What all files of a run are checked with: plain data, which workers are given, too. */
export interface CheckSettings {
  readonly args: Arguments;
  /** What the configuration says, read once: it may change meanwhile. */
  readonly config: Config;
  /** The time that counts as now, the same for every file. */
  readonly now: Date;
  /** The findings of an earlier run; undefined: nothing is compared. */
  readonly baseline?: Baseline | undefined;
  /** Columns of the terminal; undefined: there is none. */
  readonly columns: number | undefined;
  readonly isColoured: boolean;
}
