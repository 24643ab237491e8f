import { nameOf, namesOfBits } from './enumeration';
import type { Enumeration, EnumerationOf, NameOf, Undocumented } from './enumeration';
import type { FileTime } from '../values/file-time';
import type { Guid } from '../values/guid';
import type { PropertyName } from '../values/named-property';
import { isMultiValued, PropertyType } from '../values/property-type';
import type { PropertyValue } from '../values/property-value';

/** How the values of a property are stored, and how mapilint converts them. */
export interface PropertyKind<T> {
  /** The property types that may hold the value, the usual one first; empty if any type may. */
  readonly types: readonly number[];
  /** Converts a decoded value of one of those types into the property's value. */
  readonly convert: (value: PropertyValue) => T;
}

/** A property one can ask for: which it is, and what its values are. */
export interface PropertyDefinition<T> extends PropertyKind<T> {
  /** The property's identifier, or the name by which each store numbers it. */
  readonly key: number | PropertyName;
}

/** A table of properties by their names in this library. */
export type PropertyDefinitions = Readonly<Record<string, PropertyDefinition<unknown>>>;

/** The values of a table of properties. A value that is absent or unreadable does not have a key. */
export type ValuesOf<Table extends PropertyDefinitions> = {
  readonly [Name in keyof Table]?: Table[Name] extends PropertyDefinition<infer T> ? T : never;
};

/** The property with an identifier, in the tables of this library; `tagged` is for everybody else. */
/* @__NO_SIDE_EFFECTS__ */
export function ofId<T>(key: number, kind: PropertyKind<T>): PropertyDefinition<T> {
  return { key, ...kind };
}

/** The property with a name in a set, in the same tables; `named` is for everybody else. */
/* @__NO_SIDE_EFFECTS__ */
export function ofName<T>(set: Guid, name: number | string, kind: PropertyKind<T>): PropertyDefinition<T> {
  return { key: { set, name }, ...kind };
}

/* @__NO_SIDE_EFFECTS__ */
function kindOf<T extends PropertyValue>(...types: number[]): PropertyKind<T> {
  return { types, convert: (value) => value as T };
}

/** Text, stored as UTF-16 or in a code page. The property store decodes either. */
export const text = kindOf<string>(PropertyType.string, PropertyType.string8);
/** A signed 16- or 32-bit integer. */
export const integer = kindOf<number>(PropertyType.integer32, PropertyType.integer16);
/** A signed 64-bit integer. */
export const integer64 = kindOf<bigint>(PropertyType.integer64);
/** A floating-point number of 32 or 64 bits, including PtypFloatingTime (days since 1899-12-30). */
export const floating = kindOf<number>(
  PropertyType.floating64,
  PropertyType.floating32,
  PropertyType.floatingTime,
);
/** A PtypCurrency, as an integer number of ten-thousandths. */
export const currency = kindOf<bigint>(PropertyType.currency);
/** A PtypBoolean: true if the low byte is not 0. */
export const boolean = kindOf<boolean>(PropertyType.boolean);
/** A PtypTime, exact to 100 nanoseconds. */
export const time = kindOf<FileTime>(PropertyType.time);
/** A GUID in upper case, without braces. */
export const guid = kindOf<string>(PropertyType.guid);
/** Bytes. */
export const binary = kindOf<Uint8Array>(PropertyType.binary, PropertyType.serverId);
/** The value with whatever type the file has: for properties whose type is not documented. */
export const untyped: PropertyKind<PropertyValue> = { types: [], convert: (value) => value };

/** Several values of a kind. */
/* @__NO_SIDE_EFFECTS__ */
export function several<T>(kind: PropertyKind<T>): PropertyKind<readonly T[]> {
  return {
    types: kind.types.filter((type) => !isMultiValued(type)).map((type) => type | 0x1000),
    convert: (value) => (value as readonly PropertyValue[]).map((item) => kind.convert(item)),
  };
}

/** A number that becomes a name. `mask` selects the bits that count, if others mean something else. */
/* @__NO_SIDE_EFFECTS__ */
export function enumerated<E extends Enumeration>(
  names: E,
  mask?: number,
): PropertyKind<NameOf<E> | Undocumented>;
/**
 * The same, with a type argument that editors show instead of the single names: `enumerated<TrackStatus>(TrackStatus)`.
 */
export function enumerated<Name extends string>(
  names: EnumerationOf<Name>,
  mask?: number,
): PropertyKind<Name | Undocumented>;
export function enumerated(names: Enumeration, mask = ~0): PropertyKind<string> {
  return { types: integer.types, convert: (value) => nameOf(names, (value as number) & mask) };
}

/** The same property as the number that is stored, for whoever shows it beside its name. */
/* @__NO_SIDE_EFFECTS__ */
export function numberOf({ key }: PropertyDefinition<unknown>): PropertyDefinition<number> {
  return { key, ...integer };
}

/**
 * A number whose bits become names; bits without a name become one undocumented number. `mask` selects the bits that
 * count, if others mean something else.
 */
/* @__NO_SIDE_EFFECTS__ */
export function bitField<E extends Enumeration>(
  names: E,
  mask?: number,
): PropertyKind<readonly (NameOf<E> | Undocumented)[]>;
/** The same, with a type argument that editors show instead of the single names. */
export function bitField<Name extends string>(
  names: EnumerationOf<Name>,
  mask?: number,
): PropertyKind<readonly (Name | Undocumented)[]>;
export function bitField(names: Enumeration, mask = ~0): PropertyKind<readonly string[]> {
  return { types: integer.types, convert: (value) => namesOfBits(names, (value as number) & mask) };
}
