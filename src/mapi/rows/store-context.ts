import type { FormatError } from '../../damage/errors';
import type { NamedPropertyMap, PropertyName } from '../values/named-property';

/** What a container adds to its bytes so that they can be understood. */
export interface StoreContext {
  /** The code page of 8-bit strings. */
  readonly codePage: number;
  readonly names: NamedPropertyMap;
  /** The part of a mail in which offsets count; undefined: the file itself. */
  readonly part?: string | undefined;
  /** What it is called that a value is not where it should be. Default `mapi-value-malformed`. */
  readonly lostValue?: FormatError['code'] | undefined;
}

/**
 * What an export shows of its rows. What a row does not have is absent if the row shows all that its object had, or says
 * that this is not there; else it is not captured.
 */
export interface Coverage {
  /** Whether a row shows only some of what its object had. */
  readonly isPartial: (row: number) => boolean;
  /** Whether a row says that its object did not have a property. */
  readonly isAbsent: (row: number, id: number) => boolean;
  /** Whether it is known that a row's object did not have a property whose name no identifier has. Default: no. */
  readonly isNameAbsent?: (row: number, name: PropertyName) => boolean;
}

/** Names the storage, stream or attribute that holds a property, for messages and dumps; `offset` is 0 if it is not known. */
export type StorageNames = (row: number, tag: number, place: number, offset: number) => string;
