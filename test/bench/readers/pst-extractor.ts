import * as pstExtractor from 'pst-extractor';
import type { PSTFolder, PSTMessage } from 'pst-extractor';
import { ChecksumAdder } from '../checksum';
import type { Reader } from './reader';

const { PSTFile } = pstExtractor;

interface Person {
  readonly name: string;
  readonly address: string;
}

/** pst-extractor: the items that it gives of folders that hold appointments, each with its recipients. */
export const reader: Reader<readonly (readonly Person[])[]> = {
  load: (path) => {
    const file = new PSTFile(path);
    const items = [...itemsOf(file.getRootFolder())].map(recipientsOf);
    file.close();
    return items;
  },
  sum: (items) => {
    const adder = new ChecksumAdder();
    for (const { name, address } of items.flat()) adder.person(name, address);
    return adder.result();
  },
};

function* itemsOf(folder: PSTFolder): Generator<PSTMessage> {
  if (folder.containerClass.startsWith('IPF.Appointment')) {
    for (let item = nextOf(folder); item !== null; item = nextOf(folder)) yield item;
  }
  if (folder.hasSubfolders) for (const child of folder.getSubFolders()) yield* itemsOf(child);
}

/** Declared as any. */
function nextOf(folder: PSTFolder): PSTMessage | null {
  return folder.getNextChild() as PSTMessage | null;
}

function recipientsOf(item: PSTMessage): Person[] {
  return Array.from({ length: item.numberOfRecipients }, (_, index) => {
    const recipient = item.getRecipient(index);
    return { name: recipient?.displayName ?? '', address: recipient?.emailAddress ?? '' };
  });
}
