import type { Source } from './source';

/** How a reading leaves the page; `ticket-redacted`: with numbers in the place of names, addresses and subjects. */
export type ExportForm = 'json' | 'csv' | 'ticket' | 'ticket-redacted';

/** How a list leaves the page; `people`: a line of CSV for each attendee who is not reached. */
export type ListForm = 'csv' | 'people' | 'json' | 'html';

/** A piece of the list that is exported: the worker reads it again, and keeps only what the end needs. */
export interface ListExport {
  /** Which export it is: the pieces of one share what stands for names. */
  readonly job: number;
  readonly form: ListForm;
  readonly isRedacted: boolean;
  readonly sources: readonly Source[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
}
