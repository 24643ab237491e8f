import { jsonEnd, jsonStart } from '../report/command';
import type { ReportExtras } from '../report/command';
import type { Terminal } from './terminal';

/** Writes the JSON document entry by entry: nothing of a file is kept once it is written. */
export class JsonEntries {
  readonly #terminal: Terminal;
  #isEmpty = true;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    terminal.out(jsonStart());
  }

  /** An entry as `jsonFile` gives the first one. */
  add(entry: string): void {
    this.#terminal.out(this.#isEmpty ? entry : `,${entry}`);
    this.#isEmpty = false;
  }

  end(skipped: number, extras: ReportExtras = {}): void {
    this.#terminal.out(`${jsonEnd(skipped, this.#isEmpty, extras)}\n`);
  }
}
