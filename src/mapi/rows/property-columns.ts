import type { EncodedValue } from '../values/property-value';
import type { RawProperty } from '../values/raw-property';

/** Where a property's value is. */
export const ValuePlace = {
  /** In the entry: at most eight bytes. */
  entry: 0,
  /** Among the table's bytes. */
  bytes: 1,
  /** With what only few properties have: several values, or a value that was left in the file. */
  external: 2,
  /** Nowhere: the file lacks it. */
  missing: 3,
  /** In a storage of its own. */
  storage: 4,
  /** Nowhere: an export names the property and leaves its value out. */
  leftOut: 5,
  /** Among the bytes of the file, which stay in memory. */
  file: 6,
} as const;

/** Whether a value is where an array has its bytes, from a start on and so many. */
export function isAmongBytes(place: number): boolean {
  return place === ValuePlace.bytes || place === ValuePlace.file;
}

/** What a place says of a value that is not with those that only few properties have. */
export function contentAt(place: number): RawProperty['content'] {
  switch (place) {
    case ValuePlace.missing:
      return 'missing';
    case ValuePlace.storage:
      return 'storage';
    case ValuePlace.leftOut:
      return 'not-captured';
    default:
      return 'loaded';
  }
}

/**
 * How many numbers the entry of a property has: tag, flags, and of a value in the entry its two halves, of one among
 * the bytes, or in the file, where it starts and how long it is.
 */
export const ENTRY_WORDS = 4;
export const TAG = 0;
export const FLAGS = 1;
export const FIRST = 2;
export const SECOND = 3;

/** Kinds of text, one or several to a property. */
export const TextKind = { text8: 1, text16: 2 } as const;

/** What only few properties have. */
export interface ExternalValue {
  readonly content: RawProperty['content'];
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly items?: RawProperty['items'];
  /** The value at once, where the file is in memory; fails with a `FormatError` if it is damaged. */
  readonly readNow?: (() => EncodedValue) | undefined;
  /** Lets go of what is kept only until it was checked. */
  release?(): void;
  read(): Promise<Uint8Array>;
  readItems?: (() => Promise<Uint8Array[]>) | undefined;
}

/** The arrays that make up a table. They can be transferred to a worker as they are. */
export interface PropertyColumns {
  /** `ENTRY_WORDS` numbers for each property. */
  readonly entries: Uint32Array;
  /** Where each value is: a `Place`. */
  readonly places: Uint8Array;
  /** Where each value lies in the file; 0, where no value can lie, if it has no byte of its own. */
  readonly offsets: Uint32Array | Float64Array;
  /** The values that fit no entry, one after the other. */
  readonly bytes: Uint8Array;
  /** The bytes of the file, for the values that are there. */
  readonly file?: Uint8Array | undefined;
  /** The number of the first property of each row, and behind the last row that of all properties. */
  readonly rows: readonly number[] | Uint32Array;
  /** Which kinds of text are among the values: `TextKind` bits. */
  readonly textKinds: number;
  /** The numbers of the properties that the container does not list; undefined: it lists all. */
  readonly unlisted?: ReadonlySet<number> | undefined;
}
