import { inputsOf } from '../inputs/inputs';
import type { Arguments } from '../usage/arguments';

/** How many files there are to check; undefined: a list comes as it comes, or `until` was aborted before the last one. */
export async function countInputs(
  { paths, listing, shard, ignored }: Arguments,
  until?: AbortSignal,
): Promise<number | undefined> {
  if (listing !== undefined) return undefined;
  let count = 0;
  for await (const input of inputsOf({ paths, listing, shard, ignored }, noList())) {
    if (until?.aborted === true) return undefined;
    if (!('passedOver' in input)) count += 1;
  }
  return count;
}

async function* noList(): AsyncGenerator<Uint8Array> {
  // nothing is listed
}
