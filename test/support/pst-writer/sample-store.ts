// Stores whose calendar holds every sample of samples/meetings.

import { describe } from '../../../samples/build/meeting';
import { samples } from '../../../samples/build/meetings';
import { long, text } from '../messages';
import { writeStore } from './store';
import type { StoreDescription, WrittenStore } from './store';
import { mailboxFolders } from './written-folder';
import type { StoredMessage } from './written-folder';

/** The samples' names in the order in which their messages stand in the calendar. */
export const sampleNames = Object.keys(samples);

/** Every sample, as a message of a store. */
export function sampleMessages(): StoredMessage[] {
  return Object.values(samples).map(({ meeting, write }) => {
    const message = describe(meeting);
    return write?.codePage === undefined ? message : { ...message, codePage: write.codePage };
  });
}

/** Bytes that no encoding leaves as they are and no compression makes vanish. */
export const attachedBytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * index) >> 3);

/** A mail without recipients, with a long body and a file. */
export const mailWithFile: StoredMessage = {
  properties: [text(0x001a, 'IPM.Note'), text(0x0037, 'Mail'), text(0x1000, 'Body '.repeat(5000))],
  attachments: [
    {
      properties: [
        long(0x3705, 1),
        text(0x3704, 'a.bin'),
        text(0x3707, 'a.bin'),
        { id: 0x3701, type: 0x0102, value: attachedBytes },
      ],
    },
  ],
};

export function sampleStore(options: Partial<StoreDescription> = {}): WrittenStore {
  return writeStore({
    folders: mailboxFolders({ calendar: sampleMessages(), inbox: [mailWithFile] }),
    ...options,
  });
}

/** Limits that make trees of several levels from a small store. */
export const deep = {
  maxPageEntries: 3,
  maxBlockData: 1024,
  maxBlockIds: 3,
  maxSubnodeEntries: 2,
  maxTreeRecords: 3,
} as const satisfies Partial<StoreDescription>;

/** The same mailbox in every shape that a store can have. */
export const storeShapes: Readonly<Record<string, Partial<StoreDescription>>> = {
  Unicode: { format: 'unicode' },
  'Unicode, permuted': { format: 'unicode', encoding: 'permute' },
  'Unicode, cyclic': { format: 'unicode', encoding: 'cyclic' },
  'Unicode, deep': { format: 'unicode', ...deep },
  'Unicode, deep and cyclic': { format: 'unicode', encoding: 'cyclic', ...deep },
  'Unicode, sub-nodes': { format: 'unicode', heapUpTo: 16, rowsInSubnodes: true },
  'Unicode, shared blocks': { format: 'unicode', shareBlocks: true },
  ANSI: { format: 'ansi' },
  'ANSI, cyclic': { format: 'ansi', encoding: 'cyclic' },
  'ANSI, deep': { format: 'ansi', ...deep },
  'ANSI, ExMerge': { format: 'ansi', encoding: 'exmerge', maxBlockData: 1024 },
  'ANSI, half permuted': { format: 'ansi', encoding: 'half permuted', maxBlockData: 1024 },
  '4 KiB': { format: '4k' },
  '4 KiB, all compressed': { format: '4k', compress: 'always', ...deep },
  '4 KiB, deep': { format: '4k', compress: 'never', ...deep },
};
