import { shortageOf } from '../shortage';

/**
 * Starts workers, all at once where that goes well. While it starts, a worker has many files open; one for which there were
 * too few tries again when no other starts.
 */
export class WorkerStarts {
  readonly #starting = new Set<Promise<unknown>>();
  #last: Promise<unknown> = Promise.resolve();

  async start<T>(begin: () => Promise<T>): Promise<T> {
    try {
      return await this.#tracked(begin());
    } catch (error) {
      if (shortageOf(error) === undefined) throw error;
    }
    const turn = this.#last
      .catch(() => undefined)
      .then(async () => {
        await Promise.allSettled(this.#starting);
        return begin();
      });
    this.#last = turn;
    return turn;
  }

  async #tracked<T>(start: Promise<T>): Promise<T> {
    this.#starting.add(start);
    try {
      return await start;
    } finally {
      this.#starting.delete(start);
    }
  }
}
