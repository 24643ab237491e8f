// [MS-CFB] 2.6: the compound file directory

import type { SectorWords } from './sector-words';

/** The stream ID of the root storage. */
export const ROOT = 0;
/** A link to no entry: a 32-bit word, signed, as all stream IDs are. */
export const NOSTREAM = -1;

export const EntryType = { unallocated: 0, storage: 1, stream: 2, root: 5 } as const;

const ENTRY_LENGTH = 128;
const MAX_NAME_BYTES = 64;

/** Where the fields of an entry lie, in words of four bytes (2.6.1). */
const NAME_LENGTH = 16; // and above its two bytes the object type
const LEFT_SIBLING = 17;
const RIGHT_SIBLING = 18;
const CHILD = 19;
const CLSID = 20;
const STATE_BITS = 24;
const TIMES = 25;
const START_SECTOR = 29;
const STREAM_SIZE = 30;
const UPPER_SIZE = 31;
const ENTRY_WORDS = ENTRY_LENGTH / 4;

/** What the entry of a storage says beside its name, 2.6.1. */
export interface StorageClass {
  /** The CLSID in its 16 bytes; zeros: none. */
  readonly clsid: Uint8Array;
  /** The state bits that an application has set. */
  readonly stateBits: number;
  /** When it was created and modified, in 16 bytes; zeros: not stated. */
  readonly times: Uint8Array;
}

/**
 * The directory entries as they lie in the file, addressed by stream ID and decoded field by field on request:
 * a message with thousands of recipients has a hundred thousand entries, and most are looked at once.
 */
export class Directory {
  /** The words that the entries lie in, for readers of names that need no string. */
  readonly words: Int32Array;
  readonly #starts: readonly number[];
  /** How many entries a sector has, as a power of two: a division for each field of each entry would show. */
  readonly #shift: number;
  readonly #mask: number;
  readonly #sizeIs64Bit: boolean;
  /** How many entries there are, unallocated ones included; whole ones only: the last sector may be cut. */
  readonly count: number;

  /** `majorVersion` decides about the upper half of Stream Size, which version 3 leaves undefined (2.6.1). */
  constructor({ words, starts, byteLength }: SectorWords, sectorSize: number, majorVersion: number) {
    const perSector = Math.floor(sectorSize / ENTRY_LENGTH);
    this.words = words;
    this.#starts = starts;
    this.#shift = Math.log2(perSector);
    this.#mask = perSector - 1;
    this.#sizeIs64Bit = majorVersion >= 4;
    this.count = Math.floor(byteLength / ENTRY_LENGTH);
  }

  has(id: number): boolean {
    return id >= 0 && id < this.count;
  }

  objectType(id: number): number {
    return (this.#word(id, NAME_LENGTH) >>> 16) & 0xff;
  }

  leftSibling(id: number): number {
    return this.#word(id, LEFT_SIBLING);
  }

  rightSibling(id: number): number {
    return this.#word(id, RIGHT_SIBLING);
  }

  child(id: number): number {
    return this.#word(id, CHILD);
  }

  storageClass(id: number): StorageClass {
    const bytes = (from: number): Uint8Array =>
      Uint8Array.from({ length: 16 }, (_, at) => this.#word(id, from + (at >> 2)) >>> ((at & 3) * 8));
    return { clsid: bytes(CLSID), stateBits: this.#word(id, STATE_BITS) >>> 0, times: bytes(TIMES) };
  }

  startSector(id: number): number {
    return this.#word(id, START_SECTOR);
  }

  /** Stream Size in bytes; for the root entry that of the mini stream. */
  streamSize(id: number): number {
    const low = this.#word(id, STREAM_SIZE) >>> 0;
    return this.#sizeIs64Bit ? (this.#word(id, UPPER_SIZE) >>> 0) * 2 ** 32 + low : low;
  }

  /** How many UTF-16 units the name has, without its terminator. */
  nameLength(id: number): number {
    const bytes = this.#word(id, NAME_LENGTH) & 0xffff;
    return bytes >= 2 && bytes <= MAX_NAME_BYTES ? (bytes >> 1) - 1 : 0;
  }

  /** Where in `words` the entry, and so its name, begins: in each word two units of UTF-16. */
  nameAt(id: number): number {
    return (this.#starts[id >> this.#shift] as number) + (id & this.#mask) * ENTRY_WORDS;
  }

  name(id: number): string {
    return nameIn(this, id);
  }

  /** Directory Entry Name Length is an even number of bytes, terminator included. */
  hasSoundName(id: number): boolean {
    const bytes = this.#word(id, NAME_LENGTH) & 0xffff;
    return bytes >= 4 && bytes <= MAX_NAME_BYTES && bytes % 2 === 0;
  }

  #word(id: number, at: number): number {
    return this.words[this.nameAt(id) + at] as number;
  }
}

/** What readers of names need of a directory. */
export type EntryNames = Pick<Directory, 'words' | 'nameAt' | 'nameLength'>;

/** The name of an entry as a string. */
export function nameIn(names: EntryNames, id: number): string {
  const at = names.nameAt(id);
  let name = '';
  for (let index = 0; index < names.nameLength(id); index++)
    name += String.fromCharCode(unitAt(names.words, at, index));
  return name;
}

/** A unit of the name that begins at a word. */
export function unitAt(words: Int32Array, at: number, index: number): number {
  return ((words[at + (index >> 1)] as number) >>> ((index & 1) * 16)) & 0xffff;
}
