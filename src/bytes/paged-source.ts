import type { OpenByteSource } from './byte-source';
import { WHOLE_READ } from './random-access';

/** How a source is divided: as small as a file system reads, since nothing is read that nobody asked for. */
const PAGE_SIZE = 4096;
/** How many runs of pages are awaited at the same time. */
const RUNS_AT_ONCE = 16;

/** Thrown where pages are missing that have to be awaited. Never leaves this file. */
class PageFault extends Error {
  constructor(readonly pages: readonly number[]) {
    super('page fault');
  }
}

/**
 * A source that stays open, read in pages: as much of them as a budget allows is kept, the least recently used go
 * first, and no page is read that was not touched. Where the source can be read at once, it is. Else the work is
 * abandoned where pages are missing, they are fetched together, and the work begins anew: `gather` lets independent
 * steps fault together, so that a piece of work begins anew as often as one read depends on another, and not as often
 * as there are reads.
 */
export class PagedSource {
  readonly byteLength: number;
  readonly #source: OpenByteSource;
  readonly #budget: number;
  readonly #whole: Uint8Array | undefined;
  readonly #pages = new Map<number, Uint8Array>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(source: OpenByteSource, budget: number, whole: Uint8Array | undefined) {
    this.byteLength = source.byteLength;
    this.#source = source;
    this.#budget = budget;
    this.#whole = whole;
  }

  /** Takes an open source; a small one is read whole. `budget` is how many bytes of pages are kept. */
  static async over(source: OpenByteSource, budget: number): Promise<PagedSource> {
    const { byteLength } = source;
    if (byteLength > WHOLE_READ) return new PagedSource(source, budget, undefined);
    const whole = source.sliceSync?.(0, byteLength) ?? (await source.slice(0, byteLength));
    return new PagedSource(source, budget, whole);
  }

  /** The bytes from `offset` on, `length` of them or as many as there are before the end. Part of some `run`. */
  view(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.byteLength);
    if (offset >= end) return new Uint8Array(0);
    if (this.#whole !== undefined) return this.#whole.subarray(offset, end);
    const first = Math.floor(offset / PAGE_SIZE);
    const last = Math.floor((end - 1) / PAGE_SIZE);
    if (this.#source.sliceSync === undefined) {
      const missing = this.#missing(first, last);
      if (missing.length > 0) throw new PageFault(missing);
    }
    if (first === last)
      return this.#page(first, last).subarray(offset - first * PAGE_SIZE, end - first * PAGE_SIZE);
    const bytes = new Uint8Array(end - offset);
    for (let page = first; page <= last; page++) {
      const from = Math.max(offset - page * PAGE_SIZE, 0);
      const part = this.#page(page, last).subarray(from, end - page * PAGE_SIZE);
      bytes.set(part, page * PAGE_SIZE + from - offset);
    }
    return bytes;
  }

  /** Does steps that do not depend on each other. If any lacks pages, all do so that are lacking, and nothing else counts. */
  gather(count: number, step: (index: number) => void): void {
    const missing = new Set<number>();
    for (let index = 0; index < count; index++) {
      try {
        step(index);
      } catch (fault) {
        if (!(fault instanceof PageFault)) throw fault;
        for (const page of fault.pages) missing.add(page);
      }
    }
    if (missing.size > 0) throw new PageFault([...missing]);
  }

  /** Runs synchronous work, one piece after the other. It may begin anew, so whatever it changes it must make itself. */
  run<T>(work: () => T): Promise<T> {
    const result = this.#last.then(() => this.#restarting(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Closes the source when the work that was begun is done. */
  async close(): Promise<void> {
    await this.#last;
    this.#pages.clear();
    await this.#source.close();
  }

  /** Nothing goes that work has read while that may begin anew: what is too much goes before the next piece. */
  async #restarting<T>(work: () => T): Promise<T> {
    this.#trim();
    for (;;) {
      try {
        return work();
      } catch (fault) {
        if (!(fault instanceof PageFault)) throw fault;
        await this.#fetch(runsOf(fault.pages));
      }
    }
  }

  async #fetch(runs: readonly PageRun[]): Promise<void> {
    for (let at = 0; at < runs.length; at += RUNS_AT_ONCE) {
      await Promise.all(
        runs.slice(at, at + RUNS_AT_ONCE).map(async (run) => {
          this.#put(run, await this.#source.slice(...this.#bounds(run)));
        }),
      );
    }
  }

  /** A page for a view that ends on `last`: where it can be read at once, so is what is missing behind it. */
  #page(page: number, last: number): Uint8Array {
    const kept = this.#pages.get(page);
    if (kept !== undefined) {
      this.#pages.delete(page); // to be put behind those that were not used since
      this.#pages.set(page, kept);
      return kept;
    }
    let end = page;
    while (end < last && !this.#pages.has(end + 1)) end += 1;
    const run = { first: page, last: end };
    const bytes = (this.#source as Required<OpenByteSource>).sliceSync(...this.#bounds(run));
    this.#put(run, bytes);
    this.#trim(end - page + 1);
    return bytes.subarray(0, PAGE_SIZE);
  }

  #bounds({ first, last }: PageRun): [start: number, end: number] {
    return [first * PAGE_SIZE, Math.min((last + 1) * PAGE_SIZE, this.byteLength)];
  }

  /** Keeps pages, each in bytes of its own, so that one that stays does not hold those that go. */
  #put({ first, last }: PageRun, bytes: Uint8Array): void {
    for (let page = first; page <= last; page++) {
      const start = (page - first) * PAGE_SIZE;
      const isWholeRead = first === last && bytes.buffer.byteLength === bytes.length;
      this.#pages.set(page, isWholeRead ? bytes : bytes.slice(start, start + PAGE_SIZE));
    }
  }

  /** Lets the least recently used pages go, at most until `least` are left. */
  #trim(least = 0): void {
    const most = Math.max(least, Math.floor(this.#budget / PAGE_SIZE));
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= most) return;
      this.#pages.delete(page);
    }
  }

  #missing(first: number, last: number): number[] {
    const missing: number[] = [];
    for (let page = first; page <= last; page++) if (!this.#pages.has(page)) missing.push(page);
    return missing;
  }
}

/** Pages that lie one behind the other. */
interface PageRun {
  readonly first: number;
  readonly last: number;
}

function runsOf(pages: readonly number[]): PageRun[] {
  const runs: { first: number; last: number }[] = [];
  for (const page of [...pages].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && page <= run.last + 1) run.last = page;
    else runs.push({ first: page, last: page });
  }
  return runs;
}
