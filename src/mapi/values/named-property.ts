import type { Guid } from './guid';
import { PS_INTERNET_HEADERS } from './property-sets';

/**
 * The name of a named property, whose identifier differs from file to file: a property set, and a LID or a string in
 * it.
 */
export interface PropertyName {
  readonly set: Guid;
  readonly name: number | string;
}

/** A store's own numbering of named properties: identifiers from 0x8000 up. */
export interface NamedPropertyMap {
  /** The identifiers of a name: one, or more in a damaged map. */
  idsOf(name: PropertyName): readonly number[];
  nameOf(id: number): PropertyName | undefined;
}

/** A name within its set: those of Internet headers are compared without case. */
export function nameInSet(upperSet: Guid, name: number | string): number | string {
  return upperSet === PS_INTERNET_HEADERS && typeof name === 'string' ? name.toLowerCase() : name;
}

/** One text for each name, to look it up by: sets and the names of Internet headers are compared without case. */
export function nameKey({ set, name }: PropertyName): string {
  const upper = set.toUpperCase();
  return `${upper}/${typeof name}/${nameInSet(upper, name)}`;
}

/** A map without names, for stores that have none. */
export const noNames: NamedPropertyMap = { idsOf: () => [], nameOf: () => undefined };
