import { statSync } from 'node:fs';
import {
  csvError,
  csvHeader,
  csvRows,
  errorLine,
  formatJUnit,
  formatSarif,
  itemLine,
  passedOverLine,
  storeLine,
  toEvidenceReport,
} from '../report/index';
import type {
  Beside,
  CheckedEvidence,
  CheckedFile,
  FileStamp,
  JudgedFile,
  UnreadableFile,
} from '../report/index';
import { systemPath } from './inputs/file-name';
import type { PassedOver } from './inputs/input';
import type { ReadStore } from './read-items';
import type { Arguments } from './usage/arguments';
import { JsonWriter } from './json-writer';
import type { RuleSelection } from './rule-settings';
import type { Terminal } from './terminal';

/** What a report is told of. */
export type Told = CheckedFile | CheckedEvidence | UnreadableFile | PassedOver | ReadStore;

/** Writes one document about all files. */
export interface ReportWriter {
  add(file: Told): void;
  end(skipped: number, beside: Beside): void | Promise<void>;
}

/** The writer of a format; undefined: text, which is written for people. */
export function writerOf(
  { output: { format, isFull }, failOn }: Arguments,
  terminal: Terminal,
  { rules, setRules }: RuleSelection,
  version: () => Promise<string>,
): ReportWriter | undefined {
  if (format === 'pretty') return undefined;
  if (format === 'json') return new JsonWriter(terminal);
  if (format === 'ndjson') return new NdjsonWriter(terminal, isFull);
  if (format === 'csv') return new CsvWriter(terminal);
  if (format === 'junit')
    return new CollectingWriter(terminal, (files, beside) => formatJUnit(files, { failOn, ...beside }));
  const applied = [...rules, ...setRules];
  return new CollectingWriter(
    terminal,
    async (files, beside) =>
      `${formatSarif(files, { rules: applied, version: await version(), ...beside })}\n`,
  );
}

type Format = (files: readonly (JudgedFile | UnreadableFile)[], beside: Beside) => string | Promise<string>;

/** Writes a document that begins with its counts or ends with its list of files. Keeps verdicts, not messages. */
class CollectingWriter implements ReportWriter {
  readonly #terminal: Terminal;
  readonly #format: Format;
  readonly #files: (JudgedFile | UnreadableFile)[] = [];

  constructor(terminal: Terminal, format: Format) {
    this.#terminal = terminal;
    this.#format = format;
  }

  add(file: Told): void {
    if ('passedOver' in file || 'store' in file) return;
    this.#files.push('error' in file ? file : judgedOf(file));
  }

  async end(_skipped: number, beside: Beside): Promise<void> {
    this.#terminal.out(await this.#format(this.#files, beside));
  }
}

/** What is kept of a file: not its message. */
function judgedOf(file: CheckedFile | CheckedEvidence): JudgedFile {
  const { path, diagnosis } = file;
  return { path, diagnosis, item: 'item' in file ? file.item : undefined };
}

/** Writes a line for each file and item as it comes. */
class NdjsonWriter implements ReportWriter {
  readonly #terminal: Terminal;
  readonly #isFull: boolean;

  constructor(terminal: Terminal, isFull: boolean) {
    this.#terminal = terminal;
    this.#isFull = isFull;
  }

  add(file: Told): void {
    this.#terminal.out(`${this.#line(file)}\n`);
  }

  end(): void {
    // every line stands for itself
  }

  #line(file: Told): string {
    if ('evidence' in file) return JSON.stringify(toEvidenceReport(file));
    const stamp = stampOf(file.path);
    if ('passedOver' in file) return passedOverLine(file.path, file.passedOver, stamp);
    if ('store' in file) return storeLine(file, file.items, stamp);
    return 'error' in file ? errorLine(file, stamp) : itemLine(file, stamp, this.#isFull);
  }
}

/** The size and age of a file; undefined where there is none. */
function stampOf(path: string): FileStamp | undefined {
  const stats = statSync(systemPath(path), { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return undefined;
  return { bytes: stats.size, modified: new Date(Math.floor(stats.mtimeMs)).toISOString() };
}

/** Writes a table for a spreadsheet. */
class CsvWriter implements ReportWriter {
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    terminal.out(csvHeader());
  }

  add(file: Told): void {
    if ('passedOver' in file || 'store' in file || 'evidence' in file) return;
    this.#terminal.out('error' in file ? csvError(file) : csvRows(file));
  }

  end(): void {
    // the last row is the end
  }
}
