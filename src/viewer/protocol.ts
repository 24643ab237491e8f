// What the page and its worker say to each other: plain data only.

import type { MessageReport, PropertyReport, StorePlace } from '../report/command';

/** Where a message is: a file that the page knows by a number, and of a store the item and its folder. */
export interface Source {
  readonly number: number;
  readonly file: File;
  readonly item?: StorePlace | undefined;
}

/** The files that were handed over as evidence; a new number whenever there are others. */
export interface EvidenceSelection {
  readonly number: number;
  readonly files: readonly File[];
}

/** What the page asks. Every question says what it is about, so that a new worker can answer it, too. */
export type Question =
  | { readonly kind: 'open'; readonly source: Source; readonly evidence: EvidenceSelection }
  | { readonly kind: 'list'; readonly source: Source; readonly folder: string; readonly subject: string }
  | { readonly kind: 'properties'; readonly source: Source; readonly place: string }
  | {
      readonly kind: 'export';
      readonly source: Source;
      readonly evidence: EvidenceSelection;
      readonly form: ExportForm;
    };

/** How a reading leaves the page; `ticket-redacted`: with numbers in the place of names, addresses and subjects. */
export type ExportForm = 'json' | 'csv' | 'ticket' | 'ticket-redacted';

export type Answer = PageMessage | PageStore | PageEvidence | FolderListing | Properties | Exported;

/** A message that was read and judged. */
export interface PageMessage {
  readonly kind: 'message';
  readonly report: MessageReport;
  /** What the heading of a message says, by its place in the file: empty for the file's own. */
  readonly abouts: Readonly<Record<string, About>>;
  readonly vocabulary: Vocabulary;
}

/** What the columns of the recipient tables are called, and what the numbers in them mean; by tag, as `5FFF0003`. */
export interface Vocabulary {
  /** The tags in the order in which the rows have them. */
  readonly order: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  /** By tag and number, such as `respAccepted` for 3. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What tells people which meeting it is. */
export interface About {
  /** Start, end and the day that an exception replaces, in the form of `FileTime.iso`. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly replaces: string | undefined;
  readonly location: string | undefined;
  readonly organizer: string | undefined;
}

/** A store that was opened: its folders. */
export interface PageStore {
  readonly kind: 'store';
  readonly format: string;
  readonly root: FolderEntry;
  readonly anomalies: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  readonly itemCount: number;
  readonly isCalendar: boolean;
  readonly folders: readonly FolderEntry[];
}

/** The file is no message, but something that can be put beside one. */
export interface PageEvidence {
  readonly kind: 'evidence';
  /** What it is, such as `event log, 2 events`. */
  readonly what: string;
}

/** What a folder lists. */
export interface FolderListing {
  readonly kind: 'listing';
  readonly items: readonly ItemEntry[];
}

export interface ItemEntry {
  readonly id: string;
  readonly subject: string | undefined;
  readonly messageClass: string | undefined;
  readonly start: string | undefined;
}

/** Every property of a row or a message. */
export interface Properties {
  readonly kind: 'properties';
  readonly place: string;
  readonly properties: readonly PropertyReport[];
}

interface Exported {
  readonly kind: 'exported';
  readonly text: string;
}

/** What `mapilint view FILE -o` puts into its copy of the page. */
export interface Enclosed {
  readonly reading: PageMessage;
  /** The properties of the message and of its rows, by place; of long tables only the first rows. */
  readonly properties: Readonly<Record<string, readonly PropertyReport[]>>;
  readonly exported: Readonly<Record<ExportForm, string>>;
}

/** An error as it is shown. */
export interface Failure {
  readonly name: string;
  readonly code: string | undefined;
  readonly message: string;
}

/** What goes through the worker's port. */
export interface WorkerRequest {
  readonly id: number;
  readonly question: Question;
}
export type WorkerResponse = { readonly id: number } & (
  { readonly answer: Answer } | { readonly failure: Failure }
);
