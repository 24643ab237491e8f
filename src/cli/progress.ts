/** A line that is written over again and again, on a terminal at which somebody may be looking. */
export class ProgressLine {
  readonly #write: (text: string) => void;
  #shown = 0;
  #isVisible = false;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** Shows a text, unless another was shown a moment ago. */
  show(text: string): void {
    const now = performance.now();
    if (now - this.#shown < BETWEEN) return;
    this.#shown = now;
    this.#isVisible = true;
    this.#write(`${CLEAR}${text.slice(0, LONGEST)}`);
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (this.#isVisible) this.#write(CLEAR);
    this.#isVisible = false;
  }
}

/** Milliseconds. */
const BETWEEN = 200;
const LONGEST = 79;
/** Back to the beginning of the line, and nothing on it. */
const CLEAR = '\r\u001b[K';
