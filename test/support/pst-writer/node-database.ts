// The lowest layer of a store, [MS-PST] 2.2: nodes, their blocks, and the two B-trees that find them.

import { writeBTree } from './b-tree';
import type { LeafEntry } from './b-tree';
import { BlockStore } from './block-store';
import type { BlockOptions } from './block-store';
import { writeDataTree } from './data-tree';
import { cryptMethod } from './encoding';
import { FileSpace } from './file-space';
import { writeHeader } from './header';
import type { BlockReference } from './header';
import { LittleEndian } from './little-endian';
import { sealPage } from './page';
import type { Mark, Piece, Place, Places } from './places';
import { formatLayouts } from './store-format';
import type { FormatLayout, StoreFormat } from './store-format';
import { writeSubnodes } from './subnode-tree';
import type { Subnode } from './subnode-tree';

export interface DatabaseOptions extends BlockOptions {
  readonly format?: StoreFormat;
  /** wVer, where it shall not be the format's usual one. */
  readonly version?: number;
  /** wMagicClient; default SO for 4 KiB pages, else SM. */
  readonly client?: 'SM' | 'SO';
  /** The most entries of a B-tree's page, at least 2; default: what fits. */
  readonly maxPageEntries?: number;
  /** The most bytes of a data block; default: the format's limit. */
  readonly maxBlockData?: number;
  /** The most blocks an XBLOCK lists, at least 2. */
  readonly maxBlockIds?: number;
  /** The most sub-nodes an SLBLOCK lists. */
  readonly maxSubnodeEntries?: number;
  /** Before which offset the named page or block must not lie; undefined: anywhere. */
  readonly notBefore?: (name: string) => number | undefined;
}

/** What a node holds: its data in blocks, the nodes below it, and what stands where in the data, if that is a heap. */
export interface NodeContent {
  readonly blocks: readonly Uint8Array[];
  readonly subnodes: readonly Subnode[];
  readonly marks?: readonly Mark[];
}

/** A store in pieces: bytes between them are 0. */
export interface WrittenPieces {
  readonly pieces: readonly Piece[];
  readonly byteLength: number;
  readonly places: Places;
}

export class NodeDatabase {
  readonly layout: FormatLayout;
  readonly maxBlockData: number;
  readonly #options: DatabaseOptions;
  readonly #space: FileSpace;
  readonly #blocks: BlockStore;
  readonly #nodes: LeafEntry[] = [];
  readonly #places = new Map<string, Place>();
  #nextPage = 1;

  constructor(options: DatabaseOptions) {
    this.#options = options;
    this.layout = formatLayouts[options.format ?? 'unicode'];
    this.maxBlockData = Math.min(options.maxBlockData ?? Infinity, this.layout.maxBlockData);
    this.#space = new FileSpace(this.layout);
    this.#blocks = new BlockStore(
      this.layout,
      this.#space,
      options,
      (name, length) => this.#allocate(name, length, this.layout.blockAlignment),
      (name, place) => this.#places.set(name, place),
    );
  }

  /** Data cut into blocks as large as they may be. */
  cut(data: Uint8Array): Uint8Array[] {
    const blocks: Uint8Array[] = [];
    for (let from = 0; from < data.length; from += this.maxBlockData)
      blocks.push(data.subarray(from, from + this.maxBlockData));
    return blocks;
  }

  /** Writes a node's blocks; the result stands in its parent's sub-nodes. */
  subnode(name: string, nid: number, { blocks, subnodes, marks }: NodeContent): Subnode {
    const { maxBlockIds, maxSubnodeEntries } = this.#options;
    const parts = { parts: blocks, isHeap: marks !== undefined, maxBids: maxBlockIds };
    const data = writeDataTree(this.layout, this.#blocks, name, parts);
    this.#placeMarks(name, blocks.length, marks ?? []);
    const below = writeSubnodes(this.layout, this.#blocks, name, subnodes, maxSubnodeEntries);
    return { nid, data, subnodes: below };
  }

  /** Writes a node of the node B-tree: NBTENTRY, [MS-PST] 2.2.2.7.7.4. */
  node(name: string, nid: number, parent: number, content: NodeContent): void {
    const { data, subnodes } = this.subnode(name, nid, content);
    this.#blocks.refer(data);
    this.#blocks.refer(subnodes);
    const entry = new LittleEndian(this.layout.entrySizes.nbt);
    if (this.layout.wordSize === 4) entry.u32(0, nid, data, subnodes, parent);
    else entry.u64(0, nid, data, subnodes).u32(24, parent);
    this.#nodes.push({ key: nid, bytes: entry.bytes });
  }

  finish(): WrittenPieces {
    const { layout, maxPageEntries } = { layout: this.layout, ...this.#options };
    const addPage = this.#addPage.bind(this);
    const bbt = writeBTree(layout, 'bbt', this.#blocks.entries(), addPage, maxPageEntries);
    const nbt = writeBTree(layout, 'nbt', this.#nodes, addPage, maxPageEntries);
    const byteLength = this.#space.end;
    const { pieces, ...maps } = this.#space.finish();
    const header = writeHeader(
      { ...layout, version: this.#options.version ?? layout.version },
      {
        client: this.#options.client ?? (layout.pageSize === 4096 ? 'SO' : 'SM'),
        cryptMethod: cryptMethod[this.#options.encoding ?? 'none'],
        fileLength: byteLength,
        ...maps,
        nbt,
        bbt,
        nextPageBid: this.#nextPage,
        nextBlockBid: this.#blocks.nextBid,
      },
    );
    this.#places.set('header', { offset: 0, length: header.length, kind: 'header' });
    return { pieces: [{ offset: 0, bytes: header }, ...pieces], byteLength, places: this.#places };
  }

  #addPage(name: string, body: Uint8Array, type: number): BlockReference {
    const bid = this.#nextPage++;
    const offset = this.#allocate(name, body.length, this.layout.pageSize);
    this.#space.put(offset, sealPage(this.layout, body, { type, offset, bid }));
    this.#places.set(name, { offset, length: body.length, kind: 'page', bid });
    return { bid, offset };
  }

  #allocate(name: string, length: number, alignment: number): number {
    const offset = this.#space.allocate(length, alignment, this.#options.notBefore?.(name));
    if (this.layout.wordSize === 4 && offset + length > 0x7fffffff)
      throw new RangeError('an ANSI store ends before 2 GB');
    return offset;
  }

  /** Marks have a place in the file only where the block's bytes are stored as they are; names stand all the same. */
  #placeMarks(name: string, blockCount: number, marks: readonly Mark[]): void {
    for (const mark of marks) {
      const block = this.#places.get(blockCount === 1 ? `${name} data` : `${name} data block ${mark.block}`);
      if (block === undefined) continue; // shared with another node, which holds the name
      const offset = block.offset + mark.offset;
      this.#places.set(`${name} ${mark.name}`, { offset, length: mark.length, kind: 'field' });
    }
  }
}
