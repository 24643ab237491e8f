/**
 * Reads whole mailboxes, PST and OST, folder by folder and item by item.
 *
 * @module mapilint/store
 */

export { openStore, Store } from './reading/open-store';
export type { StoreOptions } from './reading/open-store';
export type { StoreEntry, StoreFolder, StoreItem } from './reading/store-items';
export type { ItemSelection } from './reading/item-selection';
export type { ReadOptions } from './reading/read-options';
export type { ByteSource, OpenByteSource, Readable } from './bytes/byte-source';
