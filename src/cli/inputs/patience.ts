/** Milliseconds until something is tried again. */
const AGAIN = 20;
/** How often in all: a run that is short of files from beginning to end must not wait at each of them. */
const TRIES = 100;

/** Tries again to open files while other threads have as many open as the process may, as they do while they start. */
export class Patience {
  #left = TRIES;

  async opening<T>(open: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await open();
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if ((code !== 'EMFILE' && code !== 'ENFILE') || this.#left === 0) throw error;
        this.#left -= 1;
        await new Promise((resolve) => setTimeout(resolve, AGAIN));
      }
    }
  }
}
