// [MS-CFB] 2.6: the compound file directory

/** A link to no entry. */
export const NOSTREAM = 0xffffffff;

export const EntryType = { unallocated: 0, storage: 1, stream: 2, root: 5 } as const;

const ENTRY_LENGTH = 128;
const MAX_NAME_BYTES = 64;

/** Where the entries of a directory lie: sectors of a file in memory, or all gathered in one. */
export interface DirectorySectors {
  readonly view: DataView;
  /** The offset of each sector in the view. */
  readonly offsets: readonly number[];
  readonly sectorSize: number;
}

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
  /** The bytes that the entries lie in, for readers of names that need no string. */
  readonly view: DataView;
  readonly #offsets: readonly number[];
  /** How many entries a sector has, as a power of two: a division for each field of each entry would show. */
  readonly #shift: number;
  readonly #mask: number;
  readonly #sizeIs64Bit: boolean;
  /** How many entries there are, unallocated ones included. */
  readonly count: number;

  /** `majorVersion` decides about the upper half of Stream Size, which version 3 leaves undefined (2.6.1). */
  constructor({ view, offsets, sectorSize }: DirectorySectors, majorVersion: number) {
    const perSector = Math.floor(sectorSize / ENTRY_LENGTH);
    this.view = view;
    this.#offsets = offsets;
    this.#shift = Math.log2(perSector);
    this.#mask = perSector - 1;
    this.#sizeIs64Bit = majorVersion >= 4;
    this.count = countEntries(view, offsets, sectorSize);
  }

  has(id: number): boolean {
    return id < this.count;
  }

  objectType(id: number): number {
    return this.view.getUint8(this.#at(id) + 66);
  }

  leftSibling(id: number): number {
    return this.#u32(id, 68);
  }

  rightSibling(id: number): number {
    return this.#u32(id, 72);
  }

  child(id: number): number {
    return this.#u32(id, 76);
  }

  storageClass(id: number): StorageClass {
    const bytes = new Uint8Array(this.view.buffer, this.view.byteOffset + this.#at(id), ENTRY_LENGTH);
    return { clsid: bytes.slice(80, 96), stateBits: this.#u32(id, 96), times: bytes.slice(100, 116) };
  }

  startSector(id: number): number {
    return this.#u32(id, 116);
  }

  /** Stream Size in bytes; for the root entry that of the mini stream. */
  streamSize(id: number): number {
    const low = this.#u32(id, 120);
    return this.#sizeIs64Bit ? this.#u32(id, 124) * 2 ** 32 + low : low;
  }

  /** How many UTF-16 units the name has, without its terminator. */
  nameLength(id: number): number {
    const bytes = this.view.getUint16(this.#at(id) + 64, true);
    return bytes >= 2 && bytes <= MAX_NAME_BYTES ? (bytes >> 1) - 1 : 0;
  }

  /** Where in `view` the name of an entry begins, in UTF-16LE. */
  nameAt(id: number): number {
    return this.#at(id);
  }

  name(id: number): string {
    let name = '';
    for (let index = 0; index < this.nameLength(id); index++)
      name += String.fromCharCode(this.view.getUint16(this.#at(id) + index * 2, true));
    return name;
  }

  /** Directory Entry Name Length is an even number of bytes, terminator included. */
  hasSoundName(id: number): boolean {
    const bytes = this.view.getUint16(this.#at(id) + 64, true);
    return bytes >= 4 && bytes <= MAX_NAME_BYTES && bytes % 2 === 0;
  }

  #at(id: number): number {
    return (this.#offsets[id >> this.#shift] as number) + (id & this.#mask) * ENTRY_LENGTH;
  }

  #u32(id: number, offset: number): number {
    return this.view.getUint32(this.#at(id) + offset, true);
  }
}

/** Whole entries only: the last sector may be cut. */
function countEntries(view: DataView, offsets: readonly number[], sectorSize: number): number {
  const last = offsets.at(-1);
  if (last === undefined) return 0;
  const inLast = Math.min(sectorSize, view.byteLength - last);
  return Math.floor(((offsets.length - 1) * sectorSize + inLast) / ENTRY_LENGTH);
}
