// Reads one file in a process of its own and says how that went: node child.mjs [FILE]
import { readFileSync } from 'node:fs';
import { decodeMessage, diagnose } from '../../dist/index.js';
import { formatJson } from '../../dist/report.js';
import { openStore } from '../../dist/store.js';

const [path] = process.argv.slice(2);
const bytes = path === undefined ? undefined : readFileSync(path);
const start = performance.now();
const result =
  bytes === undefined ? { outcome: 'none' } : isStore(path) ? await readStore(bytes) : read(bytes);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ ...result, milliseconds, peak: process.resourceUsage().maxRSS / 1024 }));

function isStore(name) {
  return name.endsWith('.pst');
}

async function readStore(bytes) {
  try {
    const store = await openStore(bytes);
    let recipients = 0;
    const errors = [];
    for await (const { message, error } of store.items()) {
      if (message === undefined) errors.push(error.code);
      else recipients += message.recipients.length;
    }
    await store.close();
    errors.push(...store.anomalies.filter(({ severity }) => severity === 'error').map(({ code }) => code));
    return {
      outcome: 'read',
      recipients,
      anomalies: store.anomalies.length,
      errors: errors.length,
      codes: errors,
    };
  } catch (error) {
    return { outcome: 'error', name: error.name, code: error.code };
  }
}

function read(bytes) {
  try {
    const message = decodeMessage(bytes);
    formatJson([{ path: 'x.msg', message: withoutRows(message), diagnosis: diagnose(message) }]);
    const errors = message.anomalies.filter(({ severity }) => severity === 'error').length;
    return {
      outcome: 'read',
      recipients: message.recipients.length,
      anomalies: message.anomalies.length,
      errors,
    };
  } catch (error) {
    return { outcome: 'error', name: error.name, code: error.code };
  }
}

// the report of 100,000 rows is text of 100 MB, which is no matter of reading: a hundred rows show whether it works
function withoutRows(message) {
  const recipients = message.recipients.slice(0, 100);
  return new Proxy(message, {
    get: (target, name) => (name === 'recipients' ? recipients : Reflect.get(target, name, target)),
  });
}
