import { Arena } from '../../bytes/arena';
import { ENTRY_WORDS, FIRST, FLAGS, ValuePlace, SECOND, TAG, TextKind } from './property-columns';
import type { ExternalValue } from './property-columns';
import { LARGE, LargeValue } from './large-value';
import { PropertyTable } from './property-table';
import { inlineSize, PropertyType, typeOf } from '../values/property-type';
import type { Coverage, StorageNames, StoreContext } from './store-context';

/** What a row usually has, so that the arrays seldom grow. */
const USUAL_PROPERTIES = 28;
const USUAL_VALUE = 24;
const MAX_ROWS_AT_FIRST = 32;
/** Below so many properties, a copy would cost more than the room it saves. */
const WORTH_TRIMMING = 1024;
/** How many bytes of values the first memory of a table has room for at most. */
const MOST_IN_ROOM = 32_768;
/** How many bytes of a value an entry holds. */
const ENTRY_VALUE = 8;
/** The type of one value in a tag: every property passes here. */
const ELEMENT_TYPE = 0xefff;
/** From this size on, places in a file need more than 32 bits. */
const LARGE_FILE = 2 ** 32;

/** The arrays of all empty tables: nobody writes to what has no room. */
const noNumbers = new Uint32Array(0);
const noBytes = new Uint8Array(0);

/** What is known of the values of a table before they are read. */
interface Room {
  readonly bytes?: number | undefined;
  readonly inPlace?: Uint8Array | undefined;
}

/** Fills the arrays of a property table, row by row. */
export class PropertyTableBuilder {
  /** The values that fit no entry: a value is written here first and then added. */
  readonly arena: Arena;
  readonly #isLargeFile: boolean;
  readonly #inPlace: Uint8Array | undefined;
  #entries = noNumbers;
  #places = noBytes;
  #offsets: Uint32Array | Float64Array = noNumbers;
  #count = 0;
  #textKinds = 0;
  readonly #rows: number[] = [0];
  #externalValues: Map<number, ExternalValue> | undefined;
  #unlisted: Set<number> | undefined;

  /**
   * `fileSize` decides how much room the places in the file need, `rows` how much there is at first: none for none,
   * since a file may have a hundred thousand empty tables. `bytes` is how much the values will need, if that is known;
   * `inPlace` the file, if values may stay there.
   */
  constructor(fileSize: number, rows: number, { bytes, inPlace }: Room = {}) {
    this.#inPlace = inPlace;
    const capacity = Math.min(rows, MAX_ROWS_AT_FIRST) * USUAL_PROPERTIES;
    this.#isLargeFile = fileSize >= LARGE_FILE;
    const values = Math.min(bytes ?? capacity * USUAL_VALUE, fileSize);
    // bytes of the usual values lie in the memory of the other arrays: each piece costs more than what is in it
    const room = capacity > 0 ? this.#resize(capacity, Math.min(values, MOST_IN_ROOM)) : undefined;
    this.arena = new Arena(values, room);
  }

  /** How many rows are complete. */
  get rowCount(): number {
    return this.#rows.length - 1;
  }

  /** Adds a value of at most eight bytes: its first four and its second four as little-endian numbers. */
  addInline(tag: number, flags: number, low: number, high: number, offset: number | undefined): void {
    this.#add(tag, flags, ValuePlace.entry, offset, low, high);
  }

  /** Adds the value that the arena holds from `start` to its end. */
  addBytes(tag: number, flags: number, start: number, offset: number | undefined): void {
    this.#add(tag, flags, ValuePlace.bytes, offset, start, this.arena.length - start);
  }

  /** Adds a value that stays where it lies in the bytes that were given as `inPlace`. */
  addInFile(tag: number, flags: number, offset: number, length: number): void {
    this.#add(tag, flags, ValuePlace.file, offset, offset, length);
  }

  /** Adds a value that is at hand, in the entry if its type lies there. */
  addValue(tag: number, flags: number, bytes: Uint8Array, offset: number | undefined): void {
    const size = inlineSize(typeOf(tag));
    if (bytes.length > LARGE) {
      this.addExternal(tag, flags, new LargeValue(bytes.slice()), offset);
      return;
    }
    if (size === undefined || bytes.length < size) {
      this.addBytes(tag, flags, this.arena.append(bytes), offset);
      return;
    }
    const entry = new DataView(new ArrayBuffer(ENTRY_VALUE));
    new Uint8Array(entry.buffer).set(bytes.subarray(0, ENTRY_VALUE));
    this.addInline(tag, flags, entry.getUint32(0, true), entry.getUint32(4, true), offset);
  }

