import { Worker } from 'node:worker_threads';
import type { AnyInput } from './batches';
import type { FileOutcome } from './file-outcome';
import { ProgressSlot, sent } from './worker-protocol';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-protocol';

/** Why a worker did not come to the end of its files, and at which of them. */
interface Death {
  readonly delivered: number;
  readonly culprit: number;
  readonly error: Error;
}

type Emit = (outcomes: readonly FileOutcome[]) => Promise<void>;

/** What a slot is made with. */
export interface WorkerSlotOptions {
  /** The module that workers run. */
  readonly entry: URL;
  readonly settings: WorkerSettings['settings'];
  /** Milliseconds without an outcome after which a worker is given up; undefined: none is. */
  readonly timeout: number | undefined;
  /** What comes of the file at which a worker died. */
  readonly lost: (path: string, error: Error) => FileOutcome;
}

/** Megabytes: a file that needs more costs its worker, not the machine. */
const MEMORY = 2048;

/** One worker at a time: a file that costs a worker its life is reported, and a new worker goes on with the next. */
export class WorkerSlot {
  readonly #options: WorkerSlotOptions;
  readonly #progress = new Int32Array(
    new SharedArrayBuffer(ProgressSlot.length * Int32Array.BYTES_PER_ELEMENT),
  );
  #worker: Worker | undefined;
  #isClosed = false;

  constructor(options: WorkerSlotOptions) {
    this.#options = options;
  }

  /** Checks files in their order. */
  async work(inputs: readonly AnyInput[], emit: Emit): Promise<void> {
    let rest = inputs;
    while (rest.length > 0) {
      const death = await this.#attempt(rest, emit);
      if (death === undefined || this.isClosed) return;
      const { delivered, culprit, error } = death;
      this.#worker = undefined;
      // those before the culprit were done, but died with the worker
      await this.work(rest.slice(delivered, culprit), emit);
      const path = rest[culprit]?.path ?? '';
      await emit([this.#options.lost(path, error)]);
      rest = rest.slice(culprit + 1);
    }
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  async #attempt(inputs: readonly AnyInput[], emit: Emit): Promise<Death | undefined> {
    const worker = await this.#ready();
    if (worker === undefined) return undefined;
    return new Promise((resolve) => {
      let delivered = 0;
      let error: Error | undefined;
      const end = (death?: Death): void => {
        watch.stop();
        worker.off('message', take).off('error', note).off('exit', exit);
        resolve(death);
      };
      const take = (message: Exclude<FromWorker, 'ready'>): void => {
        delivered = message.delivered;
        watch.pause();
        void emit(message.outcomes).then(() => {
          if (message.isDone) end();
          else {
            watch.resume();
            post(worker, 'taken');
          }
        });
      };
      const note = (fault: Error): void => {
        error ??= deathError(fault);
      };
      const exit = (): void => {
        const culprit = Math.max(delivered, Atomics.load(this.#progress, ProgressSlot.current));
        end({ delivered, culprit, error: error ?? deathError(new Error('it ended')) });
      };
      const watch = this.#watch(() => {
        error = timeoutError(this.#options.timeout ?? 0);
        void worker.terminate();
      });
      worker.on('message', take).on('error', note).on('exit', exit);
      Atomics.store(this.#progress, ProgressSlot.current, 0);
      post(worker, { inputs: inputs.map(sent) });
    });
  }

  /**
   * The worker, which may have to be started; undefined: the slot was closed meanwhile. One that cannot be started is a
   * bug, and no file's fault.
   */
  async #ready(): Promise<Worker | undefined> {
    if (this.#worker !== undefined) return this.#worker;
    const { entry, settings } = this.#options;
    const workerData: WorkerSettings = { settings, progress: this.#progress.buffer };
    const worker = new Worker(entry, { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    this.#worker = worker; // at once, so that it is ended with the slot, ready or not
    await started(worker, () => this.isClosed);
    return this.isClosed ? undefined : worker;
  }

  /** Calls when there was no outcome for too long; while it is paused, nobody waits for the worker. */
  #watch(call: () => void): { pause: () => void; resume: () => void; stop: () => void } {
    const { timeout } = this.#options;
    if (timeout === undefined) return { pause: nothing, resume: nothing, stop: nothing };
    let [steps, since, isPaused] = [-1, performance.now(), false];
    const timer = setInterval(
      () => {
        const now = Atomics.load(this.#progress, ProgressSlot.steps);
        if (now !== steps || isPaused) [steps, since] = [now, performance.now()];
        else if (performance.now() - since >= timeout) call();
      },
      Math.max(1, Math.min(timeout / 4, 1000)),
    );
    return {
      pause: () => (isPaused = true),
      resume: () => {
        [isPaused, since] = [false, performance.now()];
      },
      stop: () => {
        clearInterval(timer);
      },
    };
  }
}

/** Resolves when a worker is ready, or has ended because nobody wants it any more. */
async function started(worker: Worker, isUnwanted: () => boolean): Promise<void> {
  worker.on('error', () => undefined); // who waits for it hears of it, too
  await new Promise<void>((resolve, reject) => {
    const exit = (): void => {
      if (isUnwanted()) resolve();
      else reject(new Error('a worker ended before it was ready'));
    };
    worker.once('exit', exit).once('error', reject);
    worker.once('message', () => {
      worker.off('exit', exit).off('error', reject);
      resolve();
    });
  });
}

function nothing(): void {
  // there is no deadline
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function timeoutError(timeout: number): Error {
  const words = `Nothing came of it for ${timeout / 1000} s (--timeout)`;
  return Object.assign(new Error(words), { code: 'timeout' });
}

function deathError({ message }: Error): Error {
  const words = `The worker that read it died: ${message}`;
  return Object.assign(new Error(words), { code: 'worker-died' });
}
