import type { NamedPropertyMap } from './named-property';

/** What a container adds to its bytes so that they can be understood. */
export interface StoreContext {
  /** The code page of 8-bit strings. */
  readonly codePage: number;
  readonly names: NamedPropertyMap;
}

/** Names the storage, stream or attribute that holds a property, for messages and dumps; `offset` is 0 if it is not known. */
export type StorageNames = (row: number, tag: number, place: number, offset: number) => string;
