import type { MessageReport } from '../../report/command';
import type { Failure, ItemEntry, PageMessage, Properties, Source, PageStore } from '../protocol';
import type { Headline } from './words';

/** What became of a file that was handed to the page. */
type FileState =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'message';
      readonly headline: Headline;
      /** The meetings of which changes do not reach everybody. */
      readonly unreached: MessageReport['unreached'];
    }
  | { readonly kind: 'store'; readonly store: PageStore }
  | { readonly kind: 'evidence'; readonly what: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface PageFile {
  readonly source: Source;
  readonly path: string;
  state: FileState;
}

/** How the recipient table is shown. */
export interface TableSettings {
  /** Which table: the place of the message it belongs to. */
  place: string;
  sort: { readonly tag: string; readonly isDescending: boolean } | undefined;
  filter: string;
  readonly hidden: Set<string>;
  page: number;
}

/** The store that is looked through. */
export interface Browsed {
  readonly file: PageFile;
  folder: string;
  subject: string;
  items: readonly ItemEntry[] | undefined;
  sort: 'subject' | 'start';
  /** The item that is looked at, and where it was chosen. */
  item: Source['item'];
  page: number;
}

/** Everything that the page shows. */
export interface Model {
  readonly files: PageFile[];
  /** The file that is looked at. */
  current: PageFile | undefined;
  browsed: Browsed | undefined;
  /** The message that is looked at, of the current file or of the store. */
  shown: { readonly source: Source; readonly reading: PageMessage } | undefined;
  failure: Failure | undefined;
  pane: Properties | undefined;
  readonly table: TableSettings;
  isOver: boolean;
  /** What happened last, for those who listen. */
  said: string;
}

export function emptyModel(): Model {
  return {
    files: [],
    current: undefined,
    browsed: undefined,
    shown: undefined,
    failure: undefined,
    pane: undefined,
    table: freshTable(),
    isOver: false,
    said: '',
  };
}

/** The table of a message that was just opened. */
export function freshTable(): TableSettings {
  return { place: '', sort: undefined, filter: '', hidden: new Set(), page: 0 };
}
