// npm run fuzz:guided [-- --seconds 60] [--seed 1]
// Lets coverage guide the mutations: an input that reaches something new becomes a seed itself. Runs in a child process,
// which is ended if one input takes too long; what it finds is written to node_modules/.cache/guided.

import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { createInstrumenter } from 'istanbul-lib-instrument';
import type { exercise as Exercise } from './exercise';
import { mutateMsg } from './mutate-msg';
import { Random } from './random';
import { msgSeeds } from './seeds';

const HANG_AFTER = 5000;
const COUNTERS = '__mapilintCoverage__';
const cache = fileURLToPath(new URL('../../node_modules/.cache/guided/', import.meta.url));

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    child: { type: 'boolean', default: false },
  },
});

/** Bundles the library with what exercises it, and puts a counter on every statement and branch. */
async function instrument(): Promise<string> {
  const entry = fileURLToPath(new URL('./exercise.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    legalComments: 'none',
  });
  const instrumenter = createInstrumenter({ esModules: true, coverageVariable: COUNTERS, compact: true });
  const code = instrumenter.instrumentSync(outputFiles[0]?.text ?? '', 'exercise.mjs');
  mkdirSync(cache, { recursive: true });
  const path = join(cache, 'exercise.mjs');
  writeFileSync(path, code);
  return path;
}

interface Coverage {
  readonly s: Record<string, number>;
  readonly b: Record<string, number[]>;
}

/** How often a counter was hit, in steps that matter: a loop that runs twice is news, one that runs 90 times is not. */
function bucket(count: number): number {
  return count < 4 ? count : count < 32 ? 4 : 5;
}

/** Which counters have been hit, and how often: tells whether an input reached something new. */
class Frontier {
  readonly #coverage: Coverage;
  readonly #seen = new Set<string>();

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
  }

  /** Takes up what the last input did; true if some of it is new. */
  advance(): boolean {
    const before = this.#seen.size;
    for (const [id, count] of Object.entries(this.#coverage.s)) {
      if (count > 0) this.#seen.add(`s${id}:${bucket(count)}`);
      this.#coverage.s[id] = 0;
    }
    for (const [id, counts] of Object.entries(this.#coverage.b)) {
      counts.forEach((count, arm) => {
        if (count > 0) this.#seen.add(`b${id}.${arm}:${bucket(count)}`);
        counts[arm] = 0;
      });
    }
    return this.#seen.size > before;
  }

  /** How many statements were reached, of how many. */
  get statements(): { reached: number; all: number } {
    const reached = new Set(
      [...this.#seen].filter((key) => key.startsWith('s')).map((key) => key.split(':')[0]),
    );
    return { reached: reached.size, all: Object.keys(this.#coverage.s).length };
  }
}

async function run(): Promise<void> {
  const module = (await import(pathToFileURL(await instrument()).href)) as { exercise: typeof Exercise };
  const files = (globalThis as unknown as Record<string, Record<string, Coverage>>)[COUNTERS] ?? {};
  const frontier = new Frontier(Object.values(files)[0] as Coverage);
  const pool = msgSeeds()
    .map(({ bytes }) => bytes)
    .filter((bytes) => bytes.length < 30_000);
  for (const bytes of pool) await module.exercise(bytes);
  frontier.advance();
  const start = frontier.statements;
  const random = new Random(Number(values.seed));
  const end = Date.now() + Number(values.seconds) * 1000;
  let inputs = 0;
  let faults = 0;
  for (; Date.now() < end; inputs++) {
    const bytes = mutateMsg(random.pick(pool), random.next());
    if (inputs % 20 === 0) process.send?.(Buffer.from(bytes).toString('base64'));
    try {
      await module.exercise(bytes);
    } catch (error) {
      faults += 1;
      writeFileSync(join(cache, `fault-${faults}.msg`), bytes);
      console.log(`fault-${faults}.msg: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
    }
    if (frontier.advance() && pool.length < 5000) pool.push(bytes);
  }
  const { reached, all } = frontier.statements;
  console.log(
    `${inputs} inputs guided by coverage: ${faults} untyped exceptions; ${pool.length} seeds; ` +
      `${reached} of ${all} statements (${((reached / all) * 100).toFixed(0)} %), ${start.reached} before mutation`,
  );
  process.exitCode = faults > 0 ? 1 : 0;
}

function watch(): void {
  const child = fork(
    fileURLToPath(import.meta.url),
    ['--child', '--seconds', values.seconds, '--seed', values.seed],
    {
      execArgv: ['--import', 'tsx', '--max-old-space-size=1024'],
    },
  );
  let last = Date.now() + 20_000;
  let batch = '';
  const watchdog = setInterval(() => {
    if (Date.now() - last < HANG_AFTER) return;
    writeFileSync(join(cache, 'hang.msg'), Buffer.from(batch, 'base64'));
    console.log(`no answer within ${HANG_AFTER} ms, at or within 20 inputs after hang.msg`);
    child.kill('SIGKILL');
  }, 250);
  child.on('message', (base64: string) => {
    last = Date.now();
    batch = base64;
  });
  child.on('exit', (code) => {
    clearInterval(watchdog);
    process.exitCode = code ?? 1;
  });
}

if (values.child) await run();
else watch();
