import { checksum, signature } from './checksum';
import { LittleEndian } from './little-endian';
import { blockExtent } from './store-format';
import type { FormatLayout } from './store-format';

export interface BlockIdentity {
  readonly offset: number;
  readonly bid: number;
  /** How many bytes the block holds once it is inflated. */
  readonly inflated: number;
}

/** Stored bytes, filled to the alignment, with their trailer: [MS-PST] 2.2.2.8.1. */
export function sealBlock(layout: FormatLayout, stored: Uint8Array, identity: BlockIdentity): Uint8Array {
  const block = new Uint8Array(blockExtent(layout, stored.length));
  block.set(stored);
  const at = block.length - layout.blockTrailer;
  const fields = new LittleEndian(block).u16(at, stored.length);
  if (layout.wordSize === 4) fields.u32(at + 4, identity.bid);
  else fields.u64(at + 8, identity.bid);
  if (layout.pageSize === 4096) fields.u16(at + 16, 2, identity.inflated);
  writeBlockChecksums(layout, block, stored.length, identity);
  return block;
}

/** Signature and CRC of a block, from its beginning to the end of its trailer, whose other fields stand. */
export function writeBlockChecksums(
  layout: FormatLayout,
  block: Uint8Array,
  stored: number,
  { offset, bid }: { readonly offset: number; readonly bid: number },
): void {
  const at = block.length - layout.blockTrailer;
  new LittleEndian(block)
    .u16(at + 2, signature(offset, bid))
    .u32(at + (layout.wordSize === 4 ? 8 : 4), checksum(block.subarray(0, stored)));
}
