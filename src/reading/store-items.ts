import type { FileTime } from '../mapi/values/file-time';
import type { Message } from '../message/message';
import type { FolderNode } from '../pst/folder-tree';
import { hex } from '../pst/ndb/store-bytes';
import type { PstStore } from '../pst/pst-store';

/** A folder of a store. */
export interface StoreFolder {
  /** The node ID, such as `0x8022`. */
  readonly id: string;
  readonly name: string;
  /** The names from the root on, joined by `/`; in a name `\` stands before `\` and `/`. Empty for the root. */
  readonly path: string;
  /** What it holds, such as `IPF.Appointment`; undefined if it does not say. */
  readonly containerClass: string | undefined;
  /** How many items it says it has. */
  readonly itemCount: number;
  /** Whether it is the default calendar or holds appointments. */
  readonly isCalendar: boolean;
  /** Whether it is Sent Items, so that what lies in it is the sender's copy. */
  readonly isSentItems: boolean;
  readonly folders: readonly StoreFolder[];
}

/** An item as its folder lists it; it has not been opened. */
export interface StoreEntry {
  /** The node ID, such as `0x200024`. */
  readonly id: string;
  readonly folder: StoreFolder;
  readonly subject: string | undefined;
  readonly messageClass: string | undefined;
  /** When an appointment starts; of other items, when they were delivered or sent. */
  readonly start: FileTime | undefined;
}

/** An item that was read, or why it could not be. */
export type StoreItem = { readonly id: string; readonly folder: StoreFolder } & (
  | { readonly message: Message; readonly error?: undefined }
  | { readonly message?: undefined; readonly error: Error }
);

/** The folders as users see them, those within others first, so that each is whole when it is made. */
export function foldersOf({ folders, special }: PstStore): ReadonlyMap<FolderNode, StoreFolder> {
  const made = new Map<FolderNode, StoreFolder>();
  for (const node of [...folders].reverse()) {
    const { nodeId, name, path, containerClass, itemCount } = node;
    made.set(node, {
      id: hex(nodeId),
      name,
      path,
      containerClass,
      itemCount,
      isCalendar: special.calendars.includes(node),
      isSentItems: special.sent === node,
      folders: node.folders.map((folder) => made.get(folder) as StoreFolder),
    });
  }
  return made;
}
