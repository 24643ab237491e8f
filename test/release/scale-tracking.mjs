// npm run scale:tracking – a tracking log of a million lines beside one item: seconds, and memory above a run without it.

import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LINES = 1_000_000;
const AT_ONCE = 50_000;
const EVENTS = [1027, 1019, 1025, 1024, 1033, 1034, 1020, 1031];
const columns =
  'Date Time client-ip Client-hostname Partner-Name Server-hostname server-IP Recipient-Address Event-ID MSGID Priority ' +
  'Recipient-Report-Status total-bytes Number-Recipients Origination-Time Encryption service-Version Linked-MSGID ' +
  'Message-Subject Sender-Address';

/** A day of a server: one line in three is for a partner of the item. */
function line(index) {
  const clock = `${Math.floor((index * 24) / LINES)}:${Math.floor(index / 700) % 60}:${index % 60} GMT`;
  const domain = index % 3 === 0 ? 'partner.example' : `domain${index % 500}.example`;
  const fields = [
    '2008-8-20',
    clock,
    '10.0.0.1',
    `PC${index % 100}`,
    'mx.partner.example',
    'MAIL1',
    '10.0.0.2',
  ];
  const message = [
    `user${index % 50_000}@${domain}`,
    EVENTS[(index >> 3) % 8],
    `<${index >> 3}@example.com>`,
  ];
  return [
    ...fields,
    ...message,
    0,
    0,
    12_345,
    1,
    `2008-8-20 ${clock}`,
    0,
    '-',
    '-',
    '-',
    'olivia@example.com',
  ].join('\t');
}

function writeLog(file) {
  writeFileSync(file, `# Message Tracking Log File\r\n# ${columns.replaceAll(' ', '\t')}\r\n`);
  for (let start = 0; start < LINES; start += AT_ONCE) {
    const lines = Array.from({ length: AT_ONCE }, (_, index) => `${line(start + index)}\r\n`);
    appendFileSync(file, lines.join(''));
  }
}

function check(...more) {
  const peak = 'process.on("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}`))';
  const hook = `data:text/javascript,${encodeURIComponent(peak)}`;
  const started = performance.now();
  const argv = [
    '--import',
    hook,
    join(root, 'dist/cli.js'),
    'check',
    'samples/scenario/sent-cancellation.msg',
    ...more,
  ];
  const { stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
  return {
    seconds: (performance.now() - started) / 1000,
    megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'mapilint-tracking-'));
try {
  const file = join(folder, '20080820.log');
  writeLog(file);
  const without = check();
  const { seconds, megabytes } = check('--tracking', file);
  const above = megabytes - without.megabytes;
  console.log(
    `${LINES} lines, ${Math.round(statSync(file).size / 1e6)} MB: ${seconds.toFixed(1)} s (goal 5), ` +
      `${Math.round(above)} MB above none (goal 150)`,
  );
  process.exitCode = seconds <= 5 && above <= 150 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
