// Reads one file in a process of its own and says how that went: node child.mjs [FILE]
import { readFileSync } from 'node:fs';
import { decodeMessage, diagnose } from '../../dist/node.js';
import { formatJson } from '../../dist/report.js';

const [path] = process.argv.slice(2);
const bytes = path === undefined ? undefined : readFileSync(path);
const start = performance.now();
const result = bytes === undefined ? { outcome: 'none' } : read(bytes);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ ...result, milliseconds, peak: process.resourceUsage().maxRSS / 1024 }));

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
