import type { Given } from './given';
import { UsageError } from './usage-error';

/** How a long run is done. */
export interface LongRunArguments {
  /** Threads; undefined: one for each core, once it is worth it. */
  readonly jobs: number | undefined;
  /** Milliseconds after which a file is given up. */
  readonly timeout: number | undefined;
  readonly isOrdered: boolean;
  /** The ndjson file that is gone on with. */
  readonly resume: string | undefined;
  readonly shard: Shard | undefined;
}

/** One of several parts of the input. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** Throws a `UsageError` for a number that is none. */
export function longRunArguments(given: Given): LongRunArguments {
  return {
    jobs: jobsOf(given.value('jobs')),
    timeout: timeoutOf(given.value('timeout')),
    isOrdered: given.is('ordered'),
    resume: given.value('resume'),
    shard: shardOf(given.value('shard')),
  };
}

const MOST_JOBS = 256;

function jobsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError(`--jobs is a number from 1 to ${MOST_JOBS}, not ${JSON.stringify(text)}`);
  return jobs;
}

function timeoutOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (seconds === 0) throw new UsageError(`--timeout is a number of seconds, not ${JSON.stringify(text)}`);
  return seconds * 1000;
}

function shardOf(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index < 1 || index > count)
    throw new UsageError(`--shard is a part such as 7/40, from 1/40 to 40/40, not ${JSON.stringify(text)}`);
  return { index, count };
}
