import { jsonEnd, jsonFile, jsonStart, toFileReport } from '../report/index';
import type { CheckedFile, UnreadableFile } from '../report/index';
import type { SetFinding } from '../node';
import type { Terminal } from './terminal';

/** Writes the JSON document file by file: nothing of a file is kept once it is written. */
export class JsonWriter {
  readonly #terminal: Terminal;
  #isEmpty = true;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    terminal.out(jsonStart());
  }

  add(file: CheckedFile | UnreadableFile): void {
    this.#terminal.out(jsonFile(toFileReport(file), this.#isEmpty));
    this.#isEmpty = false;
  }

  end(skipped: number, sets: readonly SetFinding[] = []): void {
    this.#terminal.out(`${jsonEnd(skipped, this.#isEmpty, sets)}\n`);
  }
}
