import type { ParsedOptions } from './parsed-options';
import { choice, oneOf } from './parsed-options';
import { csvDelimiters, csvRowKinds } from '../../report/command';
import type { CsvOptions } from '../../report/command';
import { delimiterNames, formats, formatsOf } from './choices';
import { commands } from './commands';
import type { CommandWord } from './commands';
import type { Format } from './choices';
import { options } from './options';
import { tableArguments } from './table-arguments';
import type { TableArguments } from './table-arguments';
import { UsageError } from './usage-error';

/** What is printed, and where. */
export interface OutputArguments {
  readonly format: Format;
  /** The file that is written; undefined: standard output. */
  readonly file: string | undefined;
  /** The mode of that file if it is made anew; undefined: its owner alone may read and write it. */
  readonly mode: number | undefined;
  /** Whether a line of ndjson has the recipient tables, too. */
  readonly isFull: boolean;
  /** Whether items that are no meetings are listed, too. */
  readonly isAll: boolean;
  /** Whether findings make no difference to the exit code. */
  readonly isExitZero: boolean;
  /** Whether neither progress nor what was passed over is said. */
  readonly isQuiet: boolean;
  /** Whether the report is in the order of the files, however many are checked at once. */
  readonly isOrdered: boolean;
  /** How a recipient table is written. */
  readonly table: TableArguments;
  /** How CSV is written. */
  readonly csv: CsvOptions;
  /** How people, subjects and paths are hidden; undefined: they are not. */
  readonly redaction: RedactionArguments | undefined;
  /** Whether the file is the output of a run that is to be gone on with. */
  readonly isResumed: boolean;
}

/** How values are hidden: as hashes with a key. */
export interface RedactionArguments {
  readonly key: string;
}

/** Throws a `UsageError` for a format that the command does not have. */
export function outputArguments(given: ParsedOptions, command: CommandWord): OutputArguments {
  const resumed = given.value('resume');
  const word = given.value('format') ?? (resumed === undefined ? 'pretty' : 'ndjson');
  // a word that no command knows gets those that this one does
  const format = formats.find((each) => each === word) ?? oneOf('format', word, formatsOf(command));
  if (!formatsOf(command).includes(format)) {
    const owners = commands.filter((each) => formatsOf(each).includes(format));
    throw new UsageError(`--format ${format} belongs to ${choice(owners, 'and')}, not to ${command}`);
  }
  const isFull = given.is('full');
  if (isFull && format !== 'ndjson') throw new UsageError('--full belongs to --format ndjson');
  if (resumed !== undefined) checkResumed(given, format);
  return {
    format,
    file: resumed ?? given.value('output'),
    mode: modeOf(given, command),
    isResumed: resumed !== undefined,
    isQuiet: given.is('quiet'),
    // only lines and rows may come as they are there
    isOrdered: given.is('ordered') || (format !== 'ndjson' && format !== 'csv'),
    table: tableArguments(given, format),
    csv: csvOptions(given, command, format),
    redaction: redactionArguments(given, format),
    isFull,
    isAll: given.is('all'),
    isExitZero: given.is('exit-zero'),
  };
}

function csvOptions(given: ParsedOptions, command: CommandWord, format: Format): CsvOptions {
  const [rows, delimiter] = [given.value('rows'), given.value('delimiter')];
  const named = (['rows', 'delimiter', 'bom'] as const).find((name) => given.names.includes(name));
  if (named !== undefined && command === 'check' && format !== 'csv')
    throw new UsageError(`--${named} belongs to --format csv`);
  return {
    rows: rows === undefined ? undefined : oneOf('rows', rows, csvRowKinds),
    delimiter:
      delimiter === undefined ? undefined : csvDelimiters[oneOf('delimiter', delimiter, delimiterNames)],
    hasByteOrderMark: given.is('bom'),
  };
}

/** Permissions in octal, such as 644. */
function modeOf(given: ParsedOptions, command: CommandWord): number | undefined {
  const text = given.value('output-mode');
  if (text === undefined) return undefined;
  const isNamed = given.value('output') !== undefined || given.value('resume') !== undefined;
  if (!isNamed && options.get('output-mode')?.commands?.some((owner) => owner === command) === true)
    throw new UsageError('--output-mode sets the permissions of the file that --output names: add --output');
  if (!/^0?[0-7]{3}$/.test(text))
    throw new UsageError(`--output-mode must be three octal digits such as 644, not ${JSON.stringify(text)}`);
  return Number.parseInt(text, 8);
}

function redactionArguments(given: ParsedOptions, format: Format): RedactionArguments | undefined {
  const key = given.value('redact-key');
  if (!given.is('redact') && key === undefined) return undefined;
  if (format === 'json' || given.is('full'))
    throw new UsageError(
      '--redact cannot be used with --format json or --full, which hold every value: use --format ndjson',
    );
  return { key: key ?? '' };
}

function checkResumed(given: ParsedOptions, format: Format): void {
  if (format !== 'ndjson') throw new UsageError(`--resume continues a file of ndjson, not of ${format}`);
  if (given.value('output') !== undefined)
    throw new UsageError('--resume names the file to write: remove --output');
  if (given.is('redact') || given.value('redact-key') !== undefined)
    throw new UsageError('--resume finds files by the paths that --redact hides: choose one of the two');
  if (given.value('baseline') === given.value('resume'))
    throw new UsageError(
      '--resume writes to its file, which therefore cannot be the --baseline: copy it first',
    );
  if (given.is('ndjson-in'))
    throw new UsageError(
      '--resume continues with whole files, but --ndjson-in may name items: choose one of the two',
    );
}
