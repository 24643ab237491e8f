import { openPstFile } from '@hiraokahypertools/pst-extractor';
import type { PSTFile } from '@hiraokahypertools/pst-extractor';
import { ChecksumAdder } from '../checksum';
import type { Reader } from './reader';

type Folder = Awaited<ReturnType<PSTFile['getRootFolder']>>;
type Item = Awaited<ReturnType<Folder['getEmails']>>[number];

interface Person {
  readonly name: string;
  readonly address: string;
}

/** @hiraokahypertools/pst-extractor: the items of folders that hold appointments, each with its recipients. */
export const reader: Reader<readonly (readonly Person[])[]> = {
  load: async (path) => {
    const file = await openPstFile(path);
    const items: Person[][] = [];
    for await (const item of itemsOf(await file.getRootFolder())) items.push(await recipientsOf(item));
    await file.close();
    return items;
  },
  sum: (items) => {
    const adder = new ChecksumAdder();
    for (const { name, address } of items.flat()) adder.person(name, address);
    return adder.result();
  },
};

async function* itemsOf(folder: Folder): AsyncGenerator<Item> {
  if (folder.containerClass.startsWith('IPF.Appointment')) yield* await folder.getEmails();
  for (const child of await folder.getSubFolders()) yield* itemsOf(child);
}

async function recipientsOf(item: Item): Promise<Person[]> {
  const recipients = await item.getRecipients();
  return recipients.map(({ displayName, emailAddress }) => ({ name: displayName, address: emailAddress }));
}
