import { decodePermuted, originalOf } from './encoding';
import type { DataKind } from './data-tree';

/** bSig of HNHDR, [MS-PST] 2.3.1.2, and where it stands. */
const HEAP_SIGNATURE = 0xec;
const HEAP_SIGNATURE_OFFSET = 2;
/** By how much one reading of bytes must look more like text or numbers than the other. */
const CLEARLY = 0.1;

/**
 * QUIRK: ExMerge writes stores whose bCryptMethod is 0 and whose blocks are permuted all the same, where they belong to
 * an array and are not its last. Whether an array is such a one is told by its first block: of a heap by the signature,
 * else by which reading has more of what data is mostly made of. No store of the reference corpus is like that.
 */
export function isHalfEncoded(first: Uint8Array, kind: DataKind): boolean {
  const signature = first[HEAP_SIGNATURE_OFFSET];
  if (kind === 'heap' && signature !== undefined && signature !== HEAP_SIGNATURE)
    return originalOf(signature) === HEAP_SIGNATURE;
  return kind === 'stream' && likeness(decodePermuted(first)) > likeness(first) + CLEARLY;
}

/** The share of bytes that are 0 or printable ASCII: of any encoded or compressed data it is two fifths. */
function likeness(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes)
    if (byte === 0 || (byte >= 0x20 && byte < 0x7f) || byte === 10 || byte === 13) count += 1;
  return count / Math.max(1, bytes.length);
}