  /** Adds a property whose value the file lacks, or has in a storage of its own. */
  addWithoutValue(
    tag: number,
    flags: number,
    place: typeof ValuePlace.missing | typeof ValuePlace.storage | typeof ValuePlace.leftOut,
    offset?: number,
  ): void {
    this.#add(tag, flags, place, offset, 0, 0);
  }

  /** Adds a property with more to it than fits the arrays. */
  addExternal(tag: number, flags: number, value: ExternalValue, offset: number | undefined): void {
    this.#externalValues ??= new Map<number, ExternalValue>();
    this.#externalValues.set(this.#count, value);
    this.#add(tag, flags, ValuePlace.external, offset, 0, 0);
  }

  /** The container does not list the property that was added last: its value was found without an entry. */
  markUnlisted(): void {
    this.#unlisted ??= new Set<number>();
    this.#unlisted.add(this.#count - 1);
  }

  /** Whether a property with an identifier was added since the last row. */
  hasInRow(id: number): boolean {
    for (let index = this.#rows.at(-1) as number; index < this.#count; index++)
      if ((this.#entries[index * ENTRY_WORDS + TAG] as number) >>> 16 === id) return true;
    return false;
  }

  /** The properties added since the last row are a row. */
  endRow(): void {
    this.#rows.push(this.#count);
  }

  /** The table of the rows, in arrays with little more room than they need. */
  finish(names: StorageNames, context: StoreContext, coverage?: Coverage): PropertyTable {
    const isTight = this.#count < WORTH_TRIMMING;
    const columns = {
      entries: isTight ? this.#entries : this.#entries.slice(0, this.#count * ENTRY_WORDS),
      places: isTight ? this.#places : this.#places.slice(0, this.#count),
      offsets: isTight ? this.#offsets : this.#offsets.slice(0, this.#count),
      bytes: isTight ? this.arena.bytes : this.arena.trimmed(),
      file: this.#inPlace,
      rows: isTight ? this.#rows : Uint32Array.from(this.#rows),
      unlisted: this.#unlisted,
      textKinds: this.#textKinds,
    };
    return new PropertyTable(columns, this.#externalValues, names, context, coverage);
  }

  #add(
    tag: number,
    flags: number,
    place: number,
    offset: number | undefined,
    first: number,
    second: number,
  ): void {
    const index = this.#count++;
    if (index === this.#places.length) this.#resize(Math.max(USUAL_PROPERTIES, index * 2));
    const at = index * ENTRY_WORDS;
    this.#entries[at + TAG] = tag;
    this.#entries[at + FLAGS] = flags;
    this.#entries[at + FIRST] = first;
    this.#entries[at + SECOND] = second;
    this.#places[index] = place;
    this.#offsets[index] = offset ?? 0;
    const type = tag & ELEMENT_TYPE;
    if (type === PropertyType.string) this.#textKinds |= TextKind.text16;
    else if (type === PropertyType.string8) this.#textKinds |= TextKind.text8;
  }

  /** Makes room for so many properties, and at first for `values` bytes, which it returns. */
  #resize(capacity: number, values = 0): Uint8Array {
    const offsetLength = this.#isLargeFile ? 8 : 4;
    const entryLength = ENTRY_WORDS * 4;
    // one piece of memory for all three: each costs more than what is in it
    const length = capacity * (entryLength + offsetLength + 1);
    const room = new ArrayBuffer(length + values);
    const entries = new Uint32Array(room, 0, capacity * ENTRY_WORDS);
    const Offsets = this.#isLargeFile ? Float64Array : Uint32Array;
    const offsets = new Offsets(room, capacity * entryLength, capacity);
    const places = new Uint8Array(room, capacity * (entryLength + offsetLength), capacity);
    entries.set(this.#entries);
    places.set(this.#places);
    offsets.set(this.#offsets);
    this.#entries = entries;
    this.#places = places;
    this.#offsets = offsets;
    return new Uint8Array(room, length, values);
  }
}
