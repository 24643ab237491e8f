import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { sealBlock } from './block';
import { cyclic, permute } from './encoding';
import type { StoreEncoding } from './encoding';
import type { FileSpace } from './file-space';
import { LittleEndian } from './little-endian';
import type { Place } from './places';
import { alignUp, blockExtent } from './store-format';
import type { FormatLayout } from './store-format';
import type { LeafEntry } from './b-tree';

export interface BlockOptions {
  readonly encoding?: StoreEncoding;
  /**
   * Whether blocks of a 4 KiB store are compressed: `where it saves` room in the file, as real stores are (the default),
   * `always` where fewer bytes come of it, or `never`.
   */
  readonly compress?: 'where it saves' | 'always' | 'never';
  /** Whether data blocks with the same bytes are one block, with a higher cRef. Default: no. */
  readonly shareBlocks?: boolean;
}

/** Where a data block stands: `last` of an array of several, or the `only` one of its node. */
export type BlockPosition = 'before others' | 'last' | 'last of a heap' | 'only';

export type AddPlace = (name: string, place: Place) => void;
export type AllocateBlock = (name: string, length: number) => number;

interface StoredBlock {
  readonly bid: number;
  readonly offset: number;
  readonly stored: number;
  readonly inflated: number;
  references: number;
}

/** The blocks of a store, [MS-PST] 2.2.2.8: encoded, compressed, placed, counted. */
export class BlockStore {
  readonly #layout: FormatLayout;
  readonly #space: FileSpace;
  readonly #options: BlockOptions;
  readonly #allocate: AllocateBlock;
  readonly #addPlace: AddPlace;
  readonly #blocks = new Map<number, StoredBlock>();
  readonly #byContent = new Map<string, number>();
  #nextIndex = 1;

  constructor(
    layout: FormatLayout,
    space: FileSpace,
    options: BlockOptions,
    allocate: AllocateBlock,
    addPlace: AddPlace,
  ) {
    this.#layout = layout;
    this.#space = space;
    this.#options = options;
    this.#allocate = allocate;
    this.#addPlace = addPlace;
  }

  get nextBid(): number {
    return this.#nextIndex * 4;
  }

  /** A data block, and where it stands in its array. Gives back its BID. */
  addData(name: string, data: Uint8Array, position: BlockPosition): number {
    const key = this.#options.shareBlocks
      ? `${position}${createHash('sha1').update(data).digest('hex')}`
      : '';
    const known = this.#byContent.get(key);
    if (known !== undefined) return known;
    const bid = this.#nextIndex++ * 4;
    this.#store(name, bid, this.#encode(data, bid, position));
    if (key !== '') this.#byContent.set(key, bid);
    return bid;
  }

  /** A block of references, which is never encoded. */
  addInternal(name: string, bytes: Uint8Array): number {
    const bid = this.#nextIndex++ * 4 + 2;
    this.#store(name, bid, bytes);
    return bid;
  }

  /** Counts a reference to a block; BID 0 is none. */
  refer(bid: number): void {
    const block = this.#blocks.get(bid);
    if (block !== undefined) block.references++;
  }

  /** BBTENTRY, [MS-PST] 2.2.2.7.7.3. */
  entries(): LeafEntry[] {
    return [...this.#blocks.values()].map((block) => ({ key: block.bid, bytes: this.#entry(block) }));
  }

  #encode(data: Uint8Array, bid: number, position: BlockPosition): Uint8Array {
    switch (this.#options.encoding ?? 'none') {
      case 'none':
        return data;
      case 'permute':
        return permute(data);
      case 'cyclic':
        return cyclic(data, bid);
      case 'half permuted':
        return position === 'before others' ? permute(data) : data;
      case 'exmerge':
        return position === 'last of a heap' ? data : permute(data);
    }
  }

  #store(name: string, bid: number, data: Uint8Array): void {
    const stored = this.#compressed(data);
    const length = blockExtent(this.#layout, stored.length);
    const offset = this.#allocate(name, length);
    this.#space.put(offset, sealBlock(this.#layout, stored, { offset, bid, inflated: data.length }));
    this.#blocks.set(bid, { bid, offset, stored: stored.length, inflated: data.length, references: 1 });
    this.#addPlace(name, { offset, length, kind: 'block', bid, stored: stored.length });
  }

  #compressed(data: Uint8Array): Uint8Array {
    const { compress = 'where it saves' } = this.#options;
    if (this.#layout.pageSize !== 4096 || compress === 'never') return data;
    const deflated = new Uint8Array(deflateSync(data));
    const extent = compress === 'always' ? 1 : this.#layout.blockAlignment;
    const room = (bytes: Uint8Array): number => alignUp(bytes.length + this.#layout.blockTrailer, extent);
    return room(deflated) < room(data) ? deflated : data;
  }

  #entry({ bid, offset, stored, inflated, references }: StoredBlock): Uint8Array {
    const entry = new LittleEndian(this.#layout.entrySizes.bbt);
    if (this.#layout.wordSize === 4) return entry.u32(0, bid, offset).u16(8, stored, references).bytes;
    entry.u64(0, bid, offset);
    if (this.#layout.pageSize === 4096) entry.u16(16, stored, inflated, references);
    else entry.u16(16, stored, references);
    return entry.bytes;
  }
}
