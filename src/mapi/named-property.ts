import type { Guid } from './guid';

/** The name of a property that each store numbers for itself: a property set, and a LID or a string in it. */
export interface PropertyName {
  readonly set: Guid;
  readonly name: number | string;
}

/** A store's own numbering of named properties: identifiers from 0x8000 up. */
export interface NamedPropertyMap {
  idOf(name: PropertyName): number | undefined;
  nameOf(id: number): PropertyName | undefined;
}

/** A map without names, for stores that have none. */
export const noNames: NamedPropertyMap = { idOf: () => undefined, nameOf: () => undefined };
