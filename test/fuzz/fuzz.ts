import { Worker } from 'node:worker_threads';
import type { FormatName } from './formats';
import type { Job, Progress, Report, Worst } from './worker';

export interface FuzzOptions {
  /** Which format is damaged. Default `msg`. */
  readonly format?: FormatName;
  /** The number of the first input: inputs are made from their numbers. */
  readonly first: number;
  readonly inputs: number;
  readonly jobs: number;
  /** Milliseconds after which an input counts as a hang and its worker is ended. */
  readonly hangAfter: number;
  /** Whether the first fault or hang ends the run. */
  readonly stopAtFirst?: boolean;
  /** Seconds after which the run ends, whatever is left. */
  readonly seconds?: number;
}

export interface FuzzResult {
  read: number;
  refused: number;
  readonly faults: { readonly seed: number; readonly name: string; readonly error: string }[];
  readonly hangs: number[];
  worst: Worst;
}

/** Runs inputs in workers. A worker that hangs or dies costs its input; a new one goes on behind it. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { first, inputs, jobs } = options;
  const deadline = Date.now() + (options.seconds ?? Infinity) * 1000;
  const isOver = (): boolean => Date.now() > deadline || (options.stopAtFirst === true && isFound(result));
  const result: FuzzResult = { read: 0, refused: 0, faults: [], hangs: [], worst: { seed: -1, share: 0 } };
  const end = first + inputs;
  await Promise.all(
    Array.from({ length: jobs }, async (_, index) => {
      let next: number | undefined = first + index;
      while (next !== undefined && next < end) {
        next = await runWorker(
          { format: options.format ?? 'msg', first: next, end, step: jobs },
          options.hangAfter,
          isOver,
          result,
        );
        if (isOver()) break;
      }
    }),
  );
  return result;
}

function isFound({ faults, hangs }: FuzzResult): boolean {
  return faults.length > 0 || hangs.length > 0;
}

/** Runs one worker to its end; gives the input to go on with if it did not reach that. */
function runWorker(
  job: Job,
  hangAfter: number,
  isOver: () => boolean,
  result: FuzzResult,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: 1024 }, // an input that needs more is a fault of its own
    });
    let at = job.first;
    let progress: Progress = { read: 0, refused: 0, worst: { seed: -1, share: 0 } };
    let isDone = false;
    let isHung = false;
    let lastSign = Date.now() + 20_000; // loading takes a while
    const watchdog = setInterval(() => {
      if (isOver()) void worker.terminate();
      if (Date.now() - lastSign < hangAfter) return;
      isHung = true;
      void worker.terminate();
    }, 250);
    worker.on('message', (report: Report) => {
      lastSign = Date.now();
      if (report.kind === 'fault') result.faults.push(report);
      else progress = report;
      if (report.kind === 'at') at = report.seed;
      if (report.kind === 'done') isDone = true;
    });
    worker.on('error', (error) => result.faults.push({ seed: at, name: 'worker', error: String(error) }));
    worker.on('exit', () => {
      clearInterval(watchdog);
      result.read += progress.read;
      result.refused += progress.refused;
      if (progress.worst.share > result.worst.share) result.worst = progress.worst;
      if (isHung) result.hangs.push(at);
      resolve(isDone ? undefined : at + job.step);
    });
  });
}
