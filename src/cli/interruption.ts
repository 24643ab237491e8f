import { constants } from 'node:os';

/** What asks a process to end. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Why a run stops that no signal has ended: nobody is there to whom more could be said. */
export const READER_GONE = 'the program that reads the output has ended';

/** Exit codes of what a signal ended: this and its number. */
const BY_SIGNAL = 128;

/** Milliseconds: how long what has been done may take to be written. A worker may be in a call that never comes back. */
const GRACE = 2000;

/**
 * Ends a run when a signal asks for it: the first one stops it, and what was done is written; a second one, or what does
 * not end of itself, ends the process at once, by the signal.
 */
export class Interruption {
  readonly #stop = new AbortController();
  #exitCode: number | undefined;

  constructor() {
    for (const name of signals) process.on(name, this.#take);
  }

  /** Aborted when nobody waits for more. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** What the exit code is: 128 and the number of the signal; undefined: there was none. */
  get exitCode(): number | undefined {
    return this.#exitCode;
  }

  /** Stops the run without a signal, since nobody reads on. */
  stop(): void {
    this.#stop.abort(READER_GONE);
  }

  readonly #take = (name: (typeof signals)[number]): void => {
    if (this.#exitCode !== undefined) {
      endNow(name, this.#exitCode);
      return;
    }
    const code = BY_SIGNAL + constants.signals[name];
    this.#exitCode = code;
    this.#stop.abort();
    setTimeout(() => {
      endNow(name, code);
    }, GRACE).unref();
  };
}

/** Ends the process without waiting for its threads, which `process.exit` does. */
function endNow(name: (typeof signals)[number], code: number): void {
  process.emit('exit', code); // what is removed at the end is removed
  process.removeAllListeners(name);
  process.kill(process.pid, name);
}
