import { latin1Text } from '../mapi/values/code-page';

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const SPACE = 0x20;
const TAB = 0x09;
/** Two dashes, and blanks, behind a boundary. */
const LONGEST_END = 256;

/** Walks the lines of a mail that matter to its structure: headers, and lines that begin with two dashes. */
export class MimeLines {
  /** Where the next line begins. */
  at: number;
  readonly end: number;
  readonly #bytes: Uint8Array;
  readonly #start: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.#start = start;
    this.at = start;
    this.end = end;
  }

  /**
   * Takes a header, and the empty line behind it. A line that `isBoundary` ends it, too, and is not taken: a part
   * without a body lacks the empty line at times.
   */
  takeHeader(isBoundary: (line: number) => boolean): { start: number; end: number } {
    const start = this.at;
    for (;;) {
      const line = this.at;
      if (line >= this.end || (this.hasDashesAt(line) && isBoundary(line))) return { start, end: line };
      this.skipLine();
      if (this.#isEmpty(line)) return { start, end: line };
    }
  }

  /** The next line that begins with two dashes, behind which it stays; undefined: there is none. */
  nextDashed(): number | undefined {
    for (let from = this.at; from < this.end;) {
      const dash = this.#bytes.indexOf(DASH, from);
      if (dash < 0 || dash >= this.end) break;
      if (this.#isLineStart(dash) && this.hasDashesAt(dash)) {
        this.at = dash + 2;
        return dash;
      }
      from = dash + 1;
    }
    this.at = this.end;
    return undefined;
  }

  /** Goes to the next line. */
  skipLine(): void {
    let at = this.at;
    while (at < this.end && this.#bytes[at] !== LF && this.#bytes[at] !== CR) at += 1;
    if (this.#bytes[at] === CR && this.#bytes[at + 1] === LF) at += 1;
    this.at = Math.min(at + 1, this.end);
  }

  /** What stands behind the two dashes of a line, without the blanks at its end; undefined if it is longer than a boundary. */
  dashedText(line: number, longest: number): string | undefined {
    const start = line + 2;
    const last = Math.min(this.end, start + longest + LONGEST_END);
    let end = start;
    while (end < last && this.#bytes[end] !== LF && this.#bytes[end] !== CR) end += 1;
    if (end === last && last < this.end) return undefined;
    while (end > start && (this.#bytes[end - 1] === SPACE || this.#bytes[end - 1] === TAB)) end -= 1;
    return latin1Text(this.#bytes.subarray(start, end));
  }

  hasDashesAt(at: number): boolean {
    return at + 1 < this.end && this.#bytes[at] === DASH && this.#bytes[at + 1] === DASH;
  }

  /** Where what stands before a line ends: without the line end, which belongs to the boundary (RFC 2046 5.1.1). */
  endBefore(line: number): number {
    const isLf = this.#bytes[line - 1] === LF;
    const isCr = this.#bytes[line - (isLf ? 2 : 1)] === CR;
    return Math.max(this.#start, line - (isLf ? 1 : 0) - (isCr ? 1 : 0));
  }

  #isLineStart(at: number): boolean {
    const before = this.#bytes[at - 1];
    return at === this.#start || before === LF || before === CR;
  }

  #isEmpty(line: number): boolean {
    const byte = this.#bytes[line];
    return byte === LF || byte === CR;
  }
}
