import type { StorePlace } from '../report/command';

/** Where a message is: a file that the page knows by a number, and of a store the item and its folder. */
export interface Source {
  readonly number: number;
  readonly file: File;
  /** What people call the file: its path within what was dropped. */
  readonly path: string;
  readonly item?: StorePlace | undefined;
  /** Whether its store says that the item lies in Sent Items. */
  readonly isInSentItems?: boolean | undefined;
}

/** The files that were handed over as evidence; a new number whenever there are others. */
export interface EvidenceSelection {
  readonly number: number;
  readonly files: readonly File[];
}
