import { FileTime } from '../mapi/values/file-time';
import { toHex } from '../mapi/values/guid';
import type { PropertyDefinition, PropertyDefinitions, ValuesOf } from '../mapi/definitions/property';
import type { KnownProperties, KnownPropertyName } from '../mapi/definitions/known-properties';
import type { PropertyStore } from '../mapi/rows/property-store';

/** What recipients and attachments are: their named values are their own, the store that these come from is not. */
export abstract class NamedObject {
  readonly #properties: PropertyStore;

  constructor(properties: PropertyStore, table: PropertyDefinitions) {
    this.#properties = properties;
    assignValues(this as unknown as Record<string, unknown>, table, properties);
  }

  /** Every property, known or not: typed access, states, raw bytes and their place in the file. */
  get properties(): PropertyStore {
    return this.#properties;
  }

  /** A value by its name in MAPI or [MS-OXPROPS], as `properties.get(name)` gives it, if `mapilint/names` is loaded. */
  get<Name extends KnownPropertyName>(name: Name): KnownProperties[Name] | undefined {
    return this.#properties.get(name);
  }

  /** The values, ready for JSON: times as `FileTime.toJSON()`, 64-bit integers as decimal strings, bytes as hexadecimal. */
  toJSON(): Record<string, unknown> {
    return jsonValues(this);
  }
}

/** The constructor of `NamedObject` as that of a class with the values of a table. */
export type NamedClass<Values> = abstract new (
  properties: PropertyStore,
  table: PropertyDefinitions,
) => NamedObject & Values;

/** The values of a table that are there, by their names; what is absent, damaged or left in the file is no key. */
export function namedValues<Table extends PropertyDefinitions>(
  table: Table,
  properties: PropertyStore,
): ValuesOf<Table> {
  const values: Record<string, unknown> = {};
  assignValues(values, table, properties);
  return values as ValuesOf<Table>;
}

function assignValues(
  target: Record<string, unknown>,
  table: PropertyDefinitions,
  properties: PropertyStore,
): void {
  for (const name in table) {
    const value = properties.peek(table[name] as PropertyDefinition<unknown>);
    if (value !== undefined) target[name] = value;
  }
}

/** The own values of an object as JSON can hold them. */
export function jsonValues(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toJsonValue(value)]));
}

/** A value as JSON can hold it: nothing is rounded, and what JSON has no form for becomes text. */
export function toJsonValue(value: unknown): unknown {
  if (value instanceof FileTime) return value.toJSON();
  if (value instanceof Uint8Array) return toHex(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return Array.isArray(value) ? value.map(toJsonValue) : value;
}
