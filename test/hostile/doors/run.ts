// npm run doors [-- --size 8000000] [--only WORD]: reads hostile texts of eight megabytes by every door through which text
// comes in, each in a process of its own, and fails where one takes more than SECURITY.md promises.

import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hostileFiles } from './hostile-files';

const { values } = parseArgs({
  options: { size: { type: 'string', default: '8000000' }, only: { type: 'string', default: '' } },
});
const size = Number(values.size);
const child = fileURLToPath(new URL('./child.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mapilint-doors-'));

interface Reading {
  readonly milliseconds: number;
  readonly peak: number;
  readonly outcome: string;
}

function readInChild(door: string, path?: string): Reading | undefined {
  const out = join(folder, 'out.json');
  const [input, said] = [openSync(path ?? '/dev/null', 'r'), openSync(out, 'w')];
  const { status } = spawnSync(process.execPath, [child, door, ...(path === undefined ? [] : [path])], {
    stdio: [input, 'ignore', 'ignore', said],
    timeout: 60_000,
  });
  closeSync(input);
  closeSync(said);
  const text = readFileSync(out, 'utf8');
  return status === null || text === '' ? undefined : (JSON.parse(text) as Reading);
}

const bare = readInChild('evidence')?.peak ?? 0;
const start = performance.now();
execFileSync(process.execPath, [fileURLToPath(new URL('../../../dist/cli.js', import.meta.url)), '--version']);
const ofCommand = performance.now() - start;
let failed = 0;
for (const [name, { door, make }] of hostileFiles) {
  if (!name.includes(values.only)) continue;
  const path = join(folder, 'x.bin');
  const bytes = make(size);
  writeFileSync(path, bytes);
  const reading = readInChild(door, path);
  const time = 100 + bytes.length * 1e-4 + (door === 'list' || door === 'config' ? ofCommand : 0);
  const memory = 32 + (6 * bytes.length) / 2 ** 20;
  const isKept =
    reading !== undefined &&
    reading.milliseconds <= time &&
    reading.peak - bare <= memory &&
    !reading.outcome.startsWith('untyped');
  if (!isKept) failed += 1;
  const { milliseconds = Infinity, peak = 0, outcome = 'ended from outside' } = reading ?? {};
  const shown = `${milliseconds.toFixed(0)} ms of ${time.toFixed(0)}, ${(peak - bare).toFixed(0)} MB of ${memory.toFixed(0)}`;
  console.log(`${isKept ? 'kept  ' : 'BROKEN'} ${name} (${door}): ${shown}: ${outcome.slice(0, 160)}`);
}
rmSync(folder, { recursive: true });
console.log(`${failed} of ${hostileFiles.size} above 100 ms + 100 ns a byte, or 32 MB + 6 × the file`);
process.exitCode = failed === 0 ? 0 : 1;
