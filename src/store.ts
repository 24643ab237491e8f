/**
 * Whole mailboxes – PST and OST – folder by folder and item by item.
 *
 * @module mapilint/store
 */

export { openStore, Store } from './open-store';
export type { StoreOptions } from './open-store';
export type { StoreEntry, StoreFolder, StoreItem } from './store-items';
export type { ItemSelection } from './item-selection';
export type { ReadOptions } from './read-options';
export type { ByteSource, OpenByteSource, Readable } from './bytes/byte-source';
export { FormatError, LimitError, NotLoadedError, UnsupportedError } from './errors';
