// What judging gives of each file and item: a line of the list, and no recipient table.

import type { AffectedCopy } from '../report/command';
import type { Verdict } from '../index';
import type { Failure } from './failure';

/** The word that a line is headed by. */
export type Headword = Verdict | 'findings' | 'no findings' | 'unreadable';

/** An item in the list: what it is found, sorted and counted by. */
export interface PageLine {
  readonly kind: 'item';
  /** Of a store: its node, such as `0x200024`. */
  readonly id?: string | undefined;
  /** Of a store: the place of its folder among the store's. */
  readonly folder: number;
  readonly isInSentItems?: boolean | undefined;
  readonly headword: Headword;
  readonly subject: string | undefined;
  readonly organizer: string | undefined;
  /** In the form of `FileTime.iso`. */
  readonly start: string | undefined;
  /** Names and addresses of its recipients in lower case, a line each. */
  readonly people: string;
  /** How many people its changes do not reach. */
  readonly unreached: number;
  readonly anomalies: number;
  /** The item as a copy of a meeting whose changes do not reach somebody. */
  readonly affected: AffectedCopy | undefined;
  /** Which pieces of evidence are about it, by their place among those that were handed over. */
  readonly fits: readonly number[];
  /** What it is evidence of for others, such as `reply`. */
  readonly evidence: string | undefined;
  /** Why nothing of it could be read. */
  readonly failure?: Failure | undefined;
}

/** What became of a file. */
export type JudgedFileOfPage =
  | PageLine
  | { readonly kind: 'store' }
  /** Something that can be put beside a message. `what` it is, such as `event log, 2 events`. */
  | { readonly kind: 'evidence'; readonly what: string }
  | { readonly kind: 'no-message'; readonly failure: Failure };

/** The next items of a store. */
export interface JudgedItems {
  readonly kind: 'judged-items';
  readonly lines: readonly PageLine[];
  readonly isEnd: boolean;
}
