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
  /** The names from the root on, joined by `/`; a `\` precedes `\` and `/` within a name. Empty for the root. */
  readonly path: string;
  /** The class of its items, such as `IPF.Appointment`; undefined if the folder does not state one. */
  readonly containerClass: string | undefined;
  /** The number of items that the folder states. */
  readonly itemCount: number;
  /** Whether it is the default calendar or another folder for appointments. */
  readonly isCalendar: boolean;
  /** Whether it is Sent Items, so that a message in it is the sender's copy. */
  readonly isSentItems: boolean;
  readonly folders: readonly StoreFolder[];
}

/** An item as its folder lists it, without opening it. */
export interface StoreEntry {
  /** The node ID, such as `0x200024`. */
  readonly id: string;
  readonly folder: StoreFolder;
  readonly subject: string | undefined;
  readonly messageClass: string | undefined;
  /** When an appointment starts; for other items, when they were delivered or sent. */
  readonly start: FileTime | undefined;
}

/** An item that was read, or the error if it could not be read. */
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
