import type { PropertyDefinition, PropertyDefinitions } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';
import { formatTag, idOf, typeOf } from '../mapi/values/property-type';
import type { PropertyValue } from '../mapi/values/property-value';
import type { RawProperty } from '../mapi/values/raw-property';

/**
 * The properties without a name in this library. The key is the tag, such as `0x300B0102`, or the set, name and type,
 * such as `00062008-0000-0000-C000-000000000046:0x8503:000B`. If an object has one several times, the keys are
 * numbered: `0x300B0102 (2)`.
 */
export type OtherProperties = Readonly<Record<string, PropertyValue | UnreadProperty>>;

/**
 * Takes the place of a value that was left in the file, is damaged or missing, is an object of its own, or is not in
 * the export.
 */
export interface UnreadProperty {
  readonly content: 'left-in-file' | 'damaged' | 'missing' | 'storage' | 'not-captured';
  /** How many bytes the value has in the file. */
  readonly size: number;
  /** The bytes, if they do not fit their type, or were left in a file that is in memory. */
  readonly bytes?: Uint8Array;
}

/** Every property of an object that is none of its named values, in the container's order. */
export function otherProperties(table: PropertyDefinitions, properties: PropertyStore): OtherProperties {
  const shown = shownTags(table, properties);
  const others: Record<string, PropertyValue | UnreadProperty> = {};
  const counts = new Map<string, number>();
  for (const property of properties) {
    if (shown.delete(property.tag)) continue; // of a tag that stands twice the first is shown
    const key = keyOf(properties, property.tag);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    others[count === 1 ? key : `${key} (${count})`] = valueOf(properties, property);
  }
  return others;
}

/** The tags by which the named values are stored. */
function shownTags(table: PropertyDefinitions, properties: PropertyStore): Set<number> {
  const shown = new Set<number>();
  for (const definition of Object.values<PropertyDefinition<unknown>>(table)) {
    const tag = properties.peek(definition) === undefined ? undefined : properties.raw(definition)?.tag;
    if (tag !== undefined) shown.add(tag);
  }
  return shown;
}

function keyOf(properties: PropertyStore, tag: number): string {
  const named = properties.nameOf(idOf(tag));
  if (named === undefined) return `0x${formatTag(tag)}`;
  const name = typeof named.name === 'number' ? `0x${hex(named.name)}` : named.name;
  return `${named.set}:${name}:${hex(typeOf(tag))}`;
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, '0');
}

function valueOf(properties: PropertyStore, property: RawProperty): PropertyValue | UnreadProperty {
  const { content, size, bytes } = property;
  if (content !== 'loaded') {
    const left = properties.bytesAtHand(property);
    return left === undefined ? { content, size } : { content, size, bytes: left };
  }
  return properties.valueOf(property) ?? { content: 'damaged', size, bytes };
}
