import { checkArgument, checkOptions, asGiven } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aText, aWholeNumber } from '../arguments/kinds';
import type { Anomaly } from '../damage/anomaly';
import { toByteSource } from '../bytes/byte-source';
import type { Readable } from '../bytes/byte-source';
import { FormatError, LimitError } from '../damage/errors';
import { isSelected, selectionKinds } from './item-selection';
import type { ItemSelection } from './item-selection';
import { foldersOf } from './store-items';
import type { StoreEntry, StoreFolder, StoreItem } from './store-items';
import { Message } from '../message/message';
import { withDescendants } from '../pst/folder-tree';
import type { FolderNode } from '../pst/folder-tree';
import type { ContentsRow } from '../pst/item-list';
import type { Allowance } from '../pst/ndb/store-reading';
import { hex } from '../pst/ndb/store-bytes';
import { PstStore } from '../pst/pst-store';
import { withAttached } from './attached-on-demand';
import { checkedOptions, readOptionKinds } from './read-options';
import type { ReadOptions } from './read-options';
import { existingFolders, foldersAt } from './folders-at';

/** How to read a store. Every option has a default. */
export interface StoreOptions extends ReadOptions {
  /** How many bytes of the file to keep in memory. Default 33,554,432. */
  readonly cacheBytes?: number | undefined;
}

const DEFAULT_CACHE_BYTES = 32 << 20;
const storeOptionKinds: OptionKinds<StoreOptions> = {
  ...readOptionKinds,
  cacheBytes: aWholeNumber(64 << 10),
};

/**
 * Opens a PST or OST store and reads its folders; mapilint reads other parts only when you ask for them. Rejects with a
 * `FormatError` if nothing can be read, with an `UnsupportedError` for a protected store, or with the source's own
 * error.
 */
export async function openStore(input: Readable, options: StoreOptions = {}): Promise<Store> {
  const source = toByteSource(input);
  const checked = checkedOptions('openStore', options, storeOptionKinds);
  const { cacheBytes = DEFAULT_CACHE_BYTES } = options;
  return Store.of(await PstStore.open(source, { ...checked, cacheBytes }), source.name);
}

/** An open PST or OST store. Two stores do not share anything. Call `close` when you no longer need it. */
export class Store {
  /** The name of the source: a path or a file name. */
  readonly name: string | undefined;
  readonly root: StoreFolder;
  /** The calendars: the default one first, then all other folders for appointments. */
  readonly calendars: readonly StoreFolder[];
  /** The folder that a user sees as the mailbox; undefined if the store does not name it. */
  readonly mailbox: StoreFolder | undefined;
  readonly #store: PstStore;
  readonly #folders: ReadonlyMap<FolderNode, StoreFolder>;

  private constructor(store: PstStore, name: string | undefined) {
    this.name = name;
    this.#store = store;
    this.#folders = foldersOf(store);
    const folder = (node: FolderNode): StoreFolder => this.#folders.get(node) as StoreFolder;
    this.root = folder(store.root);
    this.calendars = store.special.calendars.map(folder);
    this.mailbox = store.special.ipmSubtree && folder(store.special.ipmSubtree);
  }

  /** @internal Makes a store of what the container reader gives. */
  static of(store: PstStore, name: string | undefined): Store {
    return new Store(store, name);
  }

  /** `ansi`: Outlook 97 to 2002; `unicode`: Outlook 2003 and later; `unicode-4k`: OSTs of Outlook 2013 and later. */
  get format(): 'ansi' | 'unicode' | 'unicode-4k' {
    return this.#store.session.database.header.format.name;
  }

  /** The kind that the header states: a local mailbox, a copy of a mailbox on a server, or an address book. */
  get kind(): 'pst' | 'ost' | 'pab' {
    return this.#store.session.database.header.kind;
  }

  /** The encoding of the bytes that the header states. It does not protect anything. */
  get encoding(): 'none' | 'permute' | 'cyclic' {
    return this.#store.session.database.header.encoding;
  }

