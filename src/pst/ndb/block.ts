import type { ReportDamage } from '../../damage/anomaly';
import { crcOf } from '../../bytes/crc';
import { decodeCyclic, decodePermuted } from './encoding';
import { inflateZlib } from './inflate';
import type { BlockEntry, NodeDatabase } from './node-database';
import type { StoreReading } from './store-reading';
import { signatureOf } from './signature';
import { hex, id, u16, u32 } from './store-bytes';
import type { StoreFormat } from './store-format';

// [MS-PST] 2.2.2.8: blocks

/** What finding, checking and taking apart a block costs at least, in bytes decoded. */
const LEAST_COST = 512;

/** Whether a block is internal: it lists other blocks, and its bytes are never encoded. */
export function isInternal(blockId: number): boolean {
  return (blockId & 2) !== 0;
}

/** Whether the bytes of a block lie in the file one for one, so that each of them has a place there. */
export function isInPlace({ storedSize, size }: BlockEntry): boolean {
  return storedSize === size;
}

/** Finds a block; a BID that is nowhere is reported. */
export function findBlock(
  reading: StoreReading,
  blockId: number,
  report: ReportDamage,
): BlockEntry | undefined {
  const entry = reading.database.block(blockId, report);
  if (entry === undefined) report('pst-block-missing', `Block ${hex(blockId)} is not in the block B-tree`);
  return entry;
}

/**
 * Reads a block as it is stored, inflated but not decoded; undefined, and reported, if its bytes are not there.
 * A checksum that does not match is reported, and the bytes come back.
 */
export function readStored(
  reading: StoreReading,
  entry: BlockEntry,
  report: ReportDamage,
): Uint8Array | undefined {
  const { database, allowance } = reading;
  const { format } = database.header;
  if (!allowance.take(Math.max(entry.size, LEAST_COST))) {
    report(
      'pst-block-shared',
      'Blocks are used so often that reading them all would take too long; the rest was not read',
    );
    return undefined;
  }
  const stored = readChecked(database, entry, format, report);
  if (stored === undefined || isInPlace(entry)) return stored;
  const inflated = inflateZlib(stored, entry.size);
  if (inflated === undefined) {
    const message = `Block ${hex(entry.id)} of ${entry.storedSize} bytes does not inflate to ${entry.size}`;
    report('pst-block-damaged', message, { offset: entry.offset });
  }
  return inflated;
}

function readChecked(
  { source }: NodeDatabase,
  entry: BlockEntry,
  format: StoreFormat,
  report: ReportDamage,
): Uint8Array | undefined {
  const { offset, storedSize } = entry;
  const { alignment, trailerSize } = format.block;
  const whole = Math.ceil((storedSize + trailerSize) / alignment) * alignment;
  const bytes = source.view(offset, whole);
  if (bytes.length < storedSize || storedSize === 0) {
    const message = `Block ${hex(entry.id)} at ${offset} should have ${storedSize} bytes (cb), but the file has ${bytes.length} of them`;
    report('pst-block-damaged', message, { offset });
    return undefined;
  }
  const stored = bytes.subarray(0, storedSize);
  if (bytes.length === whole)
    checkTrailer(bytes.subarray(whole - trailerSize), stored, entry, format, report);
  else report('pst-block-trailer', `Block ${hex(entry.id)} has its trailer outside the file`, { offset });
  return stored;
}

/** [MS-PST] 2.2.2.8.1. */
function checkTrailer(
  trailer: Uint8Array,
  stored: Uint8Array,
  entry: BlockEntry,
  { block, idSize }: StoreFormat,
  report: ReportDamage,
): void {
  const { offset } = entry;
  const check = (name: string, found: number, expected: number): void => {
    if (found === expected) return;
    const message = `${name} of block ${hex(entry.id)} is ${hex(found)}, expected ${hex(expected)}`;
    report('pst-block-trailer', message, { offset });
  };
  check('cb', u16(trailer, 0), entry.storedSize);
  check('dwCRC', u32(trailer, block.trailerCrc), crcOf(stored));
  check('wSig', u16(trailer, 2), signatureOf(offset, entry.id));
  check('bid', id(trailer, block.trailerId, idSize), entry.id);
}

/** Decodes the bytes of a data block as the header says, or as `isPermuted` does. */
export function decodeData(
  database: NodeDatabase,
  stored: Uint8Array,
  blockId: number,
  isPermuted: boolean,
): Uint8Array {
  const { encoding } = database.header;
  if (isPermuted || encoding === 'permute') return decodePermuted(stored);
  return encoding === 'cyclic' ? decodeCyclic(stored, blockId) : stored;
}
