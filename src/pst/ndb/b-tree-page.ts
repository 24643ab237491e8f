import type { DamageCode } from '../../damage/damage';
import { crcOf } from '../../bytes/crc';
import type { BlockReference } from './header';
import { signatureOf } from './signature';
import { hex, id, u16, u32 } from './store-bytes';
import type { StoreFormat } from './store-format';

// [MS-PST] 2.2.2.7.7.1: a page of a B-tree

/** [MS-PST] 2.2.2.7.1: the types of pages that hold B-trees. */
export const PageType = { blockTree: 0x80, nodeTree: 0x81 } as const;

const NONE = -1;

/** What is wrong with a page: found once, and reported to everyone who uses it. */
export interface PageDamage {
  readonly code: DamageCode;
  readonly message: string;
}

/** A page of the node or block B-tree: what its trailer and counts say was checked. */
export class BTreePage {
  readonly offset: number;
  /** 0 for a leaf. */
  readonly level: number;
  readonly count: number;
  readonly entrySize: number;
  readonly damage: readonly PageDamage[];
  readonly bytes: Uint8Array;
  readonly #idSize: 4 | 8;

  /** Takes the bytes of a page, cut if the file ends in it. `leafSize` is how long an entry of a leaf is. */
  constructor(
    bytes: Uint8Array,
    { id, offset }: BlockReference,
    type: number,
    leafSize: number,
    format: StoreFormat,
  ) {
    const { page, idSize } = format;
    const problems: PageDamage[] = [];
    this.offset = offset;
    this.bytes = bytes;
    this.damage = problems;
    this.#idSize = idSize;
    const counts = bytes.length < page.size ? undefined : countsIn(bytes, format);
    this.level = counts?.level ?? 0;
    this.entrySize = counts?.entrySize ?? leafSize;
    if (counts === undefined) {
      this.count = 0;
      problems.push({ code: 'pst-page-damaged', message: `A page at ${offset} lies outside the file` });
      return;
    }
    const smallest = this.level === 0 ? leafSize : idSize * 3;
    const most = this.entrySize < smallest ? 0 : Math.floor(page.entriesSize / this.entrySize);
    this.count = this.#hasType(type, page.trailer) ? Math.min(counts.count, most) : 0;
    if (this.count < counts.count) problems.push(this.#nonsense(counts.count, type, page.trailer));
    problems.push(...checkTrailer(bytes, id, offset, format));
    if (!this.#ascends())
      problems.push({ code: 'pst-page-damaged', message: `Keys of the page at ${offset} do not ascend` });
  }

  /** The key of an entry. */
  key(index: number): number {
    return id(this.bytes, this.at(index), this.#idSize);
  }

  /** Where an entry begins. */
  at(index: number): number {
    return index * this.entrySize;
  }

  /** Of a page that is no leaf: the page below an entry. */
  child(index: number): BlockReference {
    const at = this.at(index) + this.#idSize;
    return { id: id(this.bytes, at, this.#idSize), offset: id(this.bytes, at + this.#idSize, this.#idSize) };
  }

  /** The last entry whose key is at most `key`; -1 if there is none. */
  find(key: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.key(middle) <= key) low = middle + 1;
      else high = middle - 1;
    }
    return low === 0 ? NONE : low - 1;
  }

  #hasType(type: number, at: number): boolean {
    return this.bytes[at] === type && this.bytes[at + 1] === type;
  }

  #ascends(): boolean {
    for (let index = 1; index < this.count; index++) if (this.key(index - 1) >= this.key(index)) return false;
    return true;
  }

  #nonsense(count: number, type: number, trailer: number): PageDamage {
    const { offset, entrySize } = this;
    const message = this.#hasType(type, trailer)
      ? `The page at ${offset} has cEnt ${count} of cbEnt ${entrySize}, which do not fit`
      : `The page at ${offset} has ptype ${hex(this.bytes[trailer] as number)}, expected ${hex(type)}`;
    return { code: 'pst-page-damaged', message };
  }
}

function countsIn(
  bytes: Uint8Array,
  { page: { entriesSize, countSize } }: StoreFormat,
): { count: number; entrySize: number; level: number } {
  const count = countSize === 1 ? (bytes[entriesSize] as number) : u16(bytes, entriesSize);
  const after = entriesSize + countSize * 2; // cEntMax
  return { count, entrySize: bytes[after] as number, level: bytes[after + 1] as number };
}

/** [MS-PST] 2.2.2.7.1: the CRC, the signature and the BID of a page. */
function checkTrailer(bytes: Uint8Array, bid: number, offset: number, format: StoreFormat): PageDamage[] {
  const { page, idSize } = format;
  const problems: PageDamage[] = [];
  const check = (name: string, found: number, expected: number): void => {
    if (found === expected) return;
    const message = `${name} of the page at ${offset} is ${hex(found)}, expected ${hex(expected)}`;
    problems.push({ code: 'pst-page-trailer', message });
  };
  check('dwCRC', u32(bytes, page.trailerCrc), crcOf(bytes.subarray(0, page.trailer)));
  check('wSig', u16(bytes, page.trailer + 2), signatureOf(offset, bid));
  check('bid', id(bytes, page.trailerId, idSize), bid);
  return problems;
}
