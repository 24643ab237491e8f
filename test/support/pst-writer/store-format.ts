// The three shapes of [MS-PST]: ANSI, Unicode, and the OST of Outlook 2013 with pages of 4 KiB.

export type StoreFormat = 'ansi' | 'unicode' | '4k';

/** What differs between the formats; sizes and offsets in bytes. */
export interface FormatLayout {
  /** wVer of the header, 2.2.2.6. */
  readonly version: number;
  /** Size of a BID, an IB and a key of a B-tree. */
  readonly wordSize: 4 | 8;
  readonly pageSize: number;
  /** Where the page's trailer begins: what its CRC covers, 2.2.2.7.1. */
  readonly pageTrailer: number;
  /** Where cEnt stands in a page of a B-tree, 2.2.2.7.7.1: what its entries may fill. */
  readonly pageCounts: number;
  readonly entrySizes: { readonly branch: number; readonly bbt: number; readonly nbt: number };
  readonly blockAlignment: number;
  readonly blockTrailer: number;
  readonly maxBlockData: number;
  /** Bits of a HID's block index, 2.3.1.1; the index takes the rest of 27. */
  readonly hidIndexBits: number;
  /** Where the first allocation map lies. */
  readonly firstMap: number;
  /** Where the allocation bits stand in their page, and in how many bytes. */
  readonly mapBits: { readonly offset: number; readonly length: number };
}

const narrow = {
  wordSize: 4,
  entrySizes: { branch: 12, bbt: 12, nbt: 16 },
} as const;

const wide = {
  wordSize: 8,
  entrySizes: { branch: 24, bbt: 24, nbt: 32 },
} as const;

const smallPages = {
  pageSize: 512,
  blockAlignment: 64,
  hidIndexBits: 11,
  firstMap: 0x4400,
} as const;

export const formatLayouts: Readonly<Record<StoreFormat, FormatLayout>> = {
  ansi: {
    ...narrow,
    ...smallPages,
    version: 14,
    pageTrailer: 500,
    pageCounts: 496,
    blockTrailer: 12,
    maxBlockData: 8180,
    mapBits: { offset: 4, length: 496 },
  },
  unicode: {
    ...wide,
    ...smallPages,
    version: 23,
    pageTrailer: 496,
    pageCounts: 488,
    blockTrailer: 16,
    maxBlockData: 8176,
    mapBits: { offset: 0, length: 496 },
  },
  '4k': {
    ...wide,
    version: 36,
    pageSize: 4096,
    pageTrailer: 4072,
    pageCounts: 4056,
    blockAlignment: 512,
    blockTrailer: 24,
    maxBlockData: 65512,
    hidIndexBits: 14,
    firstMap: 0x22000,
    mapBits: { offset: 0, length: 4072 },
  },
};

/** The format that a header's wVer names. */
export function formatOfVersion(version: number): StoreFormat {
  return version === 36 ? '4k' : version < 21 ? 'ansi' : 'unicode';
}

/** Bytes from an offset in a block to the end of its trailer: data and trailer, filled to the alignment. */
export function blockExtent(layout: FormatLayout, dataLength: number): number {
  return alignUp(dataLength + layout.blockTrailer, layout.blockAlignment);
}

export function alignUp(number: number, to: number): number {
  return Math.ceil(number / to) * to;
}
