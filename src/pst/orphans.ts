import type { FolderNode } from './folder-tree';
import { NodeType, nodeType } from './ndb/node-id';
import { hex } from './ndb/store-bytes';
import type { StoreSession } from './store-session';

/** A message that no contents table lists, and the folder that it says it is in. */
export interface OrphanedItem {
  readonly nodeId: number;
  readonly folder: FolderNode;
}

/**
 * The messages that say whose they are, to find those that no contents table lists: one pass over the node B-tree, eight
 * bytes and a mark a message.
 */
export class MessageCensus {
  readonly #ids: number[];
  readonly #parents: number[];
  readonly #isListed: Uint8Array;

  private constructor(ids: number[], parents: number[]) {
    this.#ids = ids;
    this.#parents = parents;
    this.#isListed = new Uint8Array(ids.length);
  }

  static async take(session: StoreSession): Promise<MessageCensus> {
    return session.runShared((reading) => {
      const ids: number[] = [];
      const parents: number[] = [];
      reading.database.forEachNode(
        ({ id, parent }) => {
          if (nodeType(id) === NodeType.message && parent !== 0) {
            ids.push(id);
            parents.push(parent);
          }
          return true;
        },
        reading.at('', 'node B-tree'),
      );
      return new MessageCensus(ids, parents);
    });
  }

  /** Some contents table has this message. */
  markListed(nodeId: number): void {
    let low = 0;
    let high = this.#ids.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ids[middle] as number) < nodeId) low = middle + 1;
      else high = middle;
    }
    if (this.#ids[low] === nodeId) this.#isListed[low] = 1;
  }

  /** How many messages there are. */
  get count(): number {
    return this.#ids.length;
  }

  /** The messages that were not marked, each reported; those whose folder is not in the tree count to the root. */
  orphans(session: StoreSession, root: FolderNode, folders: readonly FolderNode[]): OrphanedItem[] {
    const byId = new Map(folders.map((folder) => [folder.nodeId, folder]));
    const found: OrphanedItem[] = [];
    this.#ids.forEach((nodeId, index) => {
      if (this.#isListed[index] === 1) return;
      const folder = byId.get(this.#parents[index] as number) ?? root;
      const message = `Message ${hex(nodeId)} is not in the contents table of its folder`;
      session.log.at(folder.path)('pst-item-orphan', message, { storage: `node ${hex(nodeId)}` });
      found.push({ nodeId, folder });
    });
    return found;
  }
}
