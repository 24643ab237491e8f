// [MS-CFB] 2.6: the compound file directory

/** A link to no entry. */
export const NOSTREAM = 0xffffffff;

export const ObjectType = { unallocated: 0, storage: 1, stream: 2, root: 5 } as const;

const ENTRY_LENGTH = 128;
const MAX_NAME_BYTES = 64;

/**
 * The directory entries as they lie in the file, addressed by stream ID and decoded field by field on request:
 * a message with thousands of recipients has a hundred thousand entries, and most are looked at once.
 */
export class Directory {
  readonly #view: DataView;
  readonly #sizeIs64Bit: boolean;
  /** How many entries there are, unallocated ones included. */
  readonly count: number;

  /** `majorVersion` decides about the upper half of Stream Size, which version 3 leaves undefined (2.6.1). */
  constructor(bytes: Uint8Array, majorVersion: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.count = Math.floor(bytes.length / ENTRY_LENGTH);
    this.#sizeIs64Bit = majorVersion >= 4;
  }

  has(id: number): boolean {
    return id < this.count;
  }

  objectType(id: number): number {
    return this.#view.getUint8(id * ENTRY_LENGTH + 66);
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
    const bytes = this.#view.getUint16(id * ENTRY_LENGTH + 64, true);
    return bytes >= 2 && bytes <= MAX_NAME_BYTES ? (bytes >> 1) - 1 : 0;
  }

  /** A UTF-16 unit of the name. */
  nameUnit(id: number, index: number): number {
    return this.#view.getUint16(id * ENTRY_LENGTH + index * 2, true);
  }

  /** Two UTF-16 units of the name as one number, the first in the lower half: names compare faster so. */
  nameWord(id: number, index: number): number {
    return this.#view.getUint32(id * ENTRY_LENGTH + index * 4, true);
  }

  name(id: number): string {
    let name = '';
    for (let index = 0; index < this.nameLength(id); index++)
      name += String.fromCharCode(this.nameUnit(id, index));
    return name;
  }

  /** Directory Entry Name Length is an even number of bytes, terminator included. */
  hasSoundName(id: number): boolean {
    const bytes = this.#view.getUint16(id * ENTRY_LENGTH + 64, true);
    return bytes >= 4 && bytes <= MAX_NAME_BYTES && bytes % 2 === 0;
  }

  #u32(id: number, offset: number): number {
    return this.#view.getUint32(id * ENTRY_LENGTH + offset, true);
  }
}
