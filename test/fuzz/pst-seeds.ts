import { mailWithFile, sampleMessages, storeShapes } from '../support/pst-writer/sample-store';
import { messageOfEveryType } from '../support/pst-writer/every-type';
import { writeStore } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';
import type { Seed } from './formats';

/** Small stores of every shape: two meetings, one with an exception, and a message with every type of property. */
export function pstSeeds(): readonly Seed[] {
  const meetings = sampleMessages();
  const exception = meetings.filter(({ attachments = [] }) => attachments.length > 0);
  const folders = mailboxFolders({
    calendar: [...meetings.slice(0, 1), ...exception.slice(0, 1)],
    inbox: [messageOfEveryType, { ...mailWithFile, attachments: [] }],
  });
  return Object.entries(storeShapes).map(([name, shape]) => {
    const { bytes } = writeStore({ maxBlockData: 2048, ...shape, folders });
    return { name: `store: ${name}`, bytes };
  });
}
