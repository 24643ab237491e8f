import { FileTime } from '../values/file-time';
import { inlineBytes } from './inline-bytes';
import { contentAt, ENTRY_WORDS, FIRST, FLAGS, ValuePlace, SECOND, TAG } from './property-columns';
import type { ExternalValue, PropertyColumns } from './property-columns';
import { LeftValue } from './left-value';
import { formatTag, inlineSize, isText, PropertyType, typeOf } from '../values/property-type';
import { decodeString, decodeValue } from '../values/property-value';
import type { PropertyValue, TextContext } from '../values/property-value';
import type { Origin, RawProperty } from '../values/raw-property';
import type { Coverage, StorageNames, StoreContext } from './store-context';
import { unreadableValue } from './unreadable-value';

/**
 * The properties of several objects – the rows of a recipient table – in a few flat arrays. Nothing is decoded
 * before it is asked for, and a table of thousands of rows costs no object per property: half the memory, and a
 * rule that wants five columns touches no more.
 */
export class PropertyTable {
  readonly columns: PropertyColumns;
  readonly context: StoreContext;
  /** What the rows of an export do not show; undefined: what is not there is absent. */
  readonly coverage: Coverage | undefined;
  readonly #externalValues: ReadonlyMap<number, ExternalValue> | undefined;
  readonly #names: StorageNames;

  constructor(
    columns: PropertyColumns,
    externalValues: ReadonlyMap<number, ExternalValue> | undefined,
    names: StorageNames,
    context: StoreContext,
    coverage?: Coverage,
  ) {
    this.columns = columns;
    this.context = context;
    this.#externalValues = externalValues;
    this.#names = names;
    this.coverage = coverage;
  }

  get rowCount(): number {
    return this.columns.rows.length - 1;
  }

  /** The number of the first property of a row; of the row behind the last one, that of all properties. */
  start(row: number): number {
    return this.columns.rows[row] as number;
  }

  tag(index: number): number {
    return this.columns.entries[index * ENTRY_WORDS + TAG] as number;
  }

  flags(index: number): number {
    return this.columns.entries[index * ENTRY_WORDS + FLAGS] as number;
  }

  place(index: number): number {
    return this.columns.places[index] as number;
  }

  /** The first property of a row that has an identifier, after `from`; -1 if there is none. */
  find(row: number, id: number, from = this.start(row)): number {
    const { entries, rows } = this.columns;
    const end = (rows[row + 1] as number) * ENTRY_WORDS;
    for (let at = from * ENTRY_WORDS + TAG; at < end; at += ENTRY_WORDS) {
      if ((entries[at] as number) >>> 16 === id) return (at - TAG) / ENTRY_WORDS;
    }
    return -1;
  }

  content(index: number): RawProperty['content'] {
    const place = this.place(index);
    return place === ValuePlace.external ? this.#external(index).content : contentAt(place);
  }

  /** Whether a value was left in the file, from which it can be fetched. */
  isElsewhere(index: number): boolean {
    return this.place(index) === ValuePlace.external && this.content(index) === 'left-in-file';
  }

  /** Fetches a value's bytes. Rejects with a `FormatError` if the file lacks them. */
  async read(row: number, index: number): Promise<Uint8Array> {
    const place = this.place(index);
    if (place === ValuePlace.external) return this.#external(index).read();
    const error = unreadableValue(place, this.tag(index), this.context, () => this.origin(row, index));
    if (error === undefined) return this.bytes(index);
    throw error;
  }

  /** What only few properties have: undefined for the others. */
  externalValue(index: number): ExternalValue | undefined {
    return this.#externalValues?.get(index);
  }

  /** The bytes of a value that is here. Binary values of the file are copied: whoever clones one would clone all of it. */
  bytes(index: number): Uint8Array {
    switch (this.place(index)) {
      case ValuePlace.entry:
        return this.#inline(index);
      case ValuePlace.bytes:
      case ValuePlace.file: {
        const start = this.#word(index, FIRST);
        const bytes = this.#array(index).subarray(start, start + this.#word(index, SECOND));
        const isShared = this.place(index) === ValuePlace.file && !isText(typeOf(this.tag(index)));
        return isShared ? bytes.slice() : bytes;
      }
      case ValuePlace.external:
        return this.#external(index).bytes;
      default:
        return new Uint8Array(0);
    }
  }

  /** Lets go of the values that stay in the file, which were checked. */
  release(): void {
    for (const value of this.#externalValues?.values() ?? []) value.release?.();
  }

  /** How many bytes the value has, here or in the file. */
  size(index: number): number {
    switch (this.place(index)) {
      case ValuePlace.entry:
        return inlineSize(typeOf(this.tag(index))) ?? 8;
      case ValuePlace.bytes:
      case ValuePlace.file:
        return this.#word(index, SECOND);
      case ValuePlace.external:
        return this.#external(index).size;
      default:
        return 0;
    }
  }

  /** How many bytes a value has where it lies, as its type tells; undefined: it may lie in pieces, or as text of an export. */
  lengthInFile(index: number): number | undefined {
    return this.place(index) === ValuePlace.entry && this.coverage === undefined
      ? this.size(index)
      : undefined;
  }

  origin(row: number, index: number): Origin {
    const offset = this.columns.offsets[index] as number;
    const storage = this.#names(row, this.tag(index), this.place(index), offset);
    const origin = { storage, offset: offset === 0 ? undefined : offset };
    return this.context.part === undefined ? origin : { ...origin, part: this.context.part };
  }

  /** A value that is here, decoded by its wire type; undefined if that fails. */
  value(index: number, text: TextContext = this.context): PropertyValue | undefined {
    const type = typeOf(this.tag(index));
    switch (this.place(index)) {
      case ValuePlace.entry:
        return this.#inlineValue(index, type);
      case ValuePlace.bytes:
      case ValuePlace.file:
        if (type === PropertyType.string)
          return decodeString(this.#array(index), this.#word(index, FIRST), this.#word(index, SECOND));
        return type === PropertyType.binary
          ? this.bytes(index)
          : decodeValue(type, { bytes: this.bytes(index) }, text);
      case ValuePlace.external: {
        const value = this.#external(index);
        const encoded = value instanceof LeftValue ? value.encoded : value;
        return encoded && decodeValue(type, encoded, text);
      }
      default:
        return undefined;
    }
  }

  #inlineValue(index: number, type: number): PropertyValue | undefined {
    const low = this.#word(index, FIRST);
    switch (type) {
      case PropertyType.integer32:
        return low | 0;
      case PropertyType.boolean:
        return (low & 0xff) !== 0;
      case PropertyType.time:
        return FileTime.fromHalves(low, this.#word(index, SECOND));
      default:
        return decodeValue(type, { bytes: this.#inline(index) }, this.context);
    }
  }

  #inline(index: number): Uint8Array {
    const length = inlineSize(typeOf(this.tag(index))) ?? 8;
    return inlineBytes(this.#word(index, FIRST), this.#word(index, SECOND), length);
  }

  /** The array that a value is among. */
  #array(index: number): Uint8Array {
    return (this.place(index) === ValuePlace.file ? this.columns.file : this.columns.bytes) as Uint8Array;
  }

  #word(index: number, word: number): number {
    return this.columns.entries[index * ENTRY_WORDS + word] as number;
  }

  #external(index: number): ExternalValue {
    const value = this.#externalValues?.get(index);
    if (value === undefined) throw new Error(`Property ${formatTag(this.tag(index))} has no value`);
    return value;
  }
}
