// Reads the calendars of a store in a process of its own: node read-sparse.mjs [FILE]; tells the peak of its memory.
import { fromFile } from '../../dist/node.js';
import { openStore } from '../../dist/store.js';

const [path] = process.argv.slice(2);
let recipients = 0;
if (path !== undefined) {
  const store = await openStore(fromFile(path));
  for await (const { message } of store.items({ folders: 'calendar' }))
    recipients += message.recipients.length;
  await store.close();
}
console.log(JSON.stringify({ recipients, peak: process.resourceUsage().maxRSS / 1024 }));
