import type { ReportDamage } from '../../damage/anomaly';
import { findBlock, isInternal, readStored } from './block';
import { readArray } from './block-array';
import { decodePermuted, originalOf } from './encoding';
import type { HiddenEncoding } from './encoding';
import type { StoreReading } from './store-reading';
import { NodeId } from './node-id';

/** bSig of HNHDR, [MS-PST] 2.3.1.2, and where it stands. */
const HEAP_SIGNATURE = 0xec;
const HEAP_SIGNATURE_OFFSET = 2;
/** What 0 becomes when it is permuted: an A, which text has seldom. */
const PERMUTED_ZERO = 0x41;
/** By how much one reading of bytes must look more like text or numbers than the other. */
const CLEARLY = 0.1;
/** How many nodes are looked at to find a heap of several blocks. */
const NODES_ASKED = 256;

/** Finds out by the signatures of heaps: of the store's own node, and of one that has several blocks. */
export function findHiddenEncoding(reading: StoreReading): HiddenEncoding {
  const { encoding, format } = reading.database.header;
  if (encoding !== 'none' || format.block.isCompressible) return 'none';
  const silent: ReportDamage = () => undefined; // whoever reads the nodes will hear of it
  const store = reading.database.node(NodeId.messageStore, silent);
  const own = store && !isInternal(store.data) ? firstBlock(reading, store.data, silent) : undefined;
  if (own !== undefined && isPermutedHeap(own)) return 'all';
  let found: HiddenEncoding = 'unknown';
  let asked = 0;
  reading.database.forEachNode(({ data }) => {
    const first = isInternal(data) ? firstBlock(reading, data, silent) : undefined;
    if (first !== undefined && isPermutedHeap(first)) found = 'arrays';
    else if (first?.[HEAP_SIGNATURE_OFFSET] === HEAP_SIGNATURE) found = 'none';
    return found === 'unknown' && ++asked < NODES_ASKED;
  }, silent);
  return found;
}

function firstBlock(reading: StoreReading, blockId: number, report: ReportDamage): Uint8Array | undefined {
  const entry = findBlock(reading, blockId, report);
  if (entry === undefined) return undefined;
  if (!isInternal(blockId)) return readStored(reading, entry, report);
  const first = readArray(reading, entry, report)?.ids[0];
  const below = first === undefined || isInternal(first) ? undefined : findBlock(reading, first, report);
  return below && readStored(reading, below, report);
}

/** Whether the first block of a heap has its signature only when it is decoded. */
export function isPermutedHeap(first: Uint8Array): boolean {
  const signature = first[HEAP_SIGNATURE_OFFSET];
  return signature !== undefined && signature !== HEAP_SIGNATURE && originalOf(signature) === HEAP_SIGNATURE;
}

/**
 * Whether bytes that are no heap look more like data when they are decoded: then they are permuted. Text is none that was
 * permuted, however many an A it has (base64 of zeros): of permuted bytes three fifths are not printable.
 */
export function looksPermuted(bytes: Uint8Array): boolean {
  if (isAllText(bytes)) return false;
  const decoded = decodePermuted(bytes);
  return isAllText(decoded) || likeness(decoded) > likeness(bytes) + CLEARLY;
}

/** How much of a text is printable, and how much of that other than an A, which zeros become. */
const TEXT = 0.99;
const OTHER_LETTERS = 0.05;

function isAllText(bytes: Uint8Array): boolean {
  let printable = 0;
  let zeros = 0;
  for (const byte of bytes) {
    if ((byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13)) printable += 1;
    if (byte === PERMUTED_ZERO) zeros += 1;
  }
  return printable >= bytes.length * TEXT && printable - zeros >= bytes.length * OTHER_LETTERS;
}

/** The share of bytes that are 0 or printable ASCII: of any encoded or compressed data it is two fifths. */
function likeness(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) {
    const isText = (byte >= 0x20 && byte < 0x7f && byte !== PERMUTED_ZERO) || byte === 10 || byte === 13;
    if (byte === 0 || isText) count += 1;
  }
  return count / Math.max(1, bytes.length);
}
