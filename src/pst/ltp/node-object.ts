import { costing } from '../../damage/anomaly';
import type { ReportDamage } from '../../damage/anomaly';
import { DataTree } from '../ndb/data-tree';
import type { StoreReading } from '../ndb/store-reading';
import { readSubNodes } from '../ndb/sub-node-tree';
import type { SubNode } from '../ndb/sub-node-tree';
import { HeapOnNode } from './heap-on-node';

/** Where the data and sub-nodes of a node are: an entry of the node B-tree, or a sub-node. */
export interface NodeBlocks {
  readonly data: number;
  readonly subNodes: number;
}

/** A node that holds a heap, with its sub-nodes: what property contexts and table contexts stand on. */
export class NodeObject {
  readonly reading: StoreReading;
  readonly heap: HeapOnNode;
  readonly report: ReportDamage;
  readonly #subNodesAt: number;
  #subNodes: ReadonlyMap<number, SubNode> | undefined;

  private constructor(reading: StoreReading, heap: HeapOnNode, subNodes: number, report: ReportDamage) {
    this.reading = reading;
    this.heap = heap;
    this.report = report;
    this.#subNodesAt = subNodes;
  }

  /** Opens a node; undefined, and reported, if it has no heap. */
  static open(
    reading: StoreReading,
    { data, subNodes }: NodeBlocks,
    report: ReportDamage,
  ): NodeObject | undefined {
    const tree = DataTree.open(reading, data, 'heap', report);
    const heap = tree && HeapOnNode.open(tree, reading.database.header.format.heapIndexBits, report);
    return heap && new NodeObject(reading, heap, subNodes, report);
  }

  get subNodes(): ReadonlyMap<number, SubNode> {
    return this.readSubNodes();
  }

  /** The same, said as what it does: the first time, it reads. Of a message, tables and attachments are sub-nodes. */
  readSubNodes(): ReadonlyMap<number, SubNode> {
    const report = costing('anything', this.report);
    return (this.#subNodes ??= readSubNodes(this.reading, this.#subNodesAt, report));
  }

  /** The data of a sub-node; undefined, and reported, if it is not there. */
  subNodeData(nodeId: number): DataTree | undefined {
    const node = this.subNodes.get(nodeId);
    return node && DataTree.open(this.reading, node.data, 'stream', this.report);
  }
}
