import { chunks } from './b-tree';
import type { BlockStore } from './block-store';
import { LittleEndian } from './little-endian';
import type { FormatLayout } from './store-format';

/** A node below another: SLENTRY of [MS-PST] 2.2.2.8.3.3.1.1. */
export interface Subnode {
  readonly nid: number;
  /** BID of its data. */
  readonly data: number;
  /** BID of its own sub-nodes; 0: none. */
  readonly subnodes: number;
}

/** Writes an SLBLOCK, or an SIBLOCK over several, [MS-PST] 2.2.2.8.3.3; gives back its BID, 0 for no sub-nodes. */
export function writeSubnodes(
  layout: FormatLayout,
  blocks: BlockStore,
  name: string,
  subnodes: readonly Subnode[],
  maxEntries = Infinity,
): number {
  if (subnodes.length === 0) return 0;
  const word = layout.wordSize;
  const head = word === 4 ? 4 : 8;
  const capacity = Math.floor((layout.maxBlockData - head) / (word * 3));
  const sorted = [...subnodes].sort((a, b) => a.nid - b.nid);
  const lists = chunks(sorted, Math.max(1, Math.min(capacity, maxEntries)));
  const leaves = lists.map((list, index) => {
    for (const entry of list) {
      blocks.refer(entry.data);
      blocks.refer(entry.subnodes);
    }
    const rows = list.map(({ nid, data, subnodes: below }) => [nid, data, below]);
    const leaf = lists.length > 1 ? `${name} SLBLOCK ${index}` : `${name} SLBLOCK`;
    return { nid: list[0]?.nid ?? 0, bid: blocks.addInternal(leaf, entriesBlock(layout, 0, rows)) };
  });
  const [single] = leaves;
  if (leaves.length === 1 && single !== undefined) return single.bid;
  for (const { bid } of leaves) blocks.refer(bid);
  const rows = leaves.map(({ nid, bid }) => [nid, bid]);
  return blocks.addInternal(`${name} SIBLOCK`, entriesBlock(layout, 1, rows));
}

function entriesBlock(layout: FormatLayout, level: 0 | 1, rows: readonly (readonly number[])[]): Uint8Array {
  const word = layout.wordSize;
  const head = word === 4 ? 4 : 8;
  const size = word * (level === 0 ? 3 : 2);
  const block = new LittleEndian(head + rows.length * size).u8(0, 2, level).u16(2, rows.length);
  rows.forEach((row, index) => {
    const at = head + index * size;
    if (word === 4) block.u32(at, ...row);
    else block.u64(at, ...row);
  });
  return block.bytes;
}
