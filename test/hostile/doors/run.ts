// npm run doors [-- --size 8000000] [--only WORD]: reads hostile texts of eight megabytes by every door through which text
// comes in, each in a process of its own, and fails where one takes more than SECURITY.md promises.

import { spawnSync } from 'node:child_process';
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
/** Evidence may take twice the room that messages may: a text is taken apart into its lines. */
const MEMORY = { evidence: 64, message: 32, list: 64, config: 32 };
/** What an event, a status or a reply costs beside the text that it stands in. */
const MILLISECONDS_EACH = 0.03;
const BYTES_EACH = 4000;
const child = fileURLToPath(new URL('./child.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mapilint-doors-'));

interface Reading {
  readonly milliseconds: number;
  readonly peak: number;
  readonly outcome: string;
  /** Events, statuses, replies: what an object is made of for each. */
  readonly results: number;
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

/** How many results were read; of a text that has too many, so many as its length is worth. */
function resultsIn(reading: Reading | undefined, { length }: Uint8Array): number {
  return reading?.outcome.includes('evidence-too-many') === true
    ? 20_000 + length / 48
    : (reading?.results ?? 0);
}

const bare = readInChild('evidence')?.peak ?? 0;
/** What the command takes that reads nothing. */
const ofCommand = readInChild('list');
let failed = 0;
for (const [name, { door, make }] of hostileFiles) {
  if (!name.includes(values.only)) continue;
  const path = join(folder, 'x.bin');
  const bytes = make(size);
  writeFileSync(path, bytes);
  const reading = readInChild(door, path);
  const results = resultsIn(reading, bytes);
  const isCommand = door === 'list' || door === 'config';
  const base = isCommand ? (ofCommand?.peak ?? 0) : bare;
  const time =
    100 +
    bytes.length * 1e-4 +
    results * MILLISECONDS_EACH +
    (isCommand ? (ofCommand?.milliseconds ?? 0) : 0);
  const memory = MEMORY[door] + (6 * bytes.length + results * BYTES_EACH) / 2 ** 20;
  const isKept =
    reading !== undefined &&
    reading.milliseconds <= time &&
    reading.peak - base <= memory &&
    !reading.outcome.startsWith('untyped');
  if (!isKept) failed += 1;
  const { milliseconds = Infinity, peak = 0, outcome = 'ended from outside' } = reading ?? {};
  const shown = `${milliseconds.toFixed(0)} ms of ${time.toFixed(0)}, ${(peak - base).toFixed(0)} MB of ${memory.toFixed(0)}`;
  console.log(`${isKept ? 'kept  ' : 'BROKEN'} ${name} (${door}): ${shown}: ${outcome.slice(0, 160)}`);
}
rmSync(folder, { recursive: true });
console.log(
  `${failed} of ${hostileFiles.size} above 100 ms + 100 ns a byte, or 32 MB (evidence, lists: 64) + 6 × the file, with 30 µs and 4 kB for each result`,
);
process.exitCode = failed === 0 ? 0 : 1;
