import type { Given } from './given';
import { oneOf } from './given';
import type { Arguments } from './arguments';
import { formats } from './options';
import type { Format } from './options';
import { UsageError } from './usage-error';

/** What is printed, and where. */
export interface OutputArguments {
  readonly format: Format;
  /** The file that is written; undefined: standard output. */
  readonly file: string | undefined;
  /** Whether a line of ndjson has the recipient tables, too. */
  readonly isFull: boolean;
  /** Whether items that are no meetings are listed, too. */
  readonly isAll: boolean;
  /** Whether findings make no difference to the exit code. */
  readonly isExitZero: boolean;
}

/** Throws a `UsageError` for a format that the command does not have. */
export function outputArguments(given: Given, command: Arguments['command']): OutputArguments {
  const format = oneOf('format', given.value('format') ?? 'pretty', formats);
  if (format !== 'pretty' && format !== 'json' && command !== 'check')
    throw new UsageError(`--format ${format} belongs to check, not to ${command}`);
  const isFull = given.is('full');
  if (isFull && format !== 'ndjson') throw new UsageError('--full belongs to --format ndjson');
  return {
    format,
    file: given.value('output'),
    isFull,
    isAll: given.is('all'),
    isExitZero: given.is('exit-zero'),
  };
}
