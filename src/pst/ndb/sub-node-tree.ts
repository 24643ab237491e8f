import { isZero } from '../../bytes/is-zero';
import type { ReportDamage } from '../../damage/anomaly';
import { findBlock, isInternal, readStored } from './block';
import type { BlockEntry } from './node-database';
import type { StoreReading } from './store-reading';
import { hex, id, u16, u32 } from './store-bytes';

// [MS-PST] 2.2.2.8.3.3: the sub-nodes of a node

const BLOCK_TYPE = 2;

/** A sub-node: where its data and its own sub-nodes are. */
export interface SubNode {
  readonly id: number;
  readonly data: number;
  readonly subNodes: number;
}

/** The sub-nodes of a node by their IDs; each block of the tree is read once. */
export function readSubNodes(
  reading: StoreReading,
  blockId: number,
  report: ReportDamage,
): ReadonlyMap<number, SubNode> {
  const nodes = new Map<number, SubNode>();
  if (blockId === 0) return nodes;
  const top = findBlock(reading, blockId, report);
  const block = top && readBlock(reading, top, [0, 1], report);
  if (block === undefined) return nodes;
  const { idSize } = reading.database.header.format;
  if (block.level === 0) {
    addEntries(nodes, block, idSize, report);
    return nodes;
  }
  const ids = new Set(
    Array.from({ length: block.count }, (_, index) => id(block.bytes, block.at(index) + idSize, idSize)),
  );
  const leaves: (SubNodeBlock | undefined)[] = [];
  const children = [...ids];
  reading.database.source.gather(children.length, (index) => {
    const below = findBlock(reading, children[index] as number, report);
    leaves[index] = below && readBlock(reading, below, [0], report);
  });
  if (ids.size < block.count) report('pst-sub-nodes', `SIBLOCK ${hex(blockId)} lists a block twice`);
  for (const leaf of leaves) if (leaf !== undefined) addEntries(nodes, leaf, idSize, report);
  return nodes;
}

interface SubNodeBlock {
  readonly level: number;
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly at: (index: number) => number;
}

function addEntries(
  nodes: Map<number, SubNode>,
  { count, bytes, at }: SubNodeBlock,
  idSize: 4 | 8,
  report: ReportDamage,
): void {
  for (let index = 0; index < count; index++) {
    const start = at(index);
    const nodeId = u32(bytes, start);
    if (nodes.has(nodeId))
      report('pst-sub-nodes', `Sub-node ${hex(nodeId)} is listed twice; the first counts`);
    else
      nodes.set(nodeId, {
        id: nodeId,
        data: id(bytes, start + idSize, idSize),
        subNodes: id(bytes, start + idSize * 2, idSize),
      });
  }
}

function readBlock(
  reading: StoreReading,
  entry: BlockEntry,
  levels: readonly number[],
  report: ReportDamage,
): SubNodeBlock | undefined {
  const bytes = readStored(reading, entry, report);
  if (bytes === undefined) return undefined;
  const { idSize, block } = reading.database.header.format;
  const [type, level = 0] = bytes;
  if (
    type !== BLOCK_TYPE ||
    !levels.includes(level) ||
    !isInternal(entry.id) ||
    bytes.length < block.subNodeEntries
  ) {
    const message = `Block ${hex(entry.id)} has btype ${type}, cLevel ${level}, expected 2 and ${levels.join(' or ')}`;
    report('pst-sub-nodes', message, { offset: entry.offset });
    return undefined;
  }
  const size = level === 0 ? idSize * 3 : idSize * 2;
  const stated = u16(bytes, 2);
  const count = Math.min(stated, Math.floor((bytes.length - block.subNodeEntries) / size));
  if (count < stated) {
    report('pst-sub-nodes', `Block ${hex(entry.id)} has cEnt ${stated}, of which ${count} fit`, {
      offset: entry.offset,
    });
  }
  const end = block.subNodeEntries + count * size;
  if (count === stated && !isZero(bytes.subarray(end)))
    report(
      'pst-sub-nodes',
      `Block ${hex(entry.id)} has cEnt ${stated}, and ${bytes.length - end} bytes more`,
      {
        offset: entry.offset,
      },
    );
  return { level, count, bytes, at: (index) => block.subNodeEntries + index * size };
}
