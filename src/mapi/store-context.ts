import type { NamedPropertyMap } from './named-property';

/** What a container adds to its bytes so that they can be understood. */
export interface StoreContext {
  /** The code page of 8-bit strings. */
  readonly codePage: number;
  readonly names: NamedPropertyMap;
}

/** Names the storage or stream that holds a property, for messages and dumps. */
export type StorageNames = (row: number, tag: number, place: number) => string;
