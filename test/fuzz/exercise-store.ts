import { openStore } from '../../src/store';
import { formatFolders, formatItems, formatStores } from '../../src/report/command';
import { allRules } from '../../src/rules/index';
import { diagnose } from '../../src/index';
import type { Message } from '../../src/index';
import { readDeferred, unlessRefused } from './exercise';
import type { Outcome } from './exercise';

/** Does with a store all that anyone may do with it; throws if anything but a typed error comes of it. */
export async function exerciseStore(bytes: Uint8Array): Promise<Outcome> {
  const store = await unlessRefused(() => openStore(bytes));
  if (store === undefined) return 'refused';
  try {
    formatFolders(store.root);
    const listed = [];
    for await (const item of store.list({ folders: 'all' })) listed.push(item);
    formatItems(listed);
    for await (const { message } of store.items({ folders: 'all' }))
      if (message !== undefined) await exerciseItem(message);
    for (const { path } of store.root.folders) store.folder(path);
    formatStores([{ path: 'x.pst', store }]);
  } finally {
    await store.close();
  }
  return 'read';
}

/** What a message is asked for that depends on its container; the rest is fuzzed as .msg. */
async function exerciseItem(message: Message): Promise<void> {
  const { findings } = diagnose(message, { rules: allRules });
  const failed = findings.find(({ code }) => code === 'rule-failed');
  if (failed !== undefined) throw new Error(failed.message);
  JSON.stringify(message);
  await readDeferred(message);
}
