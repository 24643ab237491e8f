// Reads one file in a process of its own and says how that went: node child.mjs DOOR [FILE]
import { readFileSync, writeSync } from 'node:fs';
import { decodeEvidence } from '../../../dist/evidence.js';
import { diagnose, readMessage } from '../../../dist/index.js';
import { formatJson } from '../../../dist/report.js';

const [door, path] = process.argv.slice(2);
const typed = ['FormatError', 'UnsupportedError', 'LimitError'];

/** Commands end the process themselves, so what there is to say is said at its end. */
function sayAtExit(said) {
  const start = performance.now();
  const before = process.cpuUsage();
  process.on('exit', (code) => {
    const { user, system } = process.cpuUsage(before);
    // other processes cost time that is not this one's, and collecting garbage beside it costs none of it
    const milliseconds = Math.min(performance.now() - start, (user + system) / 1000);
    const peak = process.resourceUsage().maxRSS / 1024;
    writeSync(3, JSON.stringify({ milliseconds, peak, code, ...said }));
  });
}

async function readFile() {
  const bytes = readFileSync(path);
  const said = { outcome: '', results: 0 };
  sayAtExit(said);
  try {
    said.outcome = door === 'evidence' ? await asEvidence(bytes, said) : await asMessage(bytes);
  } catch (error) {
    said.outcome = typed.includes(error.name) ? `${error.name} ${error.code}` : `untyped ${error.stack}`;
  }
}

async function asEvidence(bytes, said) {
  const evidence = await decodeEvidence(bytes);
  const { anomalies, suppressedAnomalies } = evidence;
  const codes = [...new Set(anomalies.map(({ code }) => code))].join(', ');
  const { length } = evidence.events ?? evidence.statuses ?? evidence.replies ?? evidence.meetings;
  said.results = length;
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
  sayAtExit({ outcome: 'command', results: 0 });
  await import('../../../dist/cli.js');
}

if (path === undefined && door !== 'list') sayAtExit({ outcome: 'bare', results: 0 });
else if (door === 'list' || door === 'config') await runCommand();
else await readFile();
