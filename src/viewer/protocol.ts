// What the page and its worker say to each other: plain data only.

import type { Language } from '../letter/index';
import type { MessageReport, PropertyReport } from '../report/command';
import type { ExportForm, ListExport } from './export-forms';
import type { Failure } from './failure';
import type { JudgedFileOfPage, JudgedItems } from './judged';
import type { EvidenceSelection, Source } from './source';

/** What the page asks. Every question says what it is about, so that a new worker can answer it, too. */
export type Question =
  | { readonly kind: 'open'; readonly source: Source; readonly evidence: EvidenceSelection }
  | { readonly kind: 'open-store'; readonly source: Source }
  | {
      readonly kind: 'judge-files';
      /** Of these as many are judged as a moment has room for, one at least. */
      readonly sources: readonly Source[];
      readonly evidence: EvidenceSelection;
      /** Whether it is a single file, which is shown at once. */
      readonly isAlone: boolean;
    }
  | {
      readonly kind: 'judge-items';
      readonly source: Source;
      /** How many of the store's items have been judged. */
      readonly from: number;
      /** How many more at most. */
      readonly most: number;
      readonly evidence: EvidenceSelection;
    }
  /** Says nothing, and makes the next answer come sooner. */
  | { readonly kind: 'warm-up'; readonly mailbox: File }
  | { readonly kind: 'properties'; readonly source: Source; readonly place: string }
  | {
      readonly kind: 'export';
      readonly source: Source;
      readonly evidence: EvidenceSelection;
      readonly form: ExportForm;
    }
  | (ListExport & { readonly kind: 'export-list'; readonly evidence: EvidenceSelection });

export type Answer = PageMessage | PageStore | JudgedFiles | JudgedItems | Properties | Exported | Warm;

/** What became of the first of some files. */
export interface JudgedFiles {
  readonly kind: 'judged';
  readonly files: readonly JudgedFileOfPage[];
  /** Of a file that stood alone, and is a message. */
  readonly reading?: PageMessage | undefined;
}

/** A message that was read and judged. */
export interface PageMessage {
  readonly kind: 'message';
  readonly report: MessageReport;
  /** What the heading of a message says, by its place in the file: empty for the file's own. */
  readonly abouts: Readonly<Record<string, About>>;
  readonly vocabulary: Vocabulary;
  /** The mail to those whom changes do not reach, as text; undefined: they reach everybody. */
  readonly letters: Readonly<Record<Language, string>> | undefined;
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

/** A store that was opened: its folders, the root first and each before those in it. */
export interface PageStore {
  readonly kind: 'store';
  readonly format: string;
  readonly folders: readonly FolderEntry[];
  /** The place of the user's own calendar among them; undefined: there is none. */
  readonly calendar: number | undefined;
  readonly anomalies: number;
}

/** A folder of a store, or of what was dropped. */
export interface FolderEntry {
  readonly name: string;
  readonly itemCount: number;
  readonly isCalendar: boolean;
  /** How many folders it lies in. */
  readonly depth: number;
}

/** Every property of a row or a message. */
export interface Properties {
  readonly kind: 'properties';
  readonly place: string;
  readonly properties: readonly PropertyReport[];
}

interface Warm {
  readonly kind: 'warm';
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

/** What goes through the worker's port. */
export interface WorkerRequest {
  readonly id: number;
  readonly question: Question;
}
export type WorkerResponse = { readonly id: number } & (
  { readonly answer: Answer } | { readonly failure: Failure }
);
