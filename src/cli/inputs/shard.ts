import { crypto } from '../builtin-modules';
import { UsageError } from '../usage/usage-error';

/** One of several parts of the input. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** Understands `7/40`; throws a `UsageError` if it is none. */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index < 1 || index > count)
    throw new UsageError(
      `--shard must be a part I/N, with I from 1 to N, such as 7/40, not ${JSON.stringify(text)}`,
    );
  return { index, count };
}

/** Whether a file belongs to a part: the first four bytes of the SHA-256 of its relative path, divided by the count. */
export function isInShard({ index, count }: Shard, relativePath: string): boolean {
  const hash = crypto().createHash('sha256').update(relativePath).digest();
  return hash.readUInt32BE(0) % count === index - 1;
}
