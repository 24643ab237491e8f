import type { OpenByteSource } from './byte-source';
import { heldInMemory, inMemory, WHOLE_READ } from './random-access';
import type { RandomAccessBytes } from './random-access';

/** How pages are read: small ones where a read costs little, larger ones where it is awaited. */
interface Paging {
  readonly pageSize: number;
  /**
   * Each fault may begin the work anew: a file made to fault at every step must not make that quadratic. After so
   * many, whole gaps are read, of which there cannot be more than there were faults.
   */
  readonly maxFaults: number;
}

const atOnce: Paging = { pageSize: 4 * 1024, maxFaults: Infinity };
const awaited: Paging = { pageSize: 8 * 1024, maxFaults: 128 };
const FIRST_READ = 64 * 1024;
const MAX_READ_AHEAD = 256 * 1024;
/** A source of which this share was read will be needed whole. */
const SHARE_OF_WHOLE = 1 / 8;

/** Pages that are to be read together. */
interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** Thrown where a page is not there that has to be awaited; `readThrough` fetches it. Never leaves this file. */
class PageFault extends Error {
  constructor(readonly range: PageRange) {
    super('page fault');
  }
}

/**
 * Runs synchronous work over a source, so that decoding is written once, without a promise. What is in memory is there,
 * and small sources are read whole. Of large ones only the pages that the work touches are read: at once where the source can; else the work
 * is abandoned where a page is missing, the page is fetched with some read-ahead, and the work begins anew. It must
 * be pure.
 */
export async function readThrough<T>(
  source: OpenByteSource,
  work: (bytes: RandomAccessBytes) => T,
): Promise<T> {
  const { byteLength, whole } = source;
  if (whole !== undefined) return work(heldInMemory(whole));
  if (source.sliceSync !== undefined) return readAtOnce(source as Required<OpenByteSource>, work);
  if (byteLength <= WHOLE_READ) return work(inMemory(await source.slice(0, byteLength)));
  const cache = new PageCache(byteLength, awaited, (range) => {
    throw new PageFault(range);
  });
  for (;;) {
    try {
      return work(cache);
    } catch (fault) {
      if (!(fault instanceof PageFault)) throw fault;
      cache.put(fault.range, await source.slice(...cache.bounds(fault.range)));
    }
  }
}

function readAtOnce<T>(source: Required<OpenByteSource>, work: (bytes: RandomAccessBytes) => T): T {
  const { byteLength } = source;
  if (byteLength <= WHOLE_READ) return work(inMemory(source.sliceSync(0, byteLength)));
  const cache = new PageCache(byteLength, atOnce, (range) => {
    cache.put(range, source.sliceSync(...cache.bounds(range)));
  });
  return work(cache);
}

class PageCache implements RandomAccessBytes {
  readonly byteLength: number;
  readonly #pageSize: number;
  readonly #maxFaults: number;
  readonly #lastPage: number;
  /** Puts the pages of a range into the cache, or throws. */
  readonly #fetch: (range: PageRange) => void;
  readonly #pages = new Map<number, Uint8Array>();
  #whole: Uint8Array | undefined;
  #readAhead: number;
  #faults = 0;
  #lastFetched = -1;

  constructor(byteLength: number, { pageSize, maxFaults }: Paging, fetch: (range: PageRange) => void) {
    this.byteLength = byteLength;
    this.#pageSize = pageSize;
    this.#maxFaults = maxFaults;
    this.#lastPage = Math.floor((byteLength - 1) / pageSize);
    this.#fetch = fetch;
    this.#readAhead = FIRST_READ / pageSize / 2; // the first read follows on nothing, and so is twice this
  }

  view(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.byteLength);
    if (offset >= end) return new Uint8Array(0);
    const size = this.#pageSize;
    const first = Math.floor(offset / size);
    const last = Math.floor((end - 1) / size);
    for (let page = first; page <= last && this.#whole === undefined; page++) this.#need(page, last);
    if (this.#whole !== undefined) return this.#whole.subarray(offset, end);
    if (first === last) return this.#page(first).subarray(offset - first * size, end - first * size);
    const bytes = new Uint8Array(end - offset);
    for (let page = first; page <= last; page++) {
      const from = Math.max(offset - page * size, 0);
      bytes.set(this.#page(page).subarray(from, end - page * size), page * size + from - offset);
    }
    return bytes;
  }

  word(offset: number): number {
    const bytes = this.view(offset, 4);
    // a source that shrank while it was read has no number there: the end of any chain
    return bytes.length < 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0, true);
  }

  copy(offset: number, length: number, target: Uint8Array, at: number): void {
    target.set(this.view(offset, length), at);
  }

  /** From where to where a range of pages reaches in the source. */
  bounds({ first, last }: PageRange): [start: number, end: number] {
    return [first * this.#pageSize, Math.min((last + 1) * this.#pageSize, this.byteLength)];
  }

  /** Takes the bytes of a range. What a source that shrank does not give counts as fetched all the same. */
  put({ first, last }: PageRange, bytes: Uint8Array): void {
    if (first === 0 && last === this.#lastPage) this.#whole = bytes;
    for (let page = first; page <= last; page++) {
      const start = (page - first) * this.#pageSize;
      this.#pages.set(page, bytes.subarray(start, start + this.#pageSize));
    }
    this.#lastFetched = last;
  }

  #page(page: number): Uint8Array {
    return this.#pages.get(page) as Uint8Array;
  }

  #need(page: number, last: number): void {
    if (!this.#pages.has(page)) this.#fetch(this.#plan(page, last));
  }

  /** What to fetch for the sake of some pages; consecutive faults fetch twice as far ahead each time. */
  #plan(first: number, last: number): PageRange {
    this.#faults += 1;
    if (this.#faults > this.#maxFaults || this.#pages.size > this.#lastPage * SHARE_OF_WHOLE) {
      return this.#gapAround(first);
    }
    const isConsecutive = first === this.#lastFetched + 1;
    this.#readAhead = isConsecutive ? Math.min(this.#readAhead * 2, MAX_READ_AHEAD / this.#pageSize) : 1;
    return { first, last: Math.min(Math.max(last, first + this.#readAhead - 1), this.#lastPage) };
  }

  /** All pages that are missing on either side of one that is. */
  #gapAround(page: number): PageRange {
    let first = page;
    let last = page;
    while (first > 0 && !this.#pages.has(first - 1)) first -= 1;
    while (last < this.#lastPage && !this.#pages.has(last + 1)) last += 1;
    return { first, last };
  }
}
