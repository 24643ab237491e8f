import { jsonEnd, jsonFile, jsonStart, toEvidenceReport, toFileReport } from '../report/index';
import type { Beside } from '../report/index';
import type { Told } from './report-writer';
import type { Terminal } from './terminal';

/** Writes the JSON document file by file: nothing of a file is kept once it is written. */
export class JsonWriter {
  readonly #terminal: Terminal;
  #isEmpty = true;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    terminal.out(jsonStart());
  }

  add(file: Told): void {
    if ('passedOver' in file || 'store' in file) return;
    const report = 'evidence' in file ? toEvidenceReport(file) : toFileReport(file);
    this.#terminal.out(jsonFile(report, this.#isEmpty));
    this.#isEmpty = false;
  }

  end(skipped: number, beside: Beside = {}): void {
    this.#terminal.out(`${jsonEnd(skipped, this.#isEmpty, beside)}\n`);
  }
}
