import type { BadInput, Input, PassedOver } from '../inputs/input';

export type AnyInput = Input | BadInput | PassedOver;

/** Files that are checked one after the other by one worker. */
export interface Batch {
  /** Its place among all batches. */
  readonly index: number;
  readonly inputs: readonly AnyInput[];
}

/** The first batches are small, so that every worker soon has one. */
const FIRST = 4;
const LARGEST = 32;

/** Files in batches, in their order. What may be a store, with as much to do as thousands of files, is one by itself. */
export async function* batchesOf(inputs: AsyncIterable<AnyInput>): AsyncGenerator<Batch, void> {
  let index = 0;
  let size = FIRST;
  let batch: AnyInput[] = [];
  const take = (taken: AnyInput[]): Batch => ({ index: index++, inputs: taken });
  for await (const input of inputs) {
    const isLarge = /\.(pst|ost)$/i.test(input.path);
    if (batch.length >= size || (isLarge && batch.length > 0)) {
      yield take(batch);
      batch = [];
      size = Math.min(size * 2, LARGEST);
    }
    if (isLarge) yield take([input]);
    else batch.push(input);
  }
  if (batch.length > 0) yield take(batch);
}
