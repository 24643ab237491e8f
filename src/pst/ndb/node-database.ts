import type { ReportDamage } from '../../damage/anomaly';
import type { PagedSource } from '../../bytes/paged-source';
import { BTree } from './b-tree';
import type { LeafEntry } from './b-tree';
import { PageType } from './b-tree-page';
import type { HiddenEncoding } from './encoding';
import { decodeStoreHeader } from './header';
import type { StoreHeader } from './header';
import { id, u16, u32 } from './store-bytes';

/** The longest header of any format. */
const HEADER_LENGTH = 564;
/** Which part of the budget the pages of B-trees may take beside the pages of the file. */
const SHARE_OF_TREES = 1 / 8;

/** A node as the node B-tree has it: [MS-PST] 2.2.2.7.7.4. */
export interface NodeEntry {
  readonly id: number;
  readonly data: number;
  readonly subNodes: number;
  /** Of a folder or message the folder that it is in. */
  readonly parent: number;
}

/** A block as the block B-tree has it: [MS-PST] 2.2.2.7.7.3. */
export interface BlockEntry {
  readonly id: number;
  readonly offset: number;
  /** How many bytes it has in the file, without its trailer. */
  readonly storedSize: number;
  /** How many it has when it is inflated; the same if it is not compressed. */
  readonly size: number;
}

/** The node database of a store, as long as it is open: what was decoded of it is kept, and belongs to nobody else. */
export class NodeDatabase {
  readonly source: PagedSource;
  readonly header: StoreHeader;
  /** What the header does not say of the encoding: found out when the store is opened. */
  hiddenEncoding: HiddenEncoding = 'none';
  readonly #nodes: BTree;
  readonly #blocks: BTree;

  /** Reads the header. Part of some `run` of the source. */
  constructor(source: PagedSource, cacheBytes: number, report: ReportDamage) {
    this.source = source;
    this.header = decodeStoreHeader(source.view(0, HEADER_LENGTH), source.byteLength, report);
    const { format, nodeTree, blockTree } = this.header;
    const bytes = (cacheBytes * SHARE_OF_TREES) / 2;
    const { idSize } = format;
    const nodes = {
      name: 'node B-tree',
      pageType: PageType.nodeTree,
      leafSize: idSize * 3 + (idSize === 4 ? 4 : 8),
    };
    const blocks = {
      name: 'block B-tree',
      pageType: PageType.blockTree,
      leafSize: idSize * 2 + (idSize === 4 ? 4 : 8),
    };
    this.#nodes = new BTree(source, format, nodes, nodeTree, bytes);
    this.#blocks = new BTree(source, format, blocks, blockTree, bytes);
  }

  /** The node with an ID. */
  node(nodeId: number, report: ReportDamage): NodeEntry | undefined {
    const entry = this.#nodes.find(nodeId, report);
    return entry && this.#nodeIn(entry);
  }

  /** Visits all nodes, in the order of their IDs, until told to stop by `false`. */
  forEachNode(visit: (node: NodeEntry) => boolean, report: ReportDamage): void {
    this.#nodes.forEach((entry) => visit(this.#nodeIn(entry)), report);
  }

  /** The block with a BID; its lowest bit does not count. */
  block(blockId: number, report: ReportDamage): BlockEntry | undefined {
    const entry = this.#blocks.find(blockId - (blockId % 2), report);
    if (entry === undefined) return undefined;
    const { idSize, block } = this.header.format;
    const { bytes } = entry.page;
    const at = entry.at + idSize * 2;
    const storedSize = u16(bytes, at);
    return {
      id: id(bytes, entry.at, idSize),
      offset: id(bytes, entry.at + idSize, idSize),
      storedSize,
      size: block.isCompressible ? u16(bytes, at + 2) : storedSize,
    };
  }

  #nodeIn({ page: { bytes }, at }: LeafEntry): NodeEntry {
    const { idSize } = this.header.format;
    return {
      id: u32(bytes, at),
      data: id(bytes, at + idSize, idSize),
      subNodes: id(bytes, at + idSize * 2, idSize),
      parent: u32(bytes, at + idSize * 3),
    };
  }
}
