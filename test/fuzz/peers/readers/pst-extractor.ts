import * as pstExtractor from 'pst-extractor';
import type { PSTAttachment, PSTFolder, PSTMessage } from 'pst-extractor';
import { touch } from '../peer';
import type { Peer } from '../peer';

const { PSTFile } = pstExtractor;

/** pst-extractor: every item of every folder, with recipients and the contents of attachments. */
export const peer: Peer = {
  read: (bytes) => {
    const file = new PSTFile(Buffer.from(bytes));
    return { rows: [...itemsOf(file.getRootFolder())].map(peopleOf), said: [] };
  },
};

function* itemsOf(folder: PSTFolder): Generator<PSTMessage> {
  for (let item = nextOf(folder); item !== null; item = nextOf(folder)) yield item;
  if (folder.hasSubfolders) for (const child of folder.getSubFolders()) yield* itemsOf(child);
}

/** Declared as any. */
function nextOf(folder: PSTFolder): PSTMessage | null {
  return folder.getNextChild() as PSTMessage | null;
}

function peopleOf(item: PSTMessage): string {
  touch(item.subject, item.body);
  for (let index = 0; index < item.numberOfAttachments; index++) readAttachment(item.getAttachment(index));
  const people = Array.from({ length: item.numberOfRecipients }, (_, index) => {
    const recipient = item.getRecipient(index);
    return `${recipient?.displayName ?? ''} <${recipient?.emailAddress ?? ''}>`;
  });
  return people.join('; ');
}

function readAttachment(attachment: PSTAttachment): void {
  touch(attachment.longFilename, attachment.embeddedPSTMessage?.subject);
  const stream = attachment.fileInputStream;
  if (stream === null) return;
  const block = Buffer.alloc(8176);
  // at the end it gives -1; some answers are 0 for ever, which a user's loop meets, too
  while (stream.read(block) > 0) touch(block);
}
