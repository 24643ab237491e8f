import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Given } from './peer';

/** What came of an input. `died`: the process ended, by nobody's hand and for no want of memory. */
export type Outcome =
  | ({ readonly kind: 'complete' } & Given)
  | { readonly kind: 'own-error' | 'raw-error'; readonly error: string }
  | { readonly kind: 'hang' | 'out-of-memory' | 'died' };

export interface PeerLimits {
  /** Seconds after which an input counts as a hang. */
  readonly seconds: number;
  /** Megabytes: of the heap, and of what the process may take beyond what it has when the peer is loaded. */
  readonly memory: number;
}

const child = fileURLToPath(new URL('./child.mjs', import.meta.url));
/** Milliseconds that a process may take to load its peer. */
const LOADING = 120_000;
/** How often the memory is looked at, in milliseconds. */
const LOOK = 25;

/**
 * Reads inputs with a peer, in a process of its own: heap that is exhausted ends a worker politely, but memory that an
 * array asks for at once ends the process that the worker is in. After an end the next input gets a new process.
 */
export class PeerProcess {
  readonly #address: string;
  readonly #limits: PeerLimits;
  #running: Running | undefined;

  constructor(address: URL, limits: PeerLimits) {
    this.#address = address.href;
    this.#limits = limits;
  }

  /** What comes of an input; where that ended the process, what comes of it in a fresh one. */
  async read(bytes: Uint8Array): Promise<Outcome> {
    const outcome = await this.#readOnce(bytes);
    return 'error' in outcome || 'rows' in outcome ? outcome : this.#readOnce(bytes);
  }

  end(): void {
    this.#running?.end();
    this.#running = undefined;
  }

  async #readOnce(bytes: Uint8Array): Promise<Outcome> {
    if (this.#running?.isOver === true) this.#running = undefined;
    const running = (this.#running ??= await Running.start(this.#address, this.#limits.memory));
    const outcome = await running.read(bytes, this.#limits);
    if (!('error' in outcome || 'rows' in outcome)) this.end();
    return outcome;
  }
}

/** A process whose peer is loaded. */
class Running {
  readonly #process: ChildProcess;
  /** Kilobytes that it had when the peer was loaded. */
  readonly #loaded: number | undefined;

  private constructor(process: ChildProcess) {
    this.#process = process;
    this.#loaded = residentKilobytes(process);
  }

  static start(address: string, memory: number): Promise<Running> {
    const forked = fork(child, [address], {
      execArgv: [`--max-old-space-size=${memory}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    return new Promise((resolve, reject) => {
      let words = '';
      const fail = (): void => {
        reject(new Error(`${address} cannot be loaded: ${words}`));
      };
      const late = setTimeout(() => forked.kill('SIGKILL'), LOADING);
      forked.stderr?.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-4000)));
      forked.once('close', fail);
      forked.once('message', () => {
        clearTimeout(late);
        forked.off('close', fail);
        resolve(new Running(forked));
      });
    });
  }

  /** Whether the process has ended between two inputs. */
  get isOver(): boolean {
    return !this.#process.connected;
  }

  end(): void {
    this.#process.kill('SIGKILL');
  }

  read(bytes: Uint8Array, { seconds, memory }: PeerLimits): Promise<Outcome> {
    const forked = this.#process;
    return new Promise((resolve) => {
      let ended: 'hang' | 'out-of-memory' | undefined;
      let words = '';
      const endWith = (kind: 'hang' | 'out-of-memory'): void => {
        ended ??= kind;
        forked.kill('SIGKILL');
      };
      const onWords = (text: string): void => void (words = (words + text).slice(-4000));
      const onMessage = (outcome: Outcome): void => {
        settle(outcome);
      };
      const onClose = (): void => {
        settle({ kind: ended ?? (words.includes('out of memory') ? 'out-of-memory' : 'died') });
      };
      const deadline = setTimeout(endWith, seconds * 1000, 'hang');
      const look = setInterval(() => {
        const grown = (residentKilobytes(forked) ?? 0) - (this.#loaded ?? 0);
        if (grown > memory * 1024) endWith('out-of-memory');
      }, LOOK);
      forked.stderr?.on('data', onWords);
      forked.on('message', onMessage);
      forked.on('close', onClose);
      forked.send(bytes);

      function settle(outcome: Outcome): void {
        clearTimeout(deadline);
        clearInterval(look);
        forked.stderr?.off('data', onWords);
        forked.off('message', onMessage);
        forked.off('close', onClose);
        resolve(outcome);
      }
    });
  }
}

/** What a process holds in memory; undefined where the system does not tell (elsewhere than on Linux) or it has ended. */
function residentKilobytes({ pid }: ChildProcess): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid ?? ''}/status`, 'latin1');
    return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0);
  } catch {
    return undefined;
  }
}
