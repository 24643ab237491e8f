import type { PropertyName } from '../values/named-property';
import type { PropertyDefinition } from '../definitions/property';
import { checkDefinition } from '../definitions/given-definition';
import { definitionByName } from '../definitions/property-by-name';
import type { KnownProperties, KnownPropertyName } from '../definitions/known-properties';
import { LeftValue } from './left-value';
import { TextKind } from './property-columns';
import type { PropertyTable } from './property-table';
import { isText8, PropertyType, typeOf } from '../values/property-type';
import { decodeValue } from '../values/property-value';
import type { PropertyValue } from '../values/property-value';
import type { RawProperty } from '../values/raw-property';
import { TableProperty } from './table-property';

/**
 * What is known about a property. `absent`: the file does not have it; `present`; `unlisted`: the value is there, but
 * the container does not list it, because its entry is lost or was deleted without the value; `damaged`: the bytes do
 * not fit the type, or are missing; `other-type`: stored with another type; `error`: the file has PtypErrorCode in
 * place of a value; `not-loaded`: larger than `loadValuesUpTo`; `storage`: an embedded message or an OLE object;
 * `not-captured`: the file is an export that leaves out the column or the value.
 */
export type PropertyState =
  | 'present'
  | 'unlisted'
  | 'absent'
  | 'damaged'
  | 'other-type'
  | 'error'
  | 'not-loaded'
  | 'storage'
  | 'not-captured';

const NONE = -1;

/** The properties of one object, in the order of the file. A value is decoded only when you ask for it. */
export class PropertyStore implements Iterable<RawProperty> {
  readonly #table: PropertyTable;
  readonly #row: number;

  /** Creates the store for one row of a table. */
  constructor(table: PropertyTable, row: number) {
    this.#table = table;
    this.#row = row;
  }

  /** How many properties there are. */
  get size(): number {
    return this.#table.start(this.#row + 1) - this.#table.start(this.#row);
  }

  /** The code page in which 8-bit strings are decoded. */
  get codePage(): number {
    return this.#table.context.codePage;
  }

  /** Whether the file is an export that shows only some of the object's properties. */
  get isPartial(): boolean {
    return this.#table.coverage?.isPartial(this.#row) ?? false;
  }

