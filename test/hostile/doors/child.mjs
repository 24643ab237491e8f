// Reads one file in a process of its own and says how that went: node child.mjs DOOR [FILE]
import { readFileSync, writeSync } from 'node:fs';
import { decodeEvidence } from '../../../dist/evidence.js';
import { diagnose, readMessage } from '../../../dist/node.js';
import { formatJson } from '../../../dist/report.js';

const [door, path] = process.argv.slice(2);
const typed = ['FormatError', 'UnsupportedError', 'LimitError'];

/** Commands end the process themselves, so what there is to say is said at its end. */
function sayAtExit(start, said) {
  process.on('exit', (code) => {
    const milliseconds = performance.now() - start;
    const peak = process.resourceUsage().maxRSS / 1024;
    writeSync(3, JSON.stringify({ milliseconds, peak, code, ...said }));
  });
}

async function readFile() {
  const bytes = new Uint8Array(readFileSync(path));
  const said = { outcome: '' };
  sayAtExit(performance.now(), said);
  try {
    said.outcome = door === 'evidence' ? await asEvidence(bytes) : await asMessage(bytes);
  } catch (error) {
    said.outcome = typed.includes(error.name) ? `${error.name} ${error.code}` : `untyped ${error.stack}`;
  }
}

async function asEvidence(bytes) {
  const evidence = await decodeEvidence(bytes);
  const { anomalies, suppressedAnomalies } = evidence;
  const codes = [...new Set(anomalies.map(({ code }) => code))].join(', ');
  const { length } = evidence.events ?? evidence.statuses ?? evidence.replies ?? evidence.meetings;
  return `${evidence.kind} ${evidence.form ?? ''} of ${length}, anomalies ${anomalies.length + suppressedAnomalies} ${codes}`;
}

async function asMessage(bytes) {
  const message = await readMessage(bytes);
  const text = formatJson([{ path: 'x', message, diagnosis: diagnose(message) }]);
  return `message, ${message.recipients.length} recipients, anomalies ${message.anomalies.length}, ${text.length} characters`;
}

async function runCommand() {
  const [own] = process.argv;
  const options = door === 'list' ? ['check', '-'] : ['check', '--config', path, import.meta.filename];
  process.argv = [own, 'mapilint', ...options];
  sayAtExit(performance.now(), { outcome: 'command' });
  await import('../../../dist/cli.js');
}

if (path === undefined) sayAtExit(performance.now(), { outcome: 'bare' });
else if (door === 'list' || door === 'config') await runCommand();
else await readFile();
