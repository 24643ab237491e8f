import type { ReportDamage } from '../../damage/anomaly';
import { decodeData, findBlock, isInPlace, isInternal, readStored } from './block';
import { readArray } from './block-array';
import { isPermutedHeap, looksPermuted } from './half-encoded';
import type { BlockEntry } from './node-database';
import type { StoreReading } from './store-reading';
import { hex } from './store-bytes';

// [MS-PST] 2.2.2.8.3.2: the data of a node: one block, or an array of them

/** How many bytes of decoded blocks are kept: a table's rows point all over its heap. */
const KEPT_BYTES = 1 << 20;

/** What the bytes are: a heap begins with a signature, which tells whether it is encoded. */
export type DataKind = 'heap' | 'stream';

/** The data of a node, block by block. */
export class DataTree {
  /** How many bytes there are, by lcbTotal of the array. */
  readonly size: number;
  readonly #reading: StoreReading;
  readonly #ids: readonly number[];
  readonly #kind: DataKind;
  readonly #report: ReportDamage;
  readonly #kept = new Map<number, Uint8Array | undefined>();
  readonly #entries = new Map<number, BlockEntry | undefined>();
  #firstIsPermuted: boolean | undefined;

  private constructor(
    reading: StoreReading,
    ids: readonly number[],
    size: number,
    kind: DataKind,
    report: ReportDamage,
  ) {
    this.#reading = reading;
    this.#ids = ids;
    this.size = size;
    this.#kind = kind;
    this.#report = report;
  }

  /** Finds the data with a BID; 0 is none. Undefined, and reported, if it is not there. No data is read yet. */
  static open(
    reading: StoreReading,
    blockId: number,
    kind: DataKind,
    report: ReportDamage,
  ): DataTree | undefined {
    if (blockId === 0) return new DataTree(reading, [], 0, kind, report);
    const entry = findBlock(reading, blockId, report);
    if (entry === undefined) return undefined;
    if (!isInternal(entry.id)) return new DataTree(reading, [blockId], entry.size, kind, report);
    const array = readArray(reading, entry, report);
    return array && new DataTree(reading, array.ids, array.size, kind, report);
  }

  get #keptBlocks(): number {
    return Math.floor(KEPT_BYTES / this.#reading.database.header.format.block.maxSize);
  }

  get blockCount(): number {
    return this.#ids.length;
  }

  /** How many bytes a block has, by the block B-tree; 0 if it is not there. */
  sizeOf(index: number): number {
    return this.blockCount === 1 ? this.size : (this.#entry(index)?.size ?? 0);
  }

  /** A block's bytes, decoded; undefined, and reported, if they are not there. */
  block(index: number): Uint8Array | undefined {
    if (this.#kept.has(index)) return this.#kept.get(index);
    const bytes = this.#read(index);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= this.#keptBlocks && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(index, bytes);
    return bytes;
  }

  /** Where a byte of a block lies in the file; undefined if the block is compressed. */
  offsetOf(index: number, position: number): number | undefined {
    const entry = this.#entry(index);
    return entry !== undefined && isInPlace(entry) ? entry.offset + position : undefined;
  }

  /** Reads all blocks that are not there yet, at once where reading has to be awaited. */
  prefetch(): void {
    this.#reading.database.source.gather(this.blockCount, (index) => this.block(index));
  }

  /** All bytes, one block after the other. What is missing is reported. */
  whole(): Uint8Array {
    const blocks: Uint8Array[] = [];
    this.#reading.database.source.gather(this.blockCount, (index) => {
      const block = this.#kept.get(index) ?? this.#read(index);
      if (block !== undefined) blocks.push(block);
    });
    const [only] = blocks;
    if (blocks.length === 1 && only !== undefined) return this.#checked(only);
    const bytes = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const block of blocks) {
      bytes.set(block, at);
      at += block.length;
    }
    return this.#checked(bytes);
  }

  #checked(bytes: Uint8Array): Uint8Array {
    if (bytes.length !== this.size)
      this.#report('pst-data-size', `Data states ${this.size} bytes, but its blocks have ${bytes.length}`);
    return bytes;
  }

  #entry(index: number): BlockEntry | undefined {
    const blockId = this.#ids[index];
    if (blockId === undefined) return undefined;
    if (!this.#entries.has(index)) this.#entries.set(index, findBlock(this.#reading, blockId, this.#report));
    return this.#entries.get(index);
  }

  #read(index: number): Uint8Array | undefined {
    const entry = this.#entry(index);
    const stored = entry && this.#readData(entry);
    if (stored === undefined || entry === undefined) return undefined;
    return decodeData(this.#reading.database, stored, entry.id, this.#isPermuted(index, stored));
  }

  #readData(entry: BlockEntry): Uint8Array | undefined {
    if (!isInternal(entry.id)) return readStored(this.#reading, entry, this.#report);
    this.#report('pst-block-array', `An array lists block ${hex(entry.id)}, which is internal`);
    return undefined;
  }

  /** Whether a block is permuted although the header says that none is. */
  #isPermuted(index: number, stored: Uint8Array): boolean {
    const { hiddenEncoding, header } = this.#reading.database;
    if (hiddenEncoding === 'none' || header.encoding !== 'none') return false;
    const isLast = index === this.blockCount - 1;
    if (this.#kind === 'heap') return (index === 0 || !isLast) && this.#isFirstPermuted(index, stored);
    if (hiddenEncoding === 'all') return true;
    return !isLast && (hiddenEncoding === 'arrays' || this.#isFirstPermuted(index, stored));
  }

  /** The first block tells for all. */
  #isFirstPermuted(index: number, stored: Uint8Array): boolean {
    if (this.#firstIsPermuted !== undefined) return this.#firstIsPermuted;
    const entry = index === 0 ? undefined : this.#entry(0);
    const first = index === 0 ? stored : entry && this.#readData(entry);
    const tell = this.#kind === 'heap' ? isPermutedHeap : looksPermuted;
    return (this.#firstIsPermuted = first !== undefined && tell(first));
  }
}