  /**
   * Damage that does not belong to an item: in the header, B-trees, folders. The list grows while the store is read.
   */
  get anomalies(): readonly Anomaly[] {
    return this.#store.session.log.anomalies;
  }

  /** How many anomalies were not kept, because there were more than `limits.anomalies`. */
  get suppressedAnomalies(): number {
    return this.#store.session.log.suppressed;
  }

  /**
   * The folder with a path (the first of several) or with an ID. If there is none, mapilint ignores case, and then
   * compares only with the last name of each path. Undefined if there is none either.
   */
  folder(path: string): StoreFolder | undefined {
    checkArgument('store.folder', 'The path', path, aText);
    const [node] = foldersAt(this.#store.folders, path);
    return node && this.#folders.get(node);
  }

  /**
   * Lists items, folder by folder, from the folders' tables; mapilint opens an item only if they say too little about
   * it. With `all` folders, items that no folder lists come last, and are in `anomalies`. Rejects with a `TypeError`
   * for a path that no folder has, and for sent or deleted items if the store does not say which folder holds them.
   */
  async *list(selection: ItemSelection = {}): AsyncGenerator<StoreEntry, void> {
    checkOptions('store.list', selection, selectionKinds);
    for await (const item of this.#listed(selection, this.#store.session.iterationAllowance())) {
      const { nodeId, subject, messageClass, start } = item;
      yield { id: hex(nodeId), folder: this.#folderOf(item), subject, messageClass, start };
    }
  }

  /** Reads items one by one. An item that cannot be read has an `error`, and the iteration goes on. */
  async *items(selection: ItemSelection = {}): AsyncGenerator<StoreItem, void> {
    checkOptions('store.items', selection, selectionKinds);
    const pool = this.#store.session.iterationAllowance();
    for await (const item of this.#listed(selection, pool)) {
      const place = { id: hex(item.nodeId), folder: this.#folderOf(item) };
      try {
        yield { ...place, message: await this.#read(item.nodeId, pool) };
      } catch (error) {
        if (!(error instanceof FormatError || error instanceof LimitError)) throw error;
        yield { ...place, error };
      }
    }
  }

  /** Reads an item by its ID. Rejects with a `FormatError` if nothing in it can be read. */
  async item(id: string): Promise<Message> {
    if (!/^0x[0-9a-f]{1,8}$/i.test(id))
      throw new TypeError(`An item's ID is like 0x200024, not ${asGiven(id)}`);
    return this.#read(Number(id));
  }

  /** Closes the source. You can still load values that were left in the file: mapilint then opens the source again. */
  close(): Promise<void> {
    return this.#store.close();
  }

  async #read(nodeId: number, pool?: Allowance): Promise<Message> {
    const { options } = this.#store.session;
    const decoded = await withAttached(options, (attached) => this.#store.read(nodeId, attached, pool));
    return Message.of(decoded);
  }

  async *#listed(selection: ItemSelection, pool: Allowance): AsyncGenerator<ContentsRow, void> {
    const { signal, folders = 'all' } = selection;
    signal?.throwIfAborted();
    for await (const item of this.#store.list(this.#selected(folders), pool, folders === 'all')) {
      signal?.throwIfAborted();
      if (isSelected(item, selection)) yield item;
      signal?.throwIfAborted();
    }
  }

  #selected(folders: NonNullable<ItemSelection['folders']>): readonly FolderNode[] {
    const { special, folders: all } = this.#store;
    if (folders === 'all') return all;
    if (folders === 'calendar') return special.calendars;
    if (folders === 'sent') return [known(special.sent, 'sent items')];
    if (folders === 'deleted') return withDescendants(known(special.deleted, 'deleted items'));
    return [...new Set(folders.flatMap((called) => existingFolders(all, called)))];
  }

  #folderOf({ folder }: ContentsRow): StoreFolder {
    return this.#folders.get(folder) as StoreFolder;
  }
}

/** A folder that has a purpose; names tell none, since they are in the user's language. */
function known(folder: FolderNode | undefined, purpose: string): FolderNode {
  if (folder !== undefined) return folder;
  throw new TypeError(`The store does not say which folder holds ${purpose}: name it by its path`);
}
