import type { DataTree } from '../ndb/data-tree';

// [MS-PST] 2.3.4.4: the row matrix

/** A matrix that lies in an item of the heap. */
export interface HeapItem {
  readonly bytes: Uint8Array;
  readonly offset: number | undefined;
}

/** 2.3.4.4: the rows, one behind the other; none crosses from one block into the next. */
export class RowMatrix {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  readonly #data: DataTree | undefined;
  readonly #item: HeapItem | undefined;
  readonly #rowSize: number;
  #block = 0;

  constructor(data: DataTree | undefined, rowSize: number, item?: HeapItem) {
    this.#data = data;
    this.#item = item;
    this.#rowSize = rowSize;
  }

  /** How many rows there is room for: those of the table and deleted ones. No block is read for it. */
  get rowCount(): number {
    if (this.#rowSize === 0) return 0;
    if (this.#item !== undefined) return Math.floor(this.#item.bytes.length / this.#rowSize);
    const sizes = Array.from(
      { length: this.#data?.blockCount ?? 0 },
      (_, index) => this.#data?.sizeOf(index) ?? 0,
    );
    return sizes.reduce((sum, size) => sum + Math.floor(size / this.#rowSize), 0);
  }

  /** Puts the cursor on a row; false if there is none. */
  find(row: number): boolean {
    const first = this.#item?.bytes ?? this.#data?.block(0);
    if (first === undefined || this.#rowSize === 0) return false;
    const perBlock = Math.floor(first.length / this.#rowSize);
    this.#block = perBlock === 0 ? 0 : Math.floor(row / perBlock);
    this.start = (row - this.#block * perBlock) * this.#rowSize;
    const bytes = this.#item === undefined ? this.#data?.block(this.#block) : first;
    if (bytes === undefined || (this.#item !== undefined && this.#block > 0)) return false;
    this.bytes = bytes;
    return this.start + this.#rowSize <= bytes.length;
  }

  offsetOf(position: number): number | undefined {
    if (this.#item === undefined) return this.#data?.offsetOf(this.#block, position);
    return this.#item.offset === undefined ? undefined : this.#item.offset + position;
  }
}
