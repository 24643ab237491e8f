import { isZero } from '../../bytes/is-zero';
import type { ReportDamage } from '../../damage/anomaly';
import { findBlock, isInternal, readStored } from './block';
import type { BlockEntry } from './node-database';
import type { StoreReading } from './store-reading';
import { hex, id, u16, u32 } from './store-bytes';

// [MS-PST] 2.2.2.8.3.2: XBLOCKs and XXBLOCKs

const BLOCK_TYPE = 1;
/** Where they have their BIDs, behind btype, cLevel, cEnt and lcbTotal. */
const ARRAY_HEADER = 8;

/** The data blocks of an array, and how many bytes it says they have. */
export interface BlockArray {
  readonly ids: readonly number[];
  readonly size: number;
}

/**
 * The data blocks of an XBLOCK, or of the XBLOCKs of an XXBLOCK. An XBLOCK counts once; data blocks may be shared, and
 * what they cost is bounded by the allowance of who reads them.
 */
export function readArray(
  reading: StoreReading,
  entry: BlockEntry,
  report: ReportDamage,
): BlockArray | undefined {
  const top = readLevel(reading, entry, [1, 2], report);
  if (top === undefined) return undefined;
  const seen = new Set<number>([entry.id]);
  const claim = (blockId: number): boolean => {
    if (!seen.has(blockId)) return seen.add(blockId).size > 0;
    report('pst-block-array', `Array ${hex(entry.id)} lists block ${hex(blockId)} twice`, {
      offset: entry.offset,
    });
    return false;
  };
  if (top.level === 1) return top;
  const parts: (BlockArray | undefined)[] = [];
  const inner = top.ids.filter(claim);
  reading.database.source.gather(inner.length, (index) => {
    const below = findBlock(reading, inner[index] as number, report);
    parts[index] = below && readLevel(reading, below, [1], report);
  });
  return { ids: parts.flatMap((part) => part?.ids ?? []), size: top.size };
}

function readLevel(
  reading: StoreReading,
  entry: BlockEntry,
  levels: readonly number[],
  report: ReportDamage,
): (BlockArray & { readonly level: number }) | undefined {
  const bytes = readStored(reading, entry, report);
  if (bytes === undefined) return undefined;
  const { idSize } = reading.database.header.format;
  const [type, level = 0] = bytes;
  const count = bytes.length < ARRAY_HEADER ? 0 : u16(bytes, 2);
  const fitting = Math.min(count, Math.floor((bytes.length - ARRAY_HEADER) / idSize));
  if (
    type !== BLOCK_TYPE ||
    !levels.includes(level) ||
    !isInternal(entry.id) ||
    bytes.length < ARRAY_HEADER
  ) {
    const message = `Block ${hex(entry.id)} has btype ${type}, cLevel ${level}, expected 1 and ${levels.join(' or ')}`;
    report('pst-block-array', message, { offset: entry.offset });
    return undefined;
  }
  if (fitting < count)
    report('pst-block-array', `Block ${hex(entry.id)} has cEnt ${count}, of which ${fitting} fit`, {
      offset: entry.offset,
    });
  const end = ARRAY_HEADER + count * idSize;
  if (!isZero(bytes.subarray(end)))
    report(
      'pst-block-array',
      `Block ${hex(entry.id)} has cEnt ${count}, and ${bytes.length - end} bytes more`,
      {
        offset: entry.offset,
      },
    );
  const ids = Array.from({ length: fitting }, (_, index) => id(bytes, ARRAY_HEADER + index * idSize, idSize));
  return { ids, size: u32(bytes, 4), level };
}
