import type { OpenByteSource } from './byte-source';
import { inMemory } from './random-access';
import type { RandomAccessBytes } from './random-access';

/** Sources up to this size are read whole: one read costs less than several. */
const WHOLE_READ = 1 << 20;
const PAGE = 16 * 1024;
const FIRST_READ_PAGES = 4;
const MAX_READ_AHEAD_PAGES = 64;
/** Each fault begins the work anew: a file made to fault at every step must not make that quadratic. */
const MAX_FAULTS = 128;

/** Thrown by `view` where a page is not there yet; `readThrough` fetches it. Never leaves this file. */
class PageFault extends Error {
  constructor(
    readonly first: number,
    readonly last: number,
  ) {
    super('page fault');
  }
}

/**
 * Runs synchronous work over an asynchronous source. Where the work meets a page that is not there it is
 * abandoned, the page is fetched with some read-ahead, and the work begins anew: it must be pure. So decoding
 * is written once, without a promise, and the pages it touches are the only ones read.
 */
export async function readThrough<T>(
  source: OpenByteSource,
  work: (bytes: RandomAccessBytes) => T,
): Promise<T> {
  if (source.byteLength <= WHOLE_READ) return work(inMemory(await source.slice(0, source.byteLength)));
  const cache = new PageCache(source);
  await cache.fetch(0, FIRST_READ_PAGES - 1);
  for (;;) {
    try {
      return work(cache);
    } catch (fault) {
      if (!(fault instanceof PageFault)) throw fault;
      await cache.fetchAhead(fault);
    }
  }
}

class PageCache implements RandomAccessBytes {
  readonly #source: OpenByteSource;
  readonly #pages = new Map<number, Uint8Array>();
  #whole: Uint8Array | undefined;
  #readAhead = 1;
  #faults = 0;
  #lastFetched = -1;

  constructor(source: OpenByteSource) {
    this.#source = source;
  }

  get byteLength(): number {
    return this.#source.byteLength;
  }

  view(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.byteLength);
    if (this.#whole !== undefined) return this.#whole.subarray(offset, end);
    if (offset >= end) return new Uint8Array(0);
    const first = Math.floor(offset / PAGE);
    const last = Math.floor((end - 1) / PAGE);
    const page = this.#pages.get(first);
    if (first === last && page !== undefined) return page.subarray(offset - first * PAGE, end - first * PAGE);
    return this.#gather(first, last, offset, end);
  }

  async fetch(first: number, last: number): Promise<void> {
    const bytes = await this.#source.slice(first * PAGE, (last + 1) * PAGE);
    for (let page = first; page <= last; page++) {
      const start = (page - first) * PAGE;
      // a source that shrank gives empty pages: what is not there must still count as fetched
      this.#pages.set(page, bytes.subarray(start, start + PAGE));
    }
    this.#lastFetched = last;
  }

  /** Fetches what a fault asks for; consecutive faults fetch twice as far ahead each time. */
  async fetchAhead(fault: PageFault): Promise<void> {
    if (++this.#faults > MAX_FAULTS || this.#pages.size * PAGE * 4 > this.byteLength) {
      this.#whole = await this.#source.slice(0, this.byteLength); // what needs so much will need the rest
      return;
    }
    const consecutive = fault.first === this.#lastFetched + 1;
    this.#readAhead = consecutive ? Math.min(this.#readAhead * 2, MAX_READ_AHEAD_PAGES) : 1;
    const lastPage = Math.floor((this.byteLength - 1) / PAGE);
    await this.fetch(
      fault.first,
      Math.min(Math.max(fault.last, fault.first + this.#readAhead - 1), lastPage),
    );
  }

  #gather(first: number, last: number, offset: number, end: number): Uint8Array {
    for (let page = first; page <= last; page++) {
      if (!this.#pages.has(page)) throw new PageFault(page, last);
    }
    const bytes = new Uint8Array(end - offset);
    for (let page = first; page <= last; page++) {
      const from = Math.max(offset - page * PAGE, 0);
      bytes.set(
        (this.#pages.get(page) as Uint8Array).subarray(from, end - page * PAGE),
        page * PAGE + from - offset,
      );
    }
    return bytes;
  }
}
