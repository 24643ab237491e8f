import type { AnyInput, Batch } from './batches';
import { Channel } from './channel';
import { InOrder } from './in-order';
import type { Chunk } from './in-order';
import { WorkerSlot } from './worker-slot';
import type { Emit, Unchecked, WorkerSlotOptions } from './worker-slot';
import { WorkerStarts } from './worker-starts';
import type { FileOutcome } from './file-outcome';

export interface PoolOptions extends WorkerSlotOptions {
  /** How many workers. */
  readonly jobs: number;
  /** Whether outcomes come in the order of the files, rather than as they are there. */
  readonly isOrdered: boolean;
  /** Aborted when nobody waits for more: the workers are ended then, whatever they do. */
  readonly signal?: AbortSignal | undefined;
  /** What comes of a file in this thread. */
  readonly here: (input: AnyInput) => AsyncIterable<FileOutcome>;
  /** Told why there are fewer workers than were asked for, once. */
  readonly fewer: (error: Error) => void;
}

/** Checks batches in several workers; no more is begun than whoever takes the outcomes can keep up with. */
export async function* checkInWorkers(
  batches: AsyncGenerator<Batch, void>,
  options: PoolOptions,
): AsyncGenerator<FileOutcome, void> {
  const { jobs, isOrdered, signal } = options;
  const channel = new Channel<Chunk>(jobs * 2);
  const order = isOrdered ? new InOrder() : undefined;
  const pool = new WorkerPool(options, { batches, channel, order });
  const end = (): Promise<unknown> => {
    channel.close();
    return pool.close();
  };
  const stop = (): void => void end();
  signal?.addEventListener('abort', stop);
  if (signal?.aborted !== true) pool.begin();
  else stop();
  try {
    for await (const chunk of channel) yield* order === undefined ? chunk.outcomes : order.take(chunk);
  } finally {
    signal?.removeEventListener('abort', stop);
    const ended = end();
    // a worker in a call of the system ends when that comes back, which may be never
    if (signal?.aborted !== true) await ended;
  }
}

/** Where batches come from and outcomes go. */
interface Flow {
  readonly batches: AsyncGenerator<Batch, void>;
  readonly channel: Channel<Chunk>;
  readonly order: InOrder | undefined;
}

/** The workers of a run. Where some cannot be started, the others do their part; where none can, this thread does. */
class WorkerPool {
  readonly #options: PoolOptions;
  readonly #flow: Flow;
  readonly #slots: readonly WorkerSlot[];
  #driven: number;
  #isShort = false;

  constructor(options: PoolOptions, flow: Flow) {
    const starts = new WorkerStarts();
    this.#options = options;
    this.#flow = flow;
    this.#slots = Array.from({ length: options.jobs }, () => new WorkerSlot(options, starts));
    this.#driven = options.jobs;
  }

  begin(): void {
    const { channel } = this.#flow;
    Promise.all(this.#slots.map((slot) => this.#drive(slot))).then(
      () => {
        channel.close();
      },
      (error: unknown) => {
        channel.close(error as Error);
      },
    );
  }

  close(): Promise<unknown> {
    return Promise.all(this.#slots.map((slot) => slot.close()));
  }

  /** Gives a slot one batch after the other, until there is none or it is one that can be done without. */
  async #drive(slot: WorkerSlot): Promise<void> {
    const { batches, channel, order } = this.#flow;
    for (let isNeeded = true; isNeeded;) {
      const { done, value } = await batches.next();
      if (done || slot.isClosed) break;
      const { index: batch, inputs } = value;
      await order?.until(batch);
      const emit: Emit = (outcomes) => channel.push({ batch, outcomes, isLast: false });
      const left = await slot.work(inputs, emit);
      if (left !== undefined) await this.#makeUp(left, emit);
      await channel.push({ batch, outcomes: [], isLast: true });
      isNeeded = left === undefined || this.#driven === 1;
    }
    this.#driven -= 1;
  }

  /** Checks what a slot could not, since its worker was not started. */
  async #makeUp(unchecked: Unchecked, emit: Emit): Promise<void> {
    if (!this.#isShort) this.#options.fewer(unchecked.error);
    this.#isShort = true;
    let left: Unchecked | undefined = unchecked;
    for (const other of this.#slots)
      if (left !== undefined && other.isReady) left = await other.work(left.inputs, emit);
    for (const input of left?.inputs ?? []) await this.#checkHere(input, unchecked.error, emit);
  }

  /** A file that is to be given up after a time can only be read by a worker. */
  async #checkHere(input: AnyInput, error: Error, emit: Emit): Promise<void> {
    const { timeout, signal, lost, here } = this.#options;
    const isFile = !('error' in input || 'passedOver' in input);
    if (isFile && timeout !== undefined) return emit([lost(input.path, error)]);
    for await (const outcome of here(input)) {
      if (signal?.aborted === true) return;
      await emit([outcome]);
    }
  }
}