  /** Every property, known or not, in the container's order, with its raw bytes. */
  *[Symbol.iterator](): Generator<RawProperty, undefined> {
    const end = this.#table.start(this.#row + 1);
    for (let index = this.#table.start(this.#row); index < end; index++) yield this.#property(index);
  }

  /**
   * A property's value; undefined unless its state is `present` or `unlisted`. Throws a `NotLoadedError` if its state
   * is `not-loaded`.
   */
  get<T>(definition: PropertyDefinition<T>): T | undefined;
  /**
   * The value by its name in MAPI or [MS-OXPROPS], if `mapilint/names` is loaded. Numbers are as stored, not replaced
   * by names. Throws a `TypeError` for an unknown name.
   */
  get<Name extends KnownPropertyName>(name: Name): KnownProperties[Name] | undefined;
  get<T>(property: PropertyDefinition<T> | KnownPropertyName): T | PropertyValue | undefined {
    if (typeof property !== 'string') checkDefinition('get', property);
    return typeof property === 'string' ? this.#read(definitionByName(property)) : this.#read(property);
  }

  /** A property's value if it is in memory; undefined also if it is still in the file. */
  peek<T>(definition: PropertyDefinition<T>): T | undefined {
    const index = this.#findAccepted(definition);
    if (index === NONE || this.#table.isElsewhere(index)) return undefined;
    return convert(definition, this.#table.value(index));
  }

  /** A property's value, read from the file if it is still there. Rejects with a `FormatError` if it is damaged. */
  async load<T>(definition: PropertyDefinition<T>): Promise<T | undefined> {
    const index = this.#findAccepted(definition);
    if (index === NONE) return undefined;
    const isLeft = this.#table.externalValue(index) instanceof LeftValue || this.#table.isElsewhere(index);
    return isLeft ? convert(definition, await this.#property(index).load()) : this.get(definition);
  }

  /** What is known about a property. */
  state(definition: PropertyDefinition<unknown>): PropertyState {
    checkDefinition('state', definition);
    const index = this.#find(definition);
    if (index === NONE) return this.#isAbsent(definition) ? 'absent' : 'not-captured';
    const tag = this.#table.tag(index);
    if (this.#table.content(index) === 'not-captured') return 'not-captured';
    if (!accepts(definition, tag)) return typeOf(tag) === PropertyType.errorCode ? 'error' : 'other-type';
    const content = this.#table.content(index);
    if (content === 'left-in-file') return 'not-loaded';
    if (content === 'storage') return 'storage';
    if (this.#table.value(index) === undefined) return 'damaged';
    return this.#property(index).isUnlisted ? 'unlisted' : 'present';
  }

  /** A property as the file has it: of an accepted type if there is one, otherwise of any type. */
  raw(definition: PropertyDefinition<unknown>): RawProperty | undefined {
    const index = this.#find(definition);
    return index === NONE ? undefined : this.#property(index);
  }

  /** The value of a property from the iteration, decoded by its type; undefined if that fails. */
  valueOf(property: RawProperty): PropertyValue | undefined {
    if (property instanceof TableProperty) return property.value();
    return decodeValue(typeOf(property.tag), property, this.#table.context);
  }

  /** The bytes of a property that was left in the file, if the file is in memory. */
  bytesAtHand(property: RawProperty): Uint8Array | undefined {
    return property instanceof TableProperty ? property.bytesAtHand : undefined;
  }

  /** The name of the property with an identifier of 0x8000 or above; undefined if it has none. */
  nameOf(id: number): PropertyName | undefined {
    return this.#table.context.names.nameOf(id);
  }

  #read<T>(definition: PropertyDefinition<T>): T | undefined {
    const index = this.#findAccepted(definition);
    return index === NONE ? undefined : convert(definition, this.#property(index).value());
  }

  /** Whether it is known that the object does not have a property that is not here. */
  #isAbsent({ key }: PropertyDefinition<unknown>): boolean {
    const { coverage, context } = this.#table;
    if (coverage === undefined || !coverage.isPartial(this.#row)) return true;
    if (typeof key === 'number') return coverage.isAbsent(this.#row, key);
    const ids = context.names.idsOf(key);
    if (ids.length === 0) return coverage.isNameAbsent?.(this.#row, key) ?? false;
    return ids.every((id) => coverage.isAbsent(this.#row, id));
  }

  #property(index: number): TableProperty {
    return new TableProperty(this.#table, this.#row, index);
  }

  /** The number of a property in the table: of an accepted type if there is one, else of whatever type there is. */
  #find(definition: PropertyDefinition<unknown>): number {
    const { key } = definition;
    if (typeof key === 'number') return this.#findTagged(definition, key);
    let other = NONE;
    for (const id of this.#table.context.names.idsOf(key)) {
      const index = this.#findTagged(definition, id);
      if (index !== NONE && accepts(definition, this.#table.tag(index))) return index;
      if (other === NONE) other = index;
    }
    return other;
  }

  #findAccepted(definition: PropertyDefinition<unknown>): number {
    const index = this.#find(definition);
    return index !== NONE && accepts(definition, this.#table.tag(index)) ? index : NONE;
  }

  /**
   * QUIRK: text that is stored twice is read from its PtypString, which loses nothing
   * (`samples/field/both-8-bit-and-unicode`).
   */
  #findTagged(definition: PropertyDefinition<unknown>, id: number): number {
    const first = this.#table.find(this.#row, id);
    let found = NONE;
    for (let index = first; index !== NONE; index = this.#table.find(this.#row, id, index + 1)) {
      const tag = this.#table.tag(index);
      if (!accepts(definition, tag)) continue;
      if (found === NONE) found = index;
      if (!this.#mayStandTwice(found)) return found;
      if (tag === this.#table.tag(found) + 1 && this.#isAtHand(index)) return index;
    }
    return found === NONE ? first : found;
  }

  /** Whether a property is 8-bit text in a table that has UTF-16 text too. */
  #mayStandTwice(index: number): boolean {
    const isMixed = (this.#table.columns.textKinds & TextKind.text16) !== 0;
    return isMixed && isText8(typeOf(this.#table.tag(index)));
  }

  /** Whether a value can be had, now or later. */
  #isAtHand(index: number): boolean {
    return this.#table.isElsewhere(index) || this.#table.value(index) !== undefined;
  }
}

function convert<T>(definition: PropertyDefinition<T>, value: PropertyValue | undefined): T | undefined {
  return value === undefined ? undefined : definition.convert(value);
}

function accepts({ types }: PropertyDefinition<unknown>, tag: number): boolean {
  const type = tag & 0xffff;
  return types.length === 0 ? type !== PropertyType.errorCode : types.includes(type);
}
