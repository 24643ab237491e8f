import { LittleEndian } from './little-endian';
import type { Mark } from './places';
import type { FormatLayout } from './store-format';

/** bClientSig of [MS-PST] 2.3.1.2. */
export const heapClient = { table: 0x7c, propertyContext: 0xbc } as const;

/** The most bytes an item of a heap may have, 2.3.1.1. */
const MAX_HEAP_ITEM = 3580;

const FIRST_HEADER = 12;
const BITMAP_HEADER = 66;
const PLAIN_HEADER = 2;

interface HeapBlock {
  readonly items: Uint8Array[];
  readonly header: number;
  end: number;
}

/** A heap on a node, [MS-PST] 2.3.1: items by HID, in as many blocks as they need. */
export class Heap {
  readonly #layout: FormatLayout;
  readonly #maxBlock: number;
  readonly #blocks: HeapBlock[] = [];
  readonly #marks: Mark[] = [];

  constructor(layout: FormatLayout, maxBlock: number) {
    this.#layout = layout;
    this.#maxBlock = maxBlock;
    this.#addBlock();
  }

  /** The most bytes of an item of this heap. */
  get maxItem(): number {
    // the largest header, and a page map of one item
    return Math.min(MAX_HEAP_ITEM, this.#maxBlock - BITMAP_HEADER - 8) & ~1;
  }

  /** Stores an item and gives back its HID; `name` marks its place. */
  add(item: Uint8Array, name?: string): number {
    if (item.length > this.maxItem)
      throw new RangeError(`${item.length} bytes are too many for a heap's item`);
    let block = this.#blocks[this.#blocks.length - 1] as HeapBlock;
    const map = 4 + (block.items.length + 2) * 2;
    const isFull =
      block.end + item.length + 1 + map > this.#maxBlock ||
      block.items.length + 1 >= 1 << this.#layout.hidIndexBits;
    if (isFull) block = this.#addBlock();
    const index = this.#blocks.length - 1;
    this.#marks.push({
      name: name ?? `item ${index}.${block.items.length + 1}`,
      block: index,
      offset: block.end,
      length: item.length,
    });
    block.items.push(item);
    block.end += item.length;
    return (index << (this.#layout.hidIndexBits + 5)) | (block.items.length << 5);
  }

  /** The heap's blocks with the user root in the header of the first. */
  finish(client: number, userRoot: number): { blocks: Uint8Array[]; marks: readonly Mark[] } {
    const blocks = this.#blocks.map((block, index) => this.#block(block, index === this.#blocks.length - 1));
    new LittleEndian(blocks[0] as Uint8Array).u8(2, 0xec, client).u32(4, userRoot);
    this.#marks.push({ name: 'HNHDR', block: 0, offset: 0, length: FIRST_HEADER });
    return { blocks, marks: this.#marks };
  }

  #addBlock(): HeapBlock {
    const index = this.#blocks.length;
    const hasBitmap = index >= 8 && (index - 8) % 128 === 0;
    const header = index === 0 ? FIRST_HEADER : hasBitmap ? BITMAP_HEADER : PLAIN_HEADER;
    const block = { items: [], header, end: header };
    this.#blocks.push(block);
    return block;
  }

  /** All blocks but the last are filled; the page map, 2.3.1.5, ends a block. */
  #block({ items, header, end }: HeapBlock, isLast: boolean): Uint8Array {
    const mapLength = 4 + (items.length + 1) * 2;
    const map = isLast ? end + (end & 1) : (this.#maxBlock - mapLength) & ~1;
    const block = new LittleEndian(isLast ? map + mapLength : this.#maxBlock);
    block.u16(0, map).u16(map, items.length, 0);
    let at = header;
    block.u16(map + 4, at);
    items.forEach((item, index) => {
      block.raw(at, item);
      at += item.length;
      block.u16(map + 6 + index * 2, at);
    });
    this.#marks.push({
      name: `HNPAGEMAP ${this.#blocks.findIndex((b) => b.items === items)}`,
      block: this.#blocks.findIndex((b) => b.items === items),
      offset: map,
      length: mapLength,
    });
    return block.bytes;
  }
}
