import { checksum, signature } from './checksum';
import { LittleEndian } from './little-endian';
import type { FormatLayout } from './store-format';

export interface PageTrailer {
  /** ptype of [MS-PST] 2.2.2.7.1, such as 0x81. */
  readonly type: number;
  readonly offset: number;
  readonly bid: number;
}

const FIRST_MAP_TYPE = 0x82;
const LAST_MAP_TYPE = 0x85;

/** Writes a page's trailer, [MS-PST] 2.2.2.7.1; the page is changed and given back. */
export function sealPage(
  layout: FormatLayout,
  page: Uint8Array,
  { type, offset, bid }: PageTrailer,
): Uint8Array {
  const at = layout.pageTrailer;
  const fields = new LittleEndian(page).u8(at, type, type);
  if (layout.wordSize === 4) fields.u32(at + 4, bid);
  else fields.u64(at + 8, bid);
  if (layout.pageSize === 4096) fields.u8(at + 16, 1); // as real files of 4 KiB pages have it
  writePageChecksums(layout, page, { type, offset, bid });
  return page;
}

/** Signature and CRC of a page whose other fields stand; maps have the signature 0. */
export function writePageChecksums(
  layout: FormatLayout,
  page: Uint8Array,
  { type, offset, bid }: PageTrailer,
): void {
  const at = layout.pageTrailer;
  const isMap = type >= FIRST_MAP_TYPE && type <= LAST_MAP_TYPE;
  new LittleEndian(page)
    .u16(at + 2, isMap ? 0 : signature(offset, bid))
    .u32(at + (layout.wordSize === 4 ? 8 : 4), checksum(page.subarray(0, at)));
}
