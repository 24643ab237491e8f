import type { Failure } from '../failure';
import type { Answer, WorkerRequest, Question, WorkerResponse } from '../protocol';

/** Milliseconds after which a question is given up: far more than any sound file takes. */
const DEADLINE = 20_000;

interface Pending {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (failure: Failure) => void;
}

/** Asks the worker, one question after the other. A file that takes too long costs its question and the worker, not the page. */
export class Reader {
  readonly #makeWorker: () => Worker;
  readonly #queue: Pending[] = [];
  #worker: Worker;
  #current: Pending | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #id = 0;

  constructor(makeWorker: () => Worker) {
    this.#makeWorker = makeWorker;
    this.#worker = this.#start();
  }

  /** Rejects with a `Failure`. What is asked `first` goes before what waits. */
  ask(question: Question, first = false): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const pending = { question, resolve, reject };
      if (first) this.#queue.unshift(pending);
      else this.#queue.push(pending);
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== undefined) return;
    this.#current = this.#queue.shift();
    if (this.#current === undefined) return;
    this.#timer = setTimeout(() => {
      this.#giveUp();
    }, DEADLINE);
    this.#id += 1;
    this.#worker.postMessage({ id: this.#id, question: this.#current.question } satisfies WorkerRequest);
  }

  #start(): Worker {
    const worker = this.#makeWorker();
    worker.onmessage = ({ data }: MessageEvent<WorkerResponse>) => {
      if (data.id === this.#id) this.#settle(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#restart({ name: 'Error', code: undefined, message: `The reader stopped: ${event.message}` });
    };
    return worker;
  }

  #settle(
    reply: Omit<Extract<WorkerResponse, { answer: Answer }>, 'id'> | { readonly failure: Failure },
  ): void {
    const pending = this.#current;
    clearTimeout(this.#timer);
    this.#current = undefined;
    if ('answer' in reply) pending?.resolve(reply.answer);
    else pending?.reject(reply.failure);
    this.#next();
  }

  #giveUp(): void {
    const seconds = DEADLINE / 1000;
    const message = `Stopped after ${seconds} seconds. The file may have been made to hold up readers.`;
    this.#restart({ name: 'TimeoutError', code: 'timeout', message });
  }

  #restart(failure: Failure): void {
    this.#worker.terminate();
    this.#worker = this.#start();
    this.#settle({ failure });
  }
}
