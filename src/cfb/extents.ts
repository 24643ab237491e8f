import type { RandomAccessBytes } from '../bytes/random-access';

/** Where the bytes of a stream lie in the file: runs in stream order, neighbours joined. Most streams are one run. */
export class Extents {
  /** Where the first run begins in the file; undefined: there is none. */
  #first: number | undefined;
  /** Of the runs behind it: the position in the stream, and that in the file. */
  #more: { readonly starts: number[]; readonly offsets: number[] } | undefined;
  /** Where in the file the next byte would have to lie to belong to the last run. */
  #next = -1;
  #length = 0;

  get byteLength(): number {
    return this.#length;
  }

  /** Where it lies in the file, if that is one run; undefined: in none, or in several. */
  get offset(): number | undefined {
    return this.#more === undefined ? this.#first : undefined;
  }

  /** Adds `length` bytes at `offset` of the file to the end of the stream. */
  push(offset: number, length: number): void {
    if (offset !== this.#next) this.#beginRun(offset);
    this.#next = offset + length;
    this.#length += length;
  }

  /** The offset in the file of a position in the stream; undefined beyond its end. */
  offsetOf(position: number): number | undefined {
    if (position < 0 || position >= this.#length || this.#first === undefined) return undefined;
    const run = this.#more === undefined ? -1 : runOf(this.#more.starts, position);
    if (this.#more === undefined || run < 0) return this.#first + position;
    return (this.#more.offsets[run] as number) + position - (this.#more.starts[run] as number);
  }

  /** The offsets in the file of every `step`-th byte, where the runs are made of pieces of that size. */
  offsetsEvery(step: number): number[] {
    const offsets: number[] = [];
    this.#forEachRun(this.#length, (offset, _at, length) => {
      for (let from = 0; from < length; from += step) offsets.push(offset + from);
    });
    return offsets;
  }

  /** The first `length` bytes of the stream; a view where they lie together, else a copy. */
  read(bytes: RandomAccessBytes, length: number): Uint8Array {
    const wanted = Math.min(length, this.#length);
    if (this.#first === undefined) return new Uint8Array(0);
    if (this.#more === undefined) return bytes.view(this.#first, wanted);
    const joined = new Uint8Array(wanted);
    this.copy(bytes, wanted, joined, 0);
    return joined;
  }

  /** Copies the first `length` bytes, which must be there, to a place in `target`. */
  copy(bytes: RandomAccessBytes, length: number, target: Uint8Array, at: number): void {
    this.#forEachRun(length, (offset, from, count) => {
      bytes.copy(offset, count, target, at + from);
    });
  }

  #beginRun(offset: number): void {
    if (this.#first === undefined) {
      this.#first = offset;
      return;
    }
    this.#more ??= { starts: [], offsets: [] };
    this.#more.starts.push(this.#length);
    this.#more.offsets.push(offset);
  }

  /** Each run of the first `length` bytes: where it lies in the file and in the stream, and how long it is. */
  #forEachRun(length: number, visit: (offset: number, at: number, length: number) => void): void {
    if (this.#first === undefined || length <= 0) return;
    const { starts = [], offsets = [] } = this.#more ?? {};
    visit(this.#first, 0, Math.min(starts[0] ?? this.#length, length));
    for (let run = 0; run < starts.length; run++) {
      const start = starts[run] as number;
      if (start >= length) break;
      visit(offsets[run] as number, start, Math.min(starts[run + 1] ?? this.#length, length) - start);
    }
  }
}

/** Binary search for the run that holds a position; -1: it lies before all of them. */
function runOf(starts: readonly number[], position: number): number {
  let low = -1;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
