// [MS-OXCDATA] 2.11.1: property data types

/** The wire numbers of the property types. */
export const PropertyType = {
  unspecified: 0x0000,
  null: 0x0001,
  integer16: 0x0002,
  integer32: 0x0003,
  floating32: 0x0004,
  floating64: 0x0005,
  currency: 0x0006,
  floatingTime: 0x0007,
  errorCode: 0x000a,
  boolean: 0x000b,
  object: 0x000d,
  integer64: 0x0014,
  string8: 0x001e,
  string: 0x001f,
  time: 0x0040,
  guid: 0x0048,
  serverId: 0x00fb,
  restriction: 0x00fd,
  ruleAction: 0x00fe,
  binary: 0x0102,
} as const;

/** Set in the type of a property that holds several values. */
const MULTI_VALUED = 0x1000;

/** By the number of a type: every property of every file is looked up, which takes a `Map` ten times as long. */
const inlineSizes: (number | undefined)[] = new Array<undefined>(PropertyType.time + 1).fill(undefined);
const types = PropertyType;
for (const [size, list] of [
  [0, [types.null]],
  [1, [types.boolean]],
  [2, [types.integer16]],
  [4, [types.integer32, types.floating32, types.errorCode]],
  [8, [types.floating64, types.currency, types.floatingTime, types.integer64, types.time]],
] as const)
  for (const type of list) inlineSizes[type] = size;

const knownTypes = new Set<number>(Object.values(PropertyType));

/** How many bytes a value of at most eight takes, which a property stream holds inline; undefined: a stream. */
export function inlineSize(type: number): number | undefined {
  return type < inlineSizes.length ? inlineSizes[type] : undefined;
}

/** How many bytes one value takes, where that is fixed. */
export function valueSize(type: number): number | undefined {
  if (type === PropertyType.guid) return 16;
  return type === PropertyType.boolean ? 2 : inlineSize(type);
}

export function isMultiValued(type: number): boolean {
  return (type & MULTI_VALUED) !== 0;
}

/** The type of one value of a multi-valued property. */
export function elementType(type: number): number {
  return type & ~MULTI_VALUED;
}

export function isKnownType(type: number): boolean {
  return (
    knownTypes.has(elementType(type)) && !(isMultiValued(type) && elementType(type) <= PropertyType.null)
  );
}

/** Whether a type is one that a stored property can have: PtypUnspecified only asks for one. */
export function isStorable(type: number): boolean {
  return type !== PropertyType.unspecified && isKnownType(type);
}

/** Whether a property has several values that differ in length: multi-valued text and binary. */
export function hasItems(type: number): boolean {
  return isMultiValued(type) && isKnownType(type) && valueSize(elementType(type)) === undefined;
}

export function isText(type: number): boolean {
  return type === PropertyType.string || type === PropertyType.string8;
}

/** Whether values of a type are 8-bit text, one or several. */
export function isText8(type: number): boolean {
  return elementType(type) === PropertyType.string8;
}

/** The identifiers that a container gives to named properties: [MS-OXPROPS] 1.3.3; 0xFFFF is that of no property. */
export const FIRST_NAMED_ID = 0x8000;
export const LAST_NAMED_ID = 0xfffe;

/** Whether an identifier stands for a name that the container's map tells. */
export function isNamedId(id: number): boolean {
  return id >= FIRST_NAMED_ID && id <= LAST_NAMED_ID;
}

/** A property tag: the identifier in its upper, the type in its lower half. */
export function propertyTag(id: number, type: number): number {
  return ((id << 16) | type) >>> 0;
}

export function idOf(tag: number): number {
  return tag >>> 16;
}

export function typeOf(tag: number): number {
  return tag & 0xffff;
}

/** A tag as everyone writes it: `5FFF0003`. */
export function formatTag(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(8, '0');
}
