import { checkArgument } from '../../arguments/check';
import { aListOf, anObject } from '../../arguments/kinds';
import { attendeeRoleProperty } from '../../mapi/definitions/recipient-properties';
import { checkedId, checkedName } from '../../mapi/definitions/property-key';
import { nameKey } from '../../mapi/values/named-property';
import type { PropertyName } from '../../mapi/values/named-property';
import { formatTag, idOf, isStorable, PropertyType, typeOf } from '../../mapi/values/property-type';
import { calledOfType, encodeValue, fitsType, mismatch, typeOfValue } from './encode-value';
import type { DescribedTable } from './message-description';
import { withNumbers } from './number-of-name';
import { propertyOfName, setOfName } from './property-of-name';
import { TypedValue } from './written-value';
import type { WrittenProperty } from './written-value';

/** A property of which everything is known that a file has to hold. */
export interface DescribedProperty {
  readonly key: number | PropertyName;
  readonly type: number;
  readonly value: Uint8Array | readonly Uint8Array[];
}

const properties = /* @__PURE__ */ aListOf('objects with tag and value, or set, name and value', anObject);

/**
 * The properties of an object that is described: by the names of its table, by those of MAPI and in `properties`. `what`: the
 * object in words; `apart`: what of the description is no property. Throws a `TypeError` for a name that nobody knows, a
 * value that the property cannot have, and a property that is described twice.
 */
export function describedProperties(
  what: string,
  description: object,
  table: DescribedTable,
  apart: readonly string[],
): DescribedProperty[] {
  const found = new Map<string, DescribedProperty>();
  const add = (called: string, property: DescribedProperty): void => {
    const { key } = property;
    const place = typeof key === 'number' ? String(key) : nameKey(key);
    const other = found.get(place);
    if (other === undefined) found.set(place, property);
    else found.set(place, together(called, other, property));
  };
  for (const [name, value] of Object.entries(description)) {
    if (value === undefined || apart.includes(name)) continue;
    const called = `The property ${name} of ${what}`;
    add(called, namedProperty(called, { what, name, table, apart }, value));
  }
  const { properties: others = [] } = description as { readonly properties?: readonly WrittenProperty[] };
  checkArgument(what, 'The option properties', others, properties);
  others.forEach((other, index) => {
    const called = `The property properties[${index}] of ${what}`;
    add(called, otherProperty(called, other));
  });
  return [...found.values()];
}

/** Two names of one number: PidTagRecipientType is a type in its low four bits, and flags in the others. */
function together(called: string, one: DescribedProperty, other: DescribedProperty): DescribedProperty {
  const isShared = one.key === attendeeRoleProperty.key && one.value.length === 4 && other.value.length === 4;
  const [low, high] = [one.value, other.value] as [Uint8Array, Uint8Array];
  const isApart = isShared && ((low[0] as number) & 0xf) * ((high[0] as number) & 0xf) === 0;
  if (!isApart) throw new TypeError(`${called} is described twice: another name means the same property`);
  return { ...one, value: low.map((byte, index) => byte | (high[index] as number)) };
}

interface NameInTable {
  readonly what: string;
  readonly name: string;
  readonly table: DescribedTable;
  readonly apart: readonly string[];
}

function namedProperty(
  called: string,
  { what, name, table, apart }: NameInTable,
  value: unknown,
): DescribedProperty {
  const own = Object.hasOwn(table, name) ? table[name] : undefined;
  if (own !== undefined)
    return { key: own.key, ...encoded(called, own.types, withNumbers(called, own, value)) };
  const { key, type } = propertyOfName(what, name, [...Object.keys(table), ...apart]);
  return { key, ...encoded(called, typesLike(type), value) };
}

function otherProperty(called: string, property: WrittenProperty): DescribedProperty {
  if ('tag' in property) {
    const { tag, value } = property;
    const isTag = Number.isInteger(tag) && tag > 0xffff && tag <= 0xffffffff && isStorable(typeOf(tag));
    if (!isTag) throw mismatch(`The tag of ${called}`, 'a tag with its type, such as 0x6001001F', tag);
    if (idOf(tag) >= 0x8000)
      throw new TypeError(
        `${called} has the tag ${formatTag(tag)}, which is another property in every file: give its set and name`,
      );
    return { key: checkedId(tag, []), ...encoded(called, [typeOf(tag)], value) };
  }
  const { set, name, type, value } = property;
  const number = typeof type === 'string' ? PropertyType[type] : type;
  const key = { set: setOfName(set), name: checkedName(name) };
  return { key, ...encoded(called, number === undefined ? [] : [number], value) };
}

/** The types that a value may have of which a name tells the usual one: text and numbers have two. */
function typesLike(type: number): readonly number[] {
  return type === 0 || !isStorable(type) ? [] : [type];
}

/** A value in one of some types, the first that it fits; `types` may be empty: whatever it looks like. */
function encoded(
  called: string,
  types: readonly number[],
  value: unknown,
): Pick<DescribedProperty, 'type' | 'value'> {
  if (value instanceof TypedValue) {
    const type = Array.isArray(value.value) ? value.type | 0x1000 : value.type;
    if (!isStorable(type))
      throw mismatch(`The type of ${called}`, 'one that a property can have', value.type);
    return { type, value: encodeValue(called, type, value.value) };
  }
  const likely = types.length > 0 ? undefined : typeOfValue(value);
  const type = likely ?? types.find((each) => fitsType(each, value));
  if (type === undefined)
    throw mismatch(called, types[0] === undefined ? 'a value' : calledOfType(types[0]), value);
  return { type, value: encodeValue(called, type, value) };
}
