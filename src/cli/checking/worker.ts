import { workerThreads } from '../builtin-modules';
import type { Rule } from '../../rules/index';
import { FileChecker } from './file-checker';
import type { CheckSettings } from './check-settings';
import type { FileOutcome } from './file-outcome';
import { ProgressSlot, received } from './worker-protocol';
import type { FromWorker, SentInput, ToWorker, WorkerSettings } from './worker-protocol';

/** Outcomes of a store are handed over so many at a time. */
const CHUNK = 64;

/** Checks the files that the main thread sends, one batch after the other. */
export async function runWorker(): Promise<void> {
  const threads = workerThreads();
  const { settings, progress } = threads.workerData as WorkerSettings;
  const checker = FileChecker.withoutEvidence(settings, await namedRules(settings));
  const worker = new CheckWorker(checker, new Int32Array(progress));
  threads.parentPort?.on('message', (message: ToWorker) => {
    worker.take(message);
  });
  await import('../../store'); // now, since what cannot be loaded once is never loaded
  post('ready');
}

/** The rules of others that the command line or its configuration names, loaded here as in the main thread. */
async function namedRules({ config: { sources } }: CheckSettings): Promise<readonly Rule[]> {
  if (sources.length === 0) return [];
  return (await import('../configuration/load-rules')).rulesFrom(sources);
}

class CheckWorker {
  readonly #checker: FileChecker;
  readonly #numbers: Int32Array;
  #taken: (() => void) | undefined;

  constructor(checker: FileChecker, numbers: Int32Array) {
    this.#checker = checker;
    this.#numbers = numbers;
  }

  take(message: ToWorker): void {
    if (message === 'taken') this.#taken?.();
    else void this.#work(message.inputs);
  }

  async #work(inputs: readonly SentInput[]): Promise<void> {
    let outcomes: FileOutcome[] = [];
    const handOver = async (delivered: number): Promise<void> => {
      const isTaken = new Promise<void>((resolve) => (this.#taken = resolve));
      post({ outcomes, delivered, isDone: false });
      outcomes = [];
      await isTaken;
    };
    for (const [index, input] of inputs.entries()) {
      Atomics.store(this.#numbers, ProgressSlot.current, index);
      let isBegun = false;
      for await (const outcome of this.#checker.outcomes(received(input))) {
        Atomics.add(this.#numbers, ProgressSlot.steps, 1);
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
}

function post(message: FromWorker): void {
  workerThreads().parentPort?.postMessage(message);
}
