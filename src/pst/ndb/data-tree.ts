import type { Report } from '../../anomaly';
import { decodeData, findBlock, isInPlace, isInternal, readStored } from './block';
import { isHalfEncoded } from './half-encoded';
import type { BlockEntry, StoreReading } from './node-database';
import { hex, id, u16, u32 } from './store-bytes';

// [MS-PST] 2.2.2.8.3.2: the data of a node: one block, or an array of them

const BLOCK_TYPE = 1;
/** Where an XBLOCK or XXBLOCK has its BIDs, behind btype, cLevel, cEnt and lcbTotal. */
const ARRAY_HEADER = 8;
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
  readonly #report: Report;
  readonly #kept = new Map<number, Uint8Array | undefined>();
  readonly #entries = new Map<number, BlockEntry | undefined>();
  #isHalfEncoded: boolean | undefined;

  private constructor(
    reading: StoreReading,
    ids: readonly number[],
    size: number,
    kind: DataKind,
    report: Report,
  ) {
    this.#reading = reading;
    this.#ids = ids;
    this.size = size;
    this.#kind = kind;
    this.#report = report;
  }

  /** Finds the data with a BID; 0 is none. Undefined, and reported, if it is not there. No data is read yet. */
  static open(reading: StoreReading, blockId: number, kind: DataKind, report: Report): DataTree | undefined {
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
      this.#report('pst-data-size', `Data states ${this.size} bytes, its blocks have ${bytes.length}`);
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
    const isPermuted = index < this.blockCount - 1 && this.#isHalf(index === 0 ? stored : undefined);
    return decodeData(this.#reading.database, stored, entry.id, isPermuted);
  }

  #readData(entry: BlockEntry): Uint8Array | undefined {
    if (!isInternal(entry.id)) return readStored(this.#reading, entry, this.#report);
    this.#report('pst-block-array', `An array lists block ${hex(entry.id)}, which is internal`);
    return undefined;
  }

  /** Whether the blocks of this array, all but its last, are permuted although the header says otherwise. */
  #isHalf(first: Uint8Array | undefined): boolean {
    const { encoding, format } = this.#reading.database.header;
    if (encoding !== 'none' || format.block.isCompressible) return false;
    if (this.#isHalfEncoded !== undefined) return this.#isHalfEncoded;
    const entry = first === undefined ? this.#entry(0) : undefined;
    const bytes = first ?? (entry && this.#readData(entry));
    return (this.#isHalfEncoded = bytes !== undefined && isHalfEncoded(bytes, this.#kind));
  }
}

interface BlockArray {
  readonly ids: readonly number[];
  readonly size: number;
}

/** The data blocks of an XBLOCK, or of the XBLOCKs of an XXBLOCK; each block counts once. */
function readArray(reading: StoreReading, entry: BlockEntry, report: Report): BlockArray | undefined {
  const top = readLevel(reading, entry, [1, 2], report);
  if (top === undefined) return undefined;
  const seen = new Set<number>([entry.id]);
  const ids: number[] = [];
  const claim = (blockId: number): boolean => {
    if (!seen.has(blockId)) return seen.add(blockId).size > 0;
    report('pst-block-array', `Array ${hex(entry.id)} lists block ${hex(blockId)} twice`, {
      offset: entry.offset,
    });
    return false;
  };
  if (top.level === 1) return { ids: top.ids.filter(claim), size: top.size };
  const parts: (BlockArray | undefined)[] = [];
  const inner = top.ids.filter(claim);
  reading.database.source.gather(inner.length, (index) => {
    const below = findBlock(reading, inner[index] as number, report);
    parts[index] = below && readLevel(reading, below, [1], report);
  });
  for (const part of parts) for (const blockId of part?.ids ?? []) if (claim(blockId)) ids.push(blockId);
  return { ids, size: top.size };
}

function readLevel(
  reading: StoreReading,
  entry: BlockEntry,
  levels: readonly number[],
  report: Report,
): (BlockArray & { readonly level: number }) | undefined {
  const bytes = readStored(reading, entry, report);
  if (bytes === undefined) return undefined;
  const { idSize } = reading.database.header.format;
  const [type, level = 0] = bytes;
  const count = bytes.length < ARRAY_HEADER ? 0 : u16(bytes, 2);
  const fitting = Math.min(count, Math.floor((bytes.length - ARRAY_HEADER) / idSize));
  if (
    type !== BLOCK_TYPE ||
    !levels.includes(level) ||
    !isInternal(entry.id) ||
    bytes.length < ARRAY_HEADER
  ) {
    const message = `Block ${hex(entry.id)} has btype ${type}, cLevel ${level}, expected 1 and ${levels.join(' or ')}`;
    report('pst-block-array', message, { offset: entry.offset });
    return undefined;
  }
  if (fitting < count)
    report('pst-block-array', `Block ${hex(entry.id)} has cEnt ${count}, of which ${fitting} fit`, {
      offset: entry.offset,
    });
  const ids = Array.from({ length: fitting }, (_, index) => id(bytes, ARRAY_HEADER + index * idSize, idSize));
  return { ids, size: u32(bytes, 4), level };
}
