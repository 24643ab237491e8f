import { parentPort, workerData } from 'node:worker_threads';
import { formats } from './formats';
import type { Format, FormatName } from './formats';

/** What a worker is to do: every `step`-th input from `first` on. */
export interface Job {
  readonly format: FormatName;
  readonly first: number;
  readonly end: number;
  readonly step: number;
}

/** What a worker says: where it is, what it found, what it did. */
export type Report =
  | ({ readonly kind: 'at'; readonly seed: number } & Progress)
  | { readonly kind: 'fault'; readonly seed: number; readonly name: string; readonly error: string }
  | ({ readonly kind: 'done' } & Progress);

/** What a worker has done so far. */
export interface Progress {
  readonly read: number;
  readonly refused: number;
  readonly worst: Worst;
}

/** The slowest input: how many times its allowance of 100 ms and 100 ns a byte it took. */
export interface Worst {
  readonly seed: number;
  readonly share: number;
}

async function run({ format: name, first, end, step }: Job): Promise<void> {
  const port = parentPort;
  const format = formats[name];
  const { exercise, mutate } = format;
  const seeds = format.seeds();
  const counts = { read: 0, refused: 0 };
  let worst: Worst = { seed: -1, share: 0 };
  for (const { bytes } of seeds) await exercise(bytes); // compiled code is what is measured
  for (let seed = first; seed < end; seed += step) {
    const { name: seedName, bytes: original } = seeds[seed % seeds.length] as (typeof seeds)[number];
    port?.postMessage({ kind: 'at', seed, ...counts, worst } satisfies Report);
    const bytes = mutate(original, seed);
    try {
      const start = performance.now();
      counts[await exercise(bytes)] += 1;
      const share = await shareOf(format, bytes, performance.now() - start);
      if (share > worst.share) worst = { seed, share };
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port?.postMessage({ kind: 'fault', seed, name: seedName, error: text } satisfies Report);
    }
  }
  port?.postMessage({ kind: 'done', ...counts, worst } satisfies Report);
}

/** The share of its allowance that an input takes; what looks slow is measured again, since machines are shared. */
async function shareOf({ exercise }: Format, bytes: Uint8Array, milliseconds: number): Promise<number> {
  const allowance = 100 + bytes.length * 1e-4;
  let best = milliseconds;
  for (let again = 0; again < 3 && best > allowance / 2; again++) {
    const start = performance.now();
    await exercise(bytes);
    best = Math.min(best, performance.now() - start);
  }
  return best / allowance;
}

await run(workerData as Job);
