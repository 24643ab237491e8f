import type { Worker } from 'node:worker_threads';
import { shortageOf } from '../shortage';
import type { AnyInput } from './batches';
import type { FileOutcome } from './file-outcome';
import { ProgressSlot, sent } from './worker-protocol';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-protocol';
import { watchStalls } from './stall-watch';
import { newWorker, whenReady } from './worker-start';
import type { WorkerStarts } from './worker-starts';

/** Why a worker did not come to the end of its files, and at which of them. */
interface Death {
  readonly delivered: number;
  readonly culprit: number;
  readonly error: Error;
}

/** Files for which no worker could be started, and what there was too little of. */
export interface Unchecked {
  readonly inputs: readonly AnyInput[];
  readonly error: Error;
}

export type Emit = (outcomes: readonly FileOutcome[]) => Promise<void>;

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

/** Milliseconds between two tries to start a worker. */
const PAUSE = 10_000;

/** One worker at a time: a file that costs a worker its life is reported, and a new worker goes on with the next. */
export class WorkerSlot {
  readonly #options: WorkerSlotOptions;
  readonly #progress = new Int32Array(
    new SharedArrayBuffer(ProgressSlot.length * Int32Array.BYTES_PER_ELEMENT),
  );
  readonly #starts: WorkerStarts;
  #worker: Worker | undefined;
  #isReady = false;
  #failure: { readonly error: Error; readonly until: number } | undefined;
  #isClosed = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: WorkerSlotOptions, starts: WorkerStarts) {
    this.#options = options;
    this.#starts = starts;
  }

  /** Checks files in their order, when those are done that it was given before; gives those that it could not. */
  work(inputs: readonly AnyInput[], emit: Emit): Promise<Unchecked | undefined> {
    const done = this.#turn.then(() => this.#work(inputs, emit));
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #work(inputs: readonly AnyInput[], emit: Emit): Promise<Unchecked | undefined> {
    let rest = inputs;
    while (rest.length > 0) {
      const worker = await this.#ready();
      if (worker instanceof Error) return { inputs: rest, error: worker };
      const death = worker && (await this.#attempt(worker, rest, emit));
      if (death === undefined || this.isClosed) return undefined;
      const { delivered, culprit, error } = death;
      this.#worker = undefined;
      this.#isReady = false;
      const path = rest[culprit]?.path ?? '';
      const after = rest.slice(culprit + 1);
      // those before the culprit were done, but died with the worker
      const left = await this.#work(rest.slice(delivered, culprit), emit);
      if (left !== undefined) return { ...left, inputs: [...left.inputs, { path, error }, ...after] };
      await emit([this.#options.lost(path, error)]);
      rest = after;
    }
    return undefined;
  }

  /** Whether it has a worker that can begin, or is at work. */
  get isReady(): boolean {
    return this.#isReady && !this.#isClosed;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #attempt(worker: Worker, inputs: readonly AnyInput[], emit: Emit): Promise<Death | undefined> {
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
      const watch = watchStalls(this.#progress, this.#options.timeout, () => {
        error = timeoutError(this.#options.timeout ?? 0);
        void worker.terminate();
      });
      worker.on('message', take).on('error', note).on('exit', exit);
      Atomics.store(this.#progress, ProgressSlot.current, 0);
      post(worker, { inputs: inputs.map(sent) });
    });
  }

  /**
   * The worker, which may have to be started; undefined: the slot was closed meanwhile; an error: there was too little of
   * something. One that cannot be started for another reason is a bug, and no file's fault.
   */
  async #ready(): Promise<Worker | Error | undefined> {
    if (this.#worker !== undefined) return this.#worker;
    if (this.#failure !== undefined && performance.now() < this.#failure.until) return this.#failure.error;
    try {
      return await this.#starts.start(() => this.#start());
    } catch (error) {
      if (this.isClosed) return undefined;
      if (shortageOf(error) === undefined) throw error;
      this.#failure = { error: error as Error, until: performance.now() + this.#pause };
      return error as Error;
    }
  }

  async #start(): Promise<Worker | undefined> {
    if (this.#isClosed) return undefined;
    const { entry, settings } = this.#options;
    const worker = newWorker(entry, { settings, progress: this.#progress.buffer });
    this.#worker = worker; // at once, so that it is ended with the slot, ready or not
    try {
      await whenReady(worker);
      this.#isReady = true;
    } catch (error) {
      this.#worker = undefined;
      throw error;
    }
    return this.isClosed ? undefined : worker;
  }

  /** How long this thread goes on alone: a start that fails takes time. Where files are given up, it cannot. */
  get #pause(): number {
    return this.#options.timeout === undefined ? PAUSE : 0;
  }
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function timeoutError(timeout: number): Error {
  const words = `It gave no result for ${timeout / 1000} s (--timeout)`;
  return Object.assign(new Error(words), { code: 'timeout' });
}

function deathError({ message }: Error): Error {
  const words = `The worker that read it died: ${message}`;
  return Object.assign(new Error(words), { code: 'worker-died' });
}
