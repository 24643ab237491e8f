import { formatJUnit, formatSarif } from '../report/index';
import type { Beside, CheckedEvidence, CheckedFile, JudgedFile, UnreadableFile } from '../report/index';
import type { Arguments } from './usage/arguments';
import { JsonWriter } from './json-writer';
import type { RuleSelection } from './rule-settings';
import type { Terminal } from './terminal';

/** Writes one document about all files. */
export interface ReportWriter {
  add(file: CheckedFile | CheckedEvidence | UnreadableFile): void;
  end(skipped: number, beside: Beside): void | Promise<void>;
}

/** The writer of a format; undefined: text, which is written for people. */
export function writerOf(
  { format, failOn }: Arguments,
  terminal: Terminal,
  { rules, setRules }: RuleSelection,
  version: () => Promise<string>,
): ReportWriter | undefined {
  if (format === 'text') return undefined;
  if (format === 'json') return new JsonWriter(terminal);
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

  add(file: CheckedFile | CheckedEvidence | UnreadableFile): void {
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
