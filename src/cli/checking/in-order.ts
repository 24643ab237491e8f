import type { FileOutcome } from './file-outcome';

/** Some of the outcomes of a batch. */
export interface Chunk {
  readonly batch: number;
  readonly outcomes: readonly FileOutcome[];
  /** Whether these are the last of their batch. */
  readonly isLast: boolean;
}

/** Gives the outcomes of batches in the order of the batches, however they come. */
export class InOrder {
  /** How far a batch may be ahead of the one whose turn it is: what comes before its turn is kept in memory. */
  static readonly WINDOW = 64;

  readonly #kept = new Map<number, Chunk[]>();
  readonly #waiting: { readonly batch: number; readonly go: () => void }[] = [];
  #turn = 0;

  /** Resolves when it is not too early to begin with a batch. */
  async until(batch: number): Promise<void> {
    if (batch < this.#turn + InOrder.WINDOW) return;
    await new Promise<void>((go) => this.#waiting.push({ batch, go }));
  }

  /** What can be given now that a chunk has come. */
  *take(chunk: Chunk): Generator<FileOutcome, void> {
    const kept = this.#kept.get(chunk.batch) ?? [];
    this.#kept.set(chunk.batch, [...kept, chunk]);
    for (let next = this.#kept.get(this.#turn); next !== undefined; next = this.#kept.get(this.#turn)) {
      for (const { outcomes } of next) yield* outcomes;
      if (!next.some(({ isLast }) => isLast)) {
        this.#kept.delete(this.#turn);
        return;
      }
      this.#kept.delete(this.#turn);
      this.#turn += 1;
      this.#release();
    }
  }

  #release(): void {
    const ready = this.#waiting.filter(({ batch }) => batch < this.#turn + InOrder.WINDOW);
    for (const each of ready) {
      this.#waiting.splice(this.#waiting.indexOf(each), 1);
      each.go();
    }
  }
}
