import { checksum } from './checksum';
import { LittleEndian } from './little-endian';
import type { FormatLayout } from './store-format';

/** BREF of [MS-PST] 2.2.2.4: a page or block, and where it lies. */
export interface BlockReference {
  readonly bid: number;
  readonly offset: number;
}

export interface HeaderFields {
  /** wMagicClient: `SM` a PST, `SO` an OST. */
  readonly client: 'SM' | 'SO';
  readonly cryptMethod: number;
  readonly fileLength: number;
  readonly lastMap: number;
  readonly free: number;
  readonly nbt: BlockReference;
  readonly bbt: BlockReference;
  readonly nextPageBid: number;
  readonly nextBlockBid: number;
}

/** Bytes before the first structure that another points to. */
export const HEADER_LENGTH = 564;

/** The header of [MS-PST] 2.2.2.6. */
export function writeHeader(layout: FormatLayout, header: HeaderFields): Uint8Array {
  const fields = new LittleEndian(HEADER_LENGTH)
    .raw(0, new TextEncoder().encode('!BDN'))
    .raw(8, new TextEncoder().encode(header.client))
    .u16(10, layout.version, header.client === 'SM' ? 19 : 12)
    .u8(14, 1, 1); // platforms
  if (layout.wordSize === 4) ansiFields(fields, header);
  else unicodeFields(fields, header);
  writeHeaderChecksums(layout, fields.bytes);
  return fields.bytes;
}

function ansiFields(fields: LittleEndian, { nbt, bbt, ...header }: HeaderFields): void {
  fields
    .u32(24, header.nextBlockBid, header.nextPageBid)
    .u32(168, header.fileLength, header.lastMap, header.free, 0)
    .u32(184, nbt.bid, nbt.offset, bbt.bid, bbt.offset)
    .u8(200, 2) // fAMapValid
    .raw(204, new Uint8Array(256).fill(0xff)) // rgbFM, rgbFP
    .u8(460, 0x80, header.cryptMethod); // bSentinel
}

function unicodeFields(fields: LittleEndian, { nbt, bbt, ...header }: HeaderFields): void {
  fields
    .u64(32, header.nextPageBid)
    .u64(184, header.fileLength, header.lastMap, header.free, 0)
    .u64(216, nbt.bid, nbt.offset, bbt.bid, bbt.offset)
    .u8(248, 2) // fAMapValid
    .raw(256, new Uint8Array(256).fill(0xff)) // rgbFM, rgbFP
    .u8(512, 0x80, header.cryptMethod) // bSentinel
    .u64(516, header.nextBlockBid);
}

/** dwCRCPartial and, where there is one, dwCRCFull. */
export function writeHeaderChecksums(layout: FormatLayout, header: Uint8Array): void {
  const fields = new LittleEndian(header).u32(4, checksum(header.subarray(8, 8 + 471)));
  if (layout.wordSize === 8) fields.u32(524, checksum(header.subarray(8, 8 + 516)));
}
