import { concat } from '../compound-file-writer';
import { chunks } from './b-tree';
import type { Heap } from './heap';
import { LittleEndian } from './little-endian';

export interface TreeShape {
  readonly keySize: 2 | 4;
  readonly entrySize: 2 | 4 | 6;
  /** The most records of an item; default: what fits. */
  readonly maxRecords?: number | undefined;
  /** What stands behind the records of each leaf. */
  readonly tail?: Uint8Array | undefined;
  /** Marks its header and items: `name`, `name records 0`. */
  readonly name: string;
}

export interface TreeRecord {
  readonly key: number;
  readonly entry: Uint8Array;
}

/** A B-tree on a heap, [MS-PST] 2.3.2, whose header has its place before its records and values are known. */
export class TreeOnHeap {
  /** The HID of BTHHEADER. */
  readonly hid: number;
  readonly #heap: Heap;
  readonly #shape: TreeShape;
  readonly #header = new LittleEndian(8);

  constructor(heap: Heap, shape: TreeShape) {
    this.#heap = heap;
    this.#shape = shape;
    this.hid = heap.add(this.#header.bytes, shape.name);
  }

  fill(records: readonly TreeRecord[]): void {
    const levels = records.length === 0 ? undefined : writeLevels(this.#heap, records, this.#shape);
    const { keySize, entrySize } = this.#shape;
    this.#header.u8(0, 0xb5, keySize, entrySize, levels?.count ?? 0).u32(4, levels?.root ?? 0);
  }
}

function writeLevels(
  heap: Heap,
  records: readonly TreeRecord[],
  { keySize, entrySize, maxRecords = Infinity, tail, name }: TreeShape,
): { root: number; count: number } {
  let level = [...records].sort((a, b) => a.key - b.key);
  for (let count = 0; ; count++) {
    const size = keySize + (count === 0 ? entrySize : 4);
    const perItem = Math.max(
      2,
      Math.min(Math.floor((heap.maxItem - (tail?.length ?? 0)) / size), maxRecords),
    );
    const items = chunks(level, perItem);
    const hids = items.map((item, index) =>
      heap.add(
        concat([
          ...item.map((record) => recordBytes(record, keySize)),
          ...(count === 0 && tail !== undefined ? [tail] : []),
        ]),
        `${name} level ${count} item ${index}`,
      ),
    );
    const [root] = hids;
    if (hids.length === 1 && root !== undefined) return { root, count };
    level = hids.map((hid, index) => ({
      key: items[index]?.[0]?.key ?? 0,
      entry: new LittleEndian(4).u32(0, hid).bytes,
    }));
  }
}

function recordBytes({ key, entry }: TreeRecord, keySize: 2 | 4): Uint8Array {
  const record = new LittleEndian(keySize + entry.length).raw(keySize, entry);
  return keySize === 2 ? record.u16(0, key).bytes : record.u32(0, key).bytes;
}
