/** How the structures of a store are laid out: 32-bit before Outlook 2003, 64-bit since, 4 KiB pages in OSTs since 2013. */
export interface StoreFormat {
  readonly name: 'ansi' | 'unicode' | 'unicode-4k';
  /** How many bytes a BID, an IB or the key of a B-tree has. */
  readonly idSize: 4 | 8;
  readonly header: HeaderFormat;
  readonly page: PageFormat;
  readonly block: BlockFormat;
  /** How many bits of an HID are its index ([MS-PST] 2.3.1.1); the rest is the block's. */
  readonly heapIndexBits: number;
}

/** [MS-PST] 2.2.2.6, 2.2.2.5: offsets in the header. */
interface HeaderFormat {
  readonly length: number;
  readonly fileEnd: number;
  readonly nodeTree: number;
  readonly blockTree: number;
  readonly cryptMethod: number;
  /** Where the second CRC stands, which covers everything from offset 8 up to it. */
  readonly fullCrc: number | undefined;
}

/** [MS-PST] 2.2.2.7: a page of a B-tree. */
interface PageFormat {
  readonly size: number;
  /** How much of a page entries may fill; their counts follow. */
  readonly entriesSize: number;
  /** How many bytes cEnt and cEntMax have each. */
  readonly countSize: 1 | 2;
  /** Where the trailer begins, up to which the CRC counts. */
  readonly trailer: number;
  readonly trailerCrc: number;
  readonly trailerId: number;
}

/** [MS-PST] 2.2.2.8: a block, with its trailer at the end of its last unit. */
interface BlockFormat {
  readonly alignment: number;
  readonly trailerSize: number;
  readonly trailerCrc: number;
  readonly trailerId: number;
  /** The most bytes that a data block holds. */
  readonly maxSize: number;
  /** Where the block of an array or of sub-nodes has its entries. */
  readonly subNodeEntries: number;
  /** Whether entries of the block B-tree also state a size before compression. */
  readonly isCompressible: boolean;
}

export const ansi: StoreFormat = {
  name: 'ansi',
  idSize: 4,
  header: { length: 512, fileEnd: 168, nodeTree: 184, blockTree: 192, cryptMethod: 461, fullCrc: undefined },
  page: { size: 512, entriesSize: 496, countSize: 1, trailer: 500, trailerCrc: 508, trailerId: 504 },
  block: {
    alignment: 64,
    trailerSize: 12,
    trailerCrc: 8,
    trailerId: 4,
    maxSize: 8180,
    subNodeEntries: 4,
    isCompressible: false,
  },
  heapIndexBits: 11,
};

export const unicode: StoreFormat = {
  name: 'unicode',
  idSize: 8,
  header: { length: 564, fileEnd: 184, nodeTree: 216, blockTree: 232, cryptMethod: 513, fullCrc: 524 },
  page: { size: 512, entriesSize: 488, countSize: 1, trailer: 496, trailerCrc: 500, trailerId: 504 },
  block: {
    alignment: 64,
    trailerSize: 16,
    trailerCrc: 4,
    trailerId: 8,
    maxSize: 8176,
    subNodeEntries: 8,
    isCompressible: false,
  },
  heapIndexBits: 11,
};

/**
 * QUIRK: [MS-PST] knows no such version; Outlook 2013 and later write it (`pstextractortest@outlook.com.ost` of
 * pst-extractor).
 */
export const unicode4k: StoreFormat = {
  name: 'unicode-4k',
  idSize: 8,
  header: unicode.header,
  page: { size: 4096, entriesSize: 4056, countSize: 2, trailer: 4072, trailerCrc: 4076, trailerId: 4080 },
  block: { ...unicode.block, alignment: 512, trailerSize: 24, maxSize: 65_512, isCompressible: true },
  heapIndexBits: 14,
};
