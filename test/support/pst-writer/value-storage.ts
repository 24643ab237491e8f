import type { Heap } from './heap';
import { heapClient } from './heap';
import type { NodeContent, NodeDatabase } from './node-database';
import type { Subnode } from './subnode-tree';

export interface ValueOptions {
  /** Values longer than this lie in sub-nodes, not in the heap; default: what the heap takes. */
  readonly heapUpTo?: number;
  /** The most records of an item of a B-tree on a heap, at least 2. */
  readonly maxTreeRecords?: number;
  /** Whether rows of tables always lie in a sub-node. */
  readonly rowsInSubnodes?: boolean;
  /** Bytes behind the records of each leaf of a property list. */
  readonly tailOfProperties?: Uint8Array;
  /** How many of the last recipients are deleted: in the row matrix, and not in the row index. */
  readonly deletedRecipients?: number;
}

/** Where the values of a context lie that are not inline: its heap and its sub-nodes. */
export class ValueStorage {
  readonly heap: Heap;
  readonly #database: NodeDatabase;
  readonly #name: string;
  readonly #options: ValueOptions;
  readonly #subnodes: Subnode[];
  #nextNid = 0x801f;

  constructor(
    database: NodeDatabase,
    heap: Heap,
    name: string,
    options: ValueOptions,
    subnodes: readonly Subnode[] = [],
  ) {
    this.heap = heap;
    this.#database = database;
    this.#name = name;
    this.#options = options;
    this.#subnodes = [...subnodes];
  }

  /** Stores a value and gives back its HNID, [MS-PST] 2.3.3.2; 0 for none. */
  add(value: Uint8Array, name: string): number {
    if (value.length === 0) return 0;
    if (value.length <= Math.min(this.#options.heapUpTo ?? Infinity, this.heap.maxItem))
      return this.heap.add(value, name);
    return this.addSubnode(this.#database.cut(value), name);
  }

  /** Blocks in a sub-node of type NID_TYPE_LTP. */
  addSubnode(blocks: readonly Uint8Array[], name: string): number {
    const nid = this.#nextNid;
    this.#nextNid += 0x20;
    const content = { blocks, subnodes: [] };
    this.#subnodes.push(this.#database.subnode(`${this.#name} ${name}`, nid, content));
    return nid;
  }

  finish(kind: keyof typeof heapClient, userRoot: number): NodeContent {
    return { ...this.heap.finish(heapClient[kind], userRoot), subnodes: this.#subnodes };
  }
}
