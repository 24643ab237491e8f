// What a share of many files costs, and that a run which was killed ends as one which was not:
// `npm run scale -- [--files 100000]`. The files are copies of the samples of meetings.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { files: { type: 'string', default: '100000' } } });
const count = Number(values.files);
const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'dist/cli.js');
const samples = readdirSync(join(root, 'samples/meetings')).filter((name) => name.endsWith('.msg'));
const share = mkdtempSync(join(tmpdir(), 'mapilint-scale-'));
const PER_FOLDER = 1000;
const MEGABYTE = 1024;

function generate(): void {
  for (let index = 0; index < count; index++) {
    const folder = join(share, 'in', `${Math.floor(index / PER_FOLDER)}`.padStart(4, '0'));
    if (index % PER_FOLDER === 0) mkdirSync(folder, { recursive: true });
    const sample = samples[index % samples.length] ?? '';
    copyFileSync(join(root, 'samples/meetings', sample), join(folder, `${index}-${sample}`));
  }
}

async function readAlone(): Promise<number> {
  const start = performance.now();
  for (const folder of await readdir(join(share, 'in')))
    for (const name of await readdir(join(share, 'in', folder)))
      await readFile(join(share, 'in', folder, name));
  return (performance.now() - start) / 1000;
}

interface Run {
  readonly seconds: number;
  readonly code: number | null;
  /** Megabytes of resident memory, sampled ten times a second. */
  readonly memory: readonly number[];
}

/** Runs the command; kills it after some seconds, if that is asked for. */
function check(options: readonly string[], killAfter?: number): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [cli, 'check', join(share, 'in'), ...options], { stdio: 'ignore' });
  const memory: number[] = [];
  const timer = setInterval(() => {
    const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
    const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
    if (kilobytes !== undefined) memory.push(Math.round(Number(kilobytes) / MEGABYTE));
  }, 100);
  const killer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter * 1000);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearInterval(timer);
      clearTimeout(killer);
      resolve({ seconds: (performance.now() - start) / 1000, code, memory });
    });
  });
}

const linesOf = (name: string): string =>
  spawnSync(
    'sh',
    [
      '-c',
      `grep '^{"path"' "$1" | LC_ALL=C sort | sha256sum; grep -c '^{"path"' "$1"`,
      'sh',
      join(share, name),
    ],
    {
      encoding: 'utf8',
    },
  ).stdout.replace(/\s+-?\s*/g, ' ');

const rate = (seconds: number): string => `${seconds.toFixed(1)} s, ${Math.round(count / seconds)} files/s`;
const largest = (list: readonly number[]): number => Math.max(0, ...list);

try {
  generate();
  await readAlone(); // from here on everything is in the cache, for both
  const alone = await readAlone();
  console.log(`${count} files; reading alone: ${rate(alone)}`);
  for (const jobs of ['1', '2']) {
    const { seconds, memory } = await check([
      '--jobs',
      jobs,
      '--format',
      'ndjson',
      '-o',
      join(share, `${jobs}.ndjson`),
    ]);
    const middle = Math.floor(memory.length / 2);
    const halves = `${largest(memory.slice(0, middle))} MB in the first half, ${largest(memory.slice(middle))} MB in the second`;
    console.log(
      `--jobs ${jobs}: ${rate(seconds)}, ${(seconds / alone).toFixed(1)} times reading alone; ${halves}`,
    );
    if (jobs !== '2') continue;
    const killAfter = seconds * (0.2 + 0.6 * Math.random());
    await check(['--jobs', '2', '--resume', join(share, 'killed.ndjson')], killAfter);
    const before = linesOf('killed.ndjson');
    await check(['--jobs', '2', '--resume', join(share, 'killed.ndjson')]);
    const isEqual =
      linesOf('killed.ndjson') === linesOf('2.ndjson') && linesOf('1.ndjson') === linesOf('2.ndjson');
    console.log(
      `killed after ${killAfter.toFixed(1)} s with ${before.split(' ')[1] ?? ''} lines, resumed: ${isEqual ? 'equal' : 'DIFFERENT'}`,
    );
    process.exitCode = isEqual ? 0 : 1;
  }
} finally {
  rmSync(share, { recursive: true, force: true });
}
