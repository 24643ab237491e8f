import type { Diagnosis, UnreachedMeeting, Verdict } from '../../index';
import type { AffectedCopy, JudgedFile, Reported, StoreFile } from '../../report/command';
import type { TableRows } from '../parquet/columns';
import type { PlainError } from './plain-error';

/** What `--format sarif` and `junit` keep of a file: its messages have been let go, and it has come from a worker. */
export type JudgedEntry = JudgedFile | (Reported & { readonly error: PlainError });

/** How the findings of an item stand to those of a baseline. */
export interface FindingsStanding {
  readonly known: number;
  readonly new: number;
  /** The fingerprints of the baseline that were met. */
  readonly met: readonly string[];
}

/** What came of a file, of an item of a store or of a store: written out already, and what is counted. Plain data. */
export interface FileOutcome {
  /** The file, as the report calls it. */
  readonly path: string;
  readonly kind: 'item' | 'reply' | 'unreadable' | 'store' | 'passed-over' | 'left-out' | 'no-message';
  /** Whether it is an item of a store, rather than a file. */
  readonly isOfStore: boolean;
  /** What the report says of it, in its format; empty: nothing. */
  readonly output: string;
  /** What standard error is told; empty: nothing. */
  readonly stderr: string;
  readonly verdict?: Verdict | undefined;
  /** How many findings the exit code is about. */
  readonly graveFindings: number;
  /** Undefined: there is no baseline. */
  readonly standing?: FindingsStanding | undefined;
  /** The meetings of which changes do not reach everybody, each with whom. */
  readonly unreached: readonly UnreachedMeeting[];
  /** The item as a copy of a meeting whose changes do not reach somebody; undefined: it is none. */
  readonly affected?: AffectedCopy | undefined;
  /** Of Parquet: the rows of its tables. */
  readonly rows?: TableRows | undefined;
  /** The diagnosis whose advice is given at the end, where it is the first of its kind. */
  readonly advice?: Diagnosis | undefined;
  readonly store?: StoreFile | undefined;
  readonly judged?: JudgedEntry | undefined;
}

/** An item that is not among those that were asked for: it is counted, and nothing else is said of it. */
export function leftOut(path: string, isOfStore: boolean): FileOutcome {
  return {
    path,
    kind: 'left-out',
    isOfStore,
    output: '',
    stderr: '',
    graveFindings: 0,
    unreached: [],
  };
}
