import { fromFile } from '../../../src/node';
import { openStore } from '../../../src/store';
import type { Message } from '../../../src/index';
import type { Reader } from './reader';

/** mapilint over every item of a store: every property of each, of its recipients and attachments, with their contents. */
export const reader: Reader<number> = {
  load: async (path) => {
    const store = await openStore(fromFile(path));
    let values = 0;
    for await (const { message } of store.items({ folders: 'all' }))
      if (message !== undefined) values += await valuesOf(message);
    await store.close();
    if (values === 0) throw new Error(`${path}: no item has a value`);
    return values;
  },
  sum: () => undefined,
};

async function valuesOf({ properties, recipients, attachments, embedded }: Message): Promise<number> {
  let count = 0;
  for (const store of [properties, ...[...recipients, ...attachments].map((row) => row.properties)])
    for (const property of store) {
      if (property.content === 'left-in-file') await property.read();
      else store.valueOf(property);
      count += 1;
    }
  for (const message of embedded) count += await valuesOf(message);
  return count;
}
