import { chunks } from './b-tree';
import type { BlockPosition, BlockStore } from './block-store';
import { LittleEndian } from './little-endian';
import type { FormatLayout } from './store-format';

export interface DataParts {
  readonly parts: readonly Uint8Array[];
  readonly isHeap: boolean;
  /** The most blocks an XBLOCK lists. */
  readonly maxBids?: number | undefined;
}

/** Writes a node's data, cut into blocks already: one block, an XBLOCK or an XXBLOCK over them, [MS-PST] 2.2.2.8.3. */
export function writeDataTree(
  layout: FormatLayout,
  blocks: BlockStore,
  name: string,
  { parts, isHeap, maxBids = Infinity }: DataParts,
): number {
  const [only] = parts;
  if (only === undefined) return 0;
  if (parts.length === 1) return blocks.addData(`${name} data`, only, 'only');
  const data = parts.map((part, index) => ({
    bid: blocks.addData(`${name} data block ${index}`, part, position(index, parts.length, isHeap)),
    length: part.length,
  }));
  const capacity = Math.floor((layout.maxBlockData - 8) / layout.wordSize);
  const perBlock = Math.max(2, Math.min(capacity, maxBids));
  const lists = chunks(data, perBlock).map((list, index, all) =>
    reference(layout, blocks, { name: `${name} XBLOCK${all.length > 1 ? ` ${index}` : ''}`, level: 1, list }),
  );
  const [single] = lists;
  if (lists.length === 1 && single !== undefined) return single.bid;
  if (lists.length > capacity) throw new RangeError('the data are too long for an XXBLOCK');
  return reference(layout, blocks, { name: `${name} XXBLOCK`, level: 2, list: lists }).bid;
}

function position(index: number, count: number, isHeap: boolean): BlockPosition {
  if (index < count - 1) return 'before others';
  return isHeap ? 'last of a heap' : 'last';
}

interface Part {
  readonly bid: number;
  readonly length: number;
}

function reference(
  layout: FormatLayout,
  blocks: BlockStore,
  { name, level, list }: { readonly name: string; readonly level: 1 | 2; readonly list: readonly Part[] },
): Part {
  const length = list.reduce((sum, part) => sum + part.length, 0);
  const block = new LittleEndian(8 + list.length * layout.wordSize)
    .u8(0, 1, level)
    .u16(2, list.length)
    .u32(4, length);
  list.forEach(({ bid }, index) => {
    const at = 8 + index * layout.wordSize;
    if (layout.wordSize === 4) block.u32(at, bid);
    else block.u64(at, bid);
    blocks.refer(bid);
  });
  return { bid: blocks.addInternal(name, block.bytes), length };
}
