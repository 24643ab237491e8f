import { NotLoadedError } from '../errors';
import type { NamedPropertyMap, PropertyName } from './named-property';
import type { PropertyDefinition } from './property';
import { formatTag, idOf, isMultiValued, PropertyType, typeOf } from './property-type';
import { decodeValue } from './property-value';
import type { EncodedValue, PropertyValue } from './property-value';

/** Where a value lies in its file. */
export interface Origin {
  /** The storage or stream that holds it, such as `/__recip_version1.0_#00000000/__properties_version1.0`. */
  readonly storage: string;
  /** Byte offset of the value in the file; undefined where the value has no byte of its own. */
  readonly offset: number | undefined;
}

/** A property as the container holds it, before anyone gives it a meaning. */
export interface RawProperty {
  /** Identifier in the upper, wire type in the lower half. */
  readonly tag: number;
  /** The container's flags: in a .msg 1 mandatory, 2 readable, 4 writable. */
  readonly flags: number;
  /**
   * `loaded`: the bytes are here; `left-in-file`: larger than `loadValuesUpTo`; `missing`: the file lacks them;
   * `storage`: the value is a storage of its own, an embedded message or an OLE object.
   */
  readonly content: 'loaded' | 'left-in-file' | 'missing' | 'storage';
  /** The value's bytes, of several values one after the other; empty unless loaded. */
  readonly bytes: Uint8Array;
  /** The single values of a multi-valued text or binary property. */
  readonly items?: EncodedValue['items'];
  /** How many bytes the value has in the file. */
  readonly size: number;
  readonly origin: Origin;
  /** Fetches the value's bytes, from the file if they were left there. Rejects with a `FormatError` if they are damaged. */
  read(): Promise<Uint8Array>;
  /** Fetches the single values of a multi-valued text or binary property. */
  readItems?(): Promise<Uint8Array[]>;
}

/**
 * What is known of a property: `absent` (the file has none), `present`, `damaged` (the bytes do not fit the type,
 * or are gone), `other-type` (stored as something else), `error` (the file says PtypErrorCode: no value could be
 * had), `not-loaded` (larger than `loadValuesUpTo`) or `storage` (an embedded message or an OLE object).
 */
export type PropertyState =
  'present' | 'absent' | 'damaged' | 'other-type' | 'error' | 'not-loaded' | 'storage';

/** What a container adds to its bytes so that they can be understood. */
export interface StoreContext {
  /** The code page of 8-bit strings. */
  readonly codePage: number;
  readonly names: NamedPropertyMap;
}

/** The properties of one object, in the file's order. Nothing is decoded before it is asked for. */
export class PropertyStore implements Iterable<RawProperty> {
  readonly #properties: readonly RawProperty[];
  readonly #context: StoreContext;

  constructor(properties: readonly RawProperty[], context: StoreContext) {
    this.#properties = properties;
    this.#context = context;
  }

  /** How many properties there are. */
  get size(): number {
    return this.#properties.length;
  }

  /** The code page of the 8-bit strings. */
  get codePage(): number {
    return this.#context.codePage;
  }

  [Symbol.iterator](): Iterator<RawProperty> {
    return this.#properties[Symbol.iterator]();
  }

  /** A property's value; undefined unless its state is `present`. Throws `NotLoadedError` if it was left in the file. */
  get<T>(definition: PropertyDefinition<T>): T | undefined {
    const property = this.raw(definition);
    if (property === undefined || !accepts(definition, property)) return undefined;
    const value = this.valueOf(property);
    return value === undefined ? undefined : definition.convert(value);
  }

  /** A property's value if it is at hand; undefined also if it was left in the file. */
  peek<T>(definition: PropertyDefinition<T>): T | undefined {
    return this.raw(definition)?.content === 'left-in-file' ? undefined : this.get(definition);
  }

  /** What is known of a property. */
  state(definition: PropertyDefinition<unknown>): PropertyState {
    const property = this.raw(definition);
    if (property === undefined) return 'absent';
    if (!accepts(definition, property))
      return typeOf(property.tag) === PropertyType.errorCode ? 'error' : 'other-type';
    if (property.content === 'left-in-file') return 'not-loaded';
    if (property.content === 'storage') return 'storage';
    return this.valueOf(property) === undefined ? 'damaged' : 'present';
  }

  /** A property as the file holds it: of an accepted type if there is one, else of whatever type there is. */
  raw(definition: PropertyDefinition<unknown>): RawProperty | undefined {
    const { key } = definition;
    const ids = typeof key === 'number' ? [key] : this.#context.names.idsOf(key);
    if (ids.length === 0) return undefined;
    let other: RawProperty | undefined;
    for (const property of this.#properties) {
      if (!ids.includes(idOf(property.tag))) continue;
      if (accepts(definition, property)) return property;
      other ??= property;
    }
    return other;
  }

  /** The value of a property that iteration gave, decoded by its wire type; undefined if that fails. */
  valueOf(property: RawProperty): PropertyValue | undefined {
    if (property.content === 'missing' || property.content === 'storage') return undefined;
    if (property.content === 'left-in-file') {
      throw new NotLoadedError(
        `${formatTag(property.tag)} has ${property.size} bytes, more than loadValuesUpTo; await its read()`,
      );
    }
    return decodeValue(typeOf(property.tag), property, this.#context.codePage);
  }

  /** The name behind an identifier from 0x8000 up. */
  nameOf(id: number): PropertyName | undefined {
    return this.#context.names.nameOf(id);
  }
}

function accepts(definition: PropertyDefinition<unknown>, { tag }: RawProperty): boolean {
  const type = typeOf(tag);
  if (definition.types.length === 0) return type !== PropertyType.errorCode;
  return definition.types.includes(type);
}

/** Why a loaded value cannot be decoded; undefined if it can. */
export function malformation(
  property: RawProperty,
  codePage: number,
): 'mapi-value-malformed' | 'mapi-text-undecodable' | undefined {
  const type = typeOf(property.tag);
  if (property.content !== 'loaded' || decodeValue(type, property, codePage) !== undefined) return undefined;
  const isText8 =
    type === PropertyType.string8 || (isMultiValued(type) && (type & 0xfff) === PropertyType.string8);
  return isText8 ? 'mapi-text-undecodable' : 'mapi-value-malformed';
}
