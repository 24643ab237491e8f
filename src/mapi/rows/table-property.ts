import { FormatError, NotLoadedError } from '../../damage/errors';
import type { PropertyTable } from './property-table';
import { formatTag, typeOf } from '../values/property-type';
import { decodeValue } from '../values/property-value';
import type { PropertyValue } from '../values/property-value';
import type { Origin, RawProperty } from '../values/raw-property';

const noBytes = new Uint8Array(0);

/** A property of a table as an object of its own, made when somebody wants one. */
export class TableProperty implements RawProperty {
  readonly #table: PropertyTable;
  readonly #row: number;
  readonly #index: number;

  constructor(table: PropertyTable, row: number, index: number) {
    this.#table = table;
    this.#row = row;
    this.#index = index;
  }

  get tag(): number {
    return this.#table.tag(this.#index);
  }

  get flags(): number {
    return this.#table.flags(this.#index);
  }

  get isUnlisted(): boolean {
    return this.#table.columns.unlisted?.has(this.#index) ?? false;
  }

  get content(): RawProperty['content'] {
    return this.#table.content(this.#index);
  }

  get bytes(): Uint8Array {
    return this.#table.bytes(this.#index);
  }

  get items(): RawProperty['items'] {
    return this.#table.externalValue(this.#index)?.items;
  }

  get size(): number {
    return this.#table.size(this.#index);
  }

  get origin(): Origin {
    const origin = this.#table.origin(this.#row, this.#index);
    const length = origin.offset === undefined ? undefined : this.#table.lengthInFile(this.#index);
    return length === undefined ? origin : { ...origin, length };
  }

  get readItems(): RawProperty['readItems'] {
    const value = this.#table.externalValue(this.#index);
    return value?.readItems?.bind(value);
  }

  read(): Promise<Uint8Array> {
    return this.#table.read(this.#row, this.#index);
  }

  /** The bytes that were left in a file which is in memory; undefined if they cannot be had at once, or are damaged. */
  get bytesAtHand(): Uint8Array | undefined {
    try {
      return this.#table.externalValue(this.#index)?.readNow?.().bytes;
    } catch (error) {
      if (error instanceof FormatError) return undefined;
      throw error;
    }
  }

  /** The value by its wire type, fetched if it was left in the file; undefined if it does not fit. */
  async load(): Promise<PropertyValue | undefined> {
    const items = await this.readItems?.();
    const bytes = items === undefined ? await this.read() : noBytes;
    return decodeValue(typeOf(this.tag), { bytes, items }, this.#table.context);
  }

  /** The value by its wire type; undefined if it is missing or does not fit. */
  value(): PropertyValue | undefined {
    if (this.content === 'left-in-file') {
      throw new NotLoadedError(
        `${formatTag(this.tag)} has ${this.size} bytes, which were left in the file; await properties.load(…)`,
      );
    }
    return this.#table.value(this.#index);
  }
}
