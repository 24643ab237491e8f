import type { PageLine } from '../judged';
import type { Failure } from '../failure';
import type { FolderEntry, PageMessage, PageStore, Properties } from '../protocol';
import type { Source } from '../source';

/** A file that holds no message, and why. */
interface QuietFile {
  readonly path: string;
  readonly failure: Failure;
}

/** What was dropped together, or a store: folders with items. */
export interface PageSource {
  readonly name: string;
  /** The files, of a store the only one. The place of a file is that of its line; of a store lines are by position. */
  readonly files: readonly Source[];
  readonly store: PageStore | undefined;
  readonly folders: readonly FolderEntry[];
  /** Of what was dropped: the folder of each file. */
  readonly folderOf: readonly number[];
  /** The lines by position; undefined: waiting, or not an item. */
  readonly lines: (PageLine | undefined)[];
  readonly quiet: QuietFile[];
  /** Files that are not items: a later round leaves them out. */
  readonly passed: Set<number>;
  /** How many have been judged in this round. */
  cursor: number;
  isDone: boolean;
  /** The number of the evidence that this round is judged with. */
  round: number;
  /** Of a single file: its reading, which came with its line, until it is shown. */
  reading: { readonly reading: PageMessage; readonly round: number } | undefined;
}

/** A file or item that could not be read. */
export interface Failed {
  readonly name: string;
  readonly failure: Failure;
}

/** A piece of evidence that was handed over: a file beside the items. */
export interface HandedOver {
  readonly path: string;
  readonly file: File;
  readonly what: string;
}

/** What is shown, by position: source, folder and item, each from 1; 0: all, or none. */
export interface Route {
  readonly source: number;
  readonly folder: number;
  readonly item: number;
}

export type SortBy = 'worst' | 'start' | 'subject' | 'organizer';

/** What the list is narrowed to. */
export interface ListFilter {
  readonly text: string;
  readonly within: 'anything' | 'subject' | 'organizer' | 'attendee';
  /** Days, such as `2004-03-15`; empty: any. */
  readonly from: string;
  readonly to: string;
  readonly headwords: ReadonlySet<PageLine['headword']>;
  readonly sort: SortBy;
}

const openFilter: ListFilter = {
  text: '',
  within: 'anything',
  from: '',
  to: '',
  headwords: new Set(),
  sort: 'worst',
};

/** How the recipient table is shown. */
export interface TableSettings {
  /** Which table: the place of the message it belongs to. */
  place: string;
  sort: { readonly tag: string; readonly isDescending: boolean } | undefined;
  filter: string;
  readonly hidden: Set<string>;
  page: number;
}

/** Everything that the page shows. */
export interface Model {
  readonly sources: PageSource[];
  readonly evidence: HandedOver[];
  /** Another one whenever there is other evidence. */
  evidenceNumber: number;
  /** Another one whenever lines have changed. */
  version: number;
  route: Route;
  filter: ListFilter;
  /** Where the list stands: the first pixel that is seen, and how many are. */
  readonly scroll: { top: number; height: number; active: number };
  isJudging: boolean;
  isStopped: boolean;
  /** What an export has written, of how many items; undefined: none runs. */
  exporting: { readonly done: number; readonly total: number } | undefined;
  isRedacted: boolean;
  /** The message that is looked at. */
  shown: { readonly source: Source; readonly reading: PageMessage } | undefined;
  /** What could not be read, and why. */
  failure: Failed | undefined;
  pane: Properties | undefined;
  readonly table: TableSettings;
  /** Whether the table has plain names rather than MAPI's. */
  isPlain: boolean;
  isOver: boolean;
  /** What happened last, for those who listen. */
  said: string;
}

export const everything: Route = { source: 0, folder: 0, item: 0 };

export function emptyModel(): Model {
  return {
    sources: [],
    evidence: [],
    evidenceNumber: 0,
    version: 0,
    route: everything,
    filter: openFilter,
    scroll: { top: 0, height: 800, active: 0 },
    isJudging: false,
    isStopped: false,
    exporting: undefined,
    isRedacted: false,
    shown: undefined,
    failure: undefined,
    pane: undefined,
    table: freshTable(),
    isPlain: false,
    isOver: false,
    said: '',
  };
}

/** The table of a message that was just opened. */
export function freshTable(): TableSettings {
  return { place: '', sort: undefined, filter: '', hidden: new Set(), page: 0 };
}
