import type { Batch } from './batches';
import { Channel } from './channel';
import { InOrder } from './in-order';
import type { Chunk } from './in-order';
import { WorkerSlot } from './worker-slot';
import type { WorkerSlotOptions } from './worker-slot';
import type { FileOutcome } from './file-outcome';

export interface PoolOptions extends WorkerSlotOptions {
  /** How many workers. */
  readonly jobs: number;
  /** Whether outcomes come in the order of the files, rather than as they are there. */
  readonly isOrdered: boolean;
}

/** Checks batches in several workers; no more is begun than whoever takes the outcomes can keep up with. */
export async function* checkInWorkers(
  batches: AsyncGenerator<Batch, void>,
  options: PoolOptions,
): AsyncGenerator<FileOutcome, void> {
  const slots = Array.from({ length: options.jobs }, () => new WorkerSlot(options));
  const channel = new Channel<Chunk>(options.jobs * 2);
  const order = options.isOrdered ? new InOrder() : undefined;
  const all = Promise.all(slots.map((slot) => drive(slot, batches, channel, order)));
  all.then(
    () => {
      channel.close();
    },
    (error: unknown) => {
      channel.close(error as Error);
    },
  );
  try {
    for await (const chunk of channel) yield* order === undefined ? chunk.outcomes : order.take(chunk);
  } finally {
    channel.close();
    await Promise.all(slots.map((slot) => slot.close()));
  }
}

/** Gives a slot one batch after the other. */
async function drive(
  slot: WorkerSlot,
  batches: AsyncGenerator<Batch, void>,
  channel: Channel<Chunk>,
  order: InOrder | undefined,
): Promise<void> {
  for (;;) {
    const { done, value } = await batches.next();
    if (done || slot.isClosed) return;
    const { index: batch, inputs } = value;
    await order?.until(batch);
    await slot.work(inputs, (outcomes) => channel.push({ batch, outcomes, isLast: false }));
    await channel.push({ batch, outcomes: [], isLast: true });
  }
}
