import type { ParsedOptions } from './parsed-options';
import { UsageError } from './usage-error';

/** How files are worked off. */
export interface RunningArguments {
  /** How many files are read at once; undefined: as many as the machine has processors, where it is worth it. */
  readonly jobs: number | undefined;
  /** Milliseconds without a result after which a file is given up; undefined: none is. */
  readonly timeout: number | undefined;
}

const MOST_JOBS = 256;
const LONGEST = 86_400;
const MILLISECONDS = 1000;

/** Throws a `UsageError` for a number that is none or too large. */
export function runningArguments(given: ParsedOptions): RunningArguments {
  const [jobs, timeout] = [given.value('jobs'), given.value('timeout')];
  return {
    jobs: jobs === undefined ? undefined : jobsOf(jobs),
    timeout: timeout === undefined ? undefined : timeoutOf(timeout),
  };
}

function jobsOf(text: string): number {
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError(`--jobs must be a number from 1 to ${MOST_JOBS}, not ${JSON.stringify(text)}`);
  return jobs;
}

function timeoutOf(text: string): number {
  const seconds = /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (seconds === 0 || seconds > LONGEST)
    throw new UsageError(
      `--timeout must be more than 0 and at most ${LONGEST} seconds, not ${JSON.stringify(text)}`,
    );
  return seconds * MILLISECONDS;
}
