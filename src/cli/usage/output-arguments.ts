import type { Given } from './given';
import { oneOf } from './given';
import type { Arguments } from './arguments';
import { UsageError } from './usage-error';

export const formats = ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'csv'] as const;
export type Format = (typeof formats)[number];

/** What is printed, and where. */
export interface OutputArguments {
  readonly format: Format;
  /** The file that is written; undefined: standard output. */
  readonly file: string | undefined;
  /** Whether a line of ndjson has the recipient tables, too. */
  readonly isFull: boolean;
  /** Whether items that are no meetings are listed, too. */
  readonly isAll: boolean;
  /** The key of the hashes that stand for names, addresses and subjects; undefined: those are printed. */
  readonly redactKey: string | undefined;
  readonly isQuiet: boolean;
  /** Whether findings make no difference to the exit code. */
  readonly isExitZero: boolean;
}

/** Throws a `UsageError` for a format that the command does not have, and for what contradicts itself. */
export function outputArguments(given: Given, command: Arguments['command']): OutputArguments {
  const resume = given.value('resume');
  const format = oneOf(
    'format',
    given.value('format') ?? (resume === undefined ? 'pretty' : 'ndjson'),
    formats,
  );
  if (format !== 'pretty' && format !== 'json' && command !== 'check')
    throw new UsageError(`--format ${format} belongs to check, not to ${command}`);
  const file = given.value('output');
  const isFull = given.is('full');
  const isRedacted = given.is('redact') || given.value('redact-key') !== undefined;
  if (isFull && format !== 'ndjson') throw new UsageError('--full belongs to --format ndjson');
  if (resume !== undefined) checkResume(resume, format, file, isRedacted);
  return {
    format,
    file: file ?? resume,
    isFull,
    isAll: given.is('all'),
    redactKey: isRedacted ? (given.value('redact-key') ?? '') : undefined,
    isQuiet: given.is('quiet'),
    isExitZero: given.is('exit-zero'),
  };
}

function checkResume(resume: string, format: Format, file: string | undefined, isRedacted: boolean): void {
  if (format !== 'ndjson')
    throw new UsageError(`--resume goes on with ndjson, not with --format ${format}`);
  if (file !== undefined && file !== resume)
    throw new UsageError('--resume names the file that is written: leave --output out');
  if (isRedacted) throw new UsageError('--resume cannot tell which files redacted lines are of');
}
