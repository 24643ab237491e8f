/** What several producers hand to one consumer, who may be slower: a producer waits while the channel is full. */
export class Channel<T> {
  readonly #capacity: number;
  readonly #waiting: T[] = [];
  readonly #producers: (() => void)[] = [];
  #wake: (() => void) | undefined;
  #isClosed = false;
  #error: Error | undefined;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Resolves when there is room for more. */
  async push(value: T): Promise<void> {
    this.#waiting.push(value);
    this.#wake?.();
    if (this.#waiting.length < this.#capacity || this.#isClosed) return;
    await new Promise<void>((resolve) => this.#producers.push(resolve));
  }

  /** Nothing more will come; with an error, what has come is followed by it. */
  close(error?: Error): void {
    this.#isClosed = true;
    this.#error ??= error;
    this.#wake?.();
    for (const resolve of this.#producers.splice(0)) resolve();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (;;) {
      for (let value = this.#waiting.shift(); value !== undefined; value = this.#waiting.shift()) {
        this.#producers.shift()?.();
        yield value;
      }
      if (this.#isClosed) break;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    if (this.#error !== undefined) throw this.#error;
  }
}
