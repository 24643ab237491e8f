import { LittleEndian } from './little-endian';

/** The record key of every store written here: made up. */
export const storeUid = Uint8Array.from({ length: 16 }, (_, index) => 0xa0 + index);

/** An EntryID of a PST, [MS-PST] 2.4.3.2: 24 bytes that end in the NID. */
export function entryId(nid: number): Uint8Array {
  return new LittleEndian(24).raw(4, storeUid).u32(20, nid).bytes;
}

/** The GlobalCounter of a folder in an OST: six bytes, which its NID does not tell. */
function globalCounter(nid: number): Uint8Array {
  return new LittleEndian(6).u8(0, 0, 0, 0, 1).u8(4, (nid >> 13) & 0xff, (nid >> 5) & 0xff).bytes;
}

/** A Folder EntryID of a server, [MS-OXCDATA] 2.2.4.1: 46 bytes. */
export function folderEntryId(nid: number): Uint8Array {
  return new LittleEndian(46)
    .raw(4, storeUid)
    .u16(20, 1) // a private folder
    .raw(22, storeUid)
    .raw(38, globalCounter(nid)).bytes;
}

/** The value of 0x67F40014 of a folder in an OST: its ReplId and GlobalCounter. */
export function folderId(nid: number): Uint8Array {
  return new LittleEndian(8).u16(0, 1).raw(2, globalCounter(nid)).bytes;
}
