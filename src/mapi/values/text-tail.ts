import { elementType, isMultiValued, PropertyType } from './property-type';
import type { EncodedValue } from './property-value';

/** A PtypString in a value that ends in half a character; undefined if none does. */
export function textWithTail(type: number, { bytes, items }: EncodedValue): Uint8Array | undefined {
  if (elementType(type) !== PropertyType.string) return undefined;
  const texts = isMultiValued(type) ? (items ?? []) : [bytes];
  return texts.find((text) => text !== undefined && text.length % 2 !== 0);
}
