import { binary, ofId as tagged } from '../mapi/definitions/property';
import type { PropertyStore } from '../mapi/rows/property-store';
import type { FolderNode } from './folder-tree';
import { u32 } from './ndb/store-bytes';

// [MS-PST] 2.4.3: folders that have a purpose, found by entry IDs and classes and never by their localised names

const deletedItems = tagged(0x35e3, binary);
const sentItems = tagged(0x35e4, binary);
const ipmSubtree = tagged(0x35e0, binary);

/** [MS-PST] 2.4.3.2: an entry ID of the store itself: flags 4, record key of the store 16, NID 4. */
const STORE_ENTRY_ID = 24;
/** [MS-OXCDATA] 2.2.4.1: an entry ID of the server; GlobalCounter stands at 38. */
const SERVER_ENTRY_ID = 46;
const GLOBAL_COUNTER = 38;
const COUNTER_LENGTH = 6;

/**
 * QUIRK: OSTs lack the entry IDs of these folders. Outlook makes the folders itself, with the same identifiers in every
 * OST: ReplId 0 and these counters (`pstextractortest@outlook.com.ost` of pst-extractor, `sample.ost` of
 * GroupDocs.Parser-for-.NET).
 */
const ostFolders = {
  ipmSubtree: 0x0a00_0000_0000_0000n,
  deletedItems: 0x0b00_0000_0000_0000n,
  sentItems: 0x0e00_0000_0000_0000n,
};

/** Which folders have a purpose. */
export interface SpecialFolders {
  /** The default calendar and all that hold appointments; the default one first. */
  readonly calendars: readonly FolderNode[];
  readonly deleted: FolderNode | undefined;
  readonly sent: FolderNode | undefined;
  /** What a user sees as the mailbox. */
  readonly ipmSubtree: FolderNode | undefined;
}

/** Finds them; `store` is what the store says of itself. */
export function findSpecialFolders(folders: readonly FolderNode[], store: PropertyStore): SpecialFolders {
  const byEntryId = (entryId: Uint8Array | undefined): FolderNode | undefined =>
    entryId && folderOf(folders, entryId);
  const byServerId = (id: bigint): FolderNode | undefined => folders.find(({ serverId }) => serverId === id);
  const named = folders.map(({ calendarEntryId }) => byEntryId(calendarEntryId));
  const byDefault = named.find((folder) => folder !== undefined);
  const others = folders.filter(
    (folder) => folder !== byDefault && (named.includes(folder) || holdsAppointments(folder)),
  );
  return {
    calendars: byDefault === undefined ? others : [byDefault, ...others],
    deleted: byEntryId(store.peek(deletedItems)) ?? byServerId(ostFolders.deletedItems),
    sent: byEntryId(store.peek(sentItems)) ?? byServerId(ostFolders.sentItems),
    ipmSubtree: byEntryId(store.peek(ipmSubtree)) ?? byServerId(ostFolders.ipmSubtree) ?? byDefault?.parent,
  };
}

/** PidTagContainerClass of a calendar: `IPF.Appointment` or a class below it. */
function holdsAppointments({ containerClass }: FolderNode): boolean {
  return /^IPF\.Appointment(\.|$)/i.test(containerClass ?? '');
}

function folderOf(folders: readonly FolderNode[], entryId: Uint8Array): FolderNode | undefined {
  if (entryId.length === STORE_ENTRY_ID) {
    const nodeId = u32(entryId, STORE_ENTRY_ID - 4);
    return folders.find((folder) => folder.nodeId === nodeId);
  }
  if (entryId.length !== SERVER_ENTRY_ID) return undefined;
  const counter = entryId.subarray(GLOBAL_COUNTER, GLOBAL_COUNTER + COUNTER_LENGTH);
  return folders.find(({ serverId }) => serverId !== undefined && endsIn(serverId, counter));
}

/** Whether an identifier of the server – ReplId 2, GlobalCounter 6, in this order – has that counter. */
function endsIn(serverId: bigint, counter: Uint8Array): boolean {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, serverId, true);
  return counter.every((byte, index) => bytes[2 + index] === byte);
}
