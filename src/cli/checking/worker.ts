import { parentPort, workerData } from 'node:worker_threads';
import { FileChecker } from './file-checker';
import type { FileOutcome } from './file-outcome';
import { ProgressSlot, received } from './worker-protocol';
import type { FromWorker, SentInput, ToWorker, WorkerSettings } from './worker-protocol';

/** Outcomes of a store are handed over so many at a time. */
const CHUNK = 64;

const { settings, progress } = workerData as WorkerSettings;
const numbers = new Int32Array(progress);
const { sources } = settings.config;
const loaded =
  sources.length === 0 ? [] : await (await import('../configuration/load-rules')).rulesFrom(sources);
const checker = FileChecker.withoutEvidence(settings, loaded);
let taken: (() => void) | undefined;

parentPort?.on('message', (message: ToWorker) => {
  if (message === 'taken') taken?.();
  else void work(message.inputs);
});
await import('../../store'); // now, since what cannot be loaded once is never loaded
post('ready');

async function work(inputs: readonly SentInput[]): Promise<void> {
  let outcomes: FileOutcome[] = [];
  const handOver = async (delivered: number): Promise<void> => {
    const isTaken = new Promise<void>((resolve) => (taken = resolve));
    post({ outcomes, delivered, isDone: false });
    outcomes = [];
    await isTaken;
  };
  for (const [index, input] of inputs.entries()) {
    Atomics.store(numbers, ProgressSlot.current, index);
    let isBegun = false;
    for await (const outcome of checker.outcomes(received(input))) {
      Atomics.add(numbers, ProgressSlot.steps, 1);
      outcomes.push(outcome);
      if (outcomes.length < CHUNK) continue;
      await handOver(index);
      isBegun = true;
    }
    // what was handed over in part must be whole before the next may cost the worker its life
    if (isBegun) await handOver(index + 1);
  }
  post({ outcomes, delivered: inputs.length, isDone: true });
}

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}
