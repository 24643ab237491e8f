import type { WrittenMessage, WrittenProperty } from '../msg-writer';

/** What a folder is to the store, whatever it is called. */
export type FolderRole = 'inbox' | 'calendar' | 'deleted items' | 'sent items';

/** A message of a store: described as for a .msg file. */
export interface StoredMessage extends WrittenMessage {
  /** The code page of its 8-bit strings, where it is not the store's. */
  readonly codePage?: number;
}

export interface WrittenFolder {
  readonly name: string;
  /** What is written for its name, where that shall not be what the name is. */
  readonly nameBytes?: Uint8Array;
  readonly role?: FolderRole;
  /** Such as `IPF.Appointment`. */
  readonly containerClass?: string;
  readonly messages?: readonly StoredMessage[];
  /** Folder-associated messages. */
  readonly associated?: readonly StoredMessage[];
  readonly folders?: readonly WrittenFolder[];
  readonly properties?: readonly WrittenProperty[];
  /** The number of messages to state, where it shall be wrong. */
  readonly statedCount?: number;
}

/** What stands in each folder of a mailbox. */
export type MailboxItems = Readonly<Partial<Record<FolderRole, readonly StoredMessage[]>>>;

const usual: readonly (readonly [role: FolderRole, name: string, containerClass: string])[] = [
  ['deleted items', 'Deleted Items', 'IPF.Note'],
  ['inbox', 'Inbox', 'IPF.Note'],
  ['sent items', 'Sent Items', 'IPF.Note'],
  ['calendar', 'Calendar', 'IPF.Appointment'],
];

/** The folders of a usual mailbox; `names` calls them otherwise. */
export function mailboxFolders(
  items: MailboxItems,
  names: Readonly<Partial<Record<FolderRole, string>>> = {},
): WrittenFolder[] {
  return usual.map(([role, name, containerClass]) => {
    return { role, containerClass, name: names[role] ?? name, messages: items[role] ?? [] };
  });
}
