import type { RandomAccessBytes } from '../bytes/random-access';

/** Where the bytes of a stream lie in the file: runs in stream order, neighbours joined. Most streams are one run. */
export class Extents {
  /** Of each run: the position in the stream, and that in the file. Behind the last one is what an earlier stream left. */
  readonly #starts: number[] = [];
  readonly #offsets: number[] = [];
  #runs = 0;
  /** Where in the file the next byte would have to lie to belong to the last run. */
  #next = -1;
  #length = 0;

  /** Forgets everything, so that another stream can be followed. */
  clear(): void {
    this.#runs = 0;
    this.#next = -1;
    this.#length = 0;
  }

  get byteLength(): number {
    return this.#length;
  }

  /** Where it lies in the file, if that is one run; undefined: in none, or in several. */
  get offset(): number | undefined {
    return this.#runs === 1 ? this.#offsets[0] : undefined;
  }

  /** Adds `length` bytes at `offset` of the file to the end of the stream. */
  push(offset: number, length: number): void {
    if (offset !== this.#next) {
      this.#starts[this.#runs] = this.#length;
      this.#offsets[this.#runs] = offset;
      this.#runs += 1;
    }
    this.#next = offset + length;
    this.#length += length;
  }

  /** The offset in the file of a position in the stream; undefined beyond its end. */
  offsetOf(position: number): number | undefined {
    if (position < 0 || position >= this.#length) return undefined;
    const run = this.#runs === 1 ? 0 : this.#runOf(position);
    return (this.#offsets[run] as number) + position - (this.#starts[run] as number);
  }

  /** The offsets in the file of every `step`-th byte, where the runs are made of pieces of that size. */
  offsetsEvery(step: number): number[] {
    const offsets: number[] = [];
    for (let run = 0; run < this.#runs; run++) {
      const length = this.#end(run, this.#length) - (this.#starts[run] as number);
      for (let from = 0; from < length; from += step) offsets.push((this.#offsets[run] as number) + from);
    }
    return offsets;
  }

  /** The first `length` bytes of the stream; a view where they lie together, else a copy. */
  read(bytes: RandomAccessBytes, length: number): Uint8Array {
    const wanted = Math.min(length, this.#length);
    const { offset } = this;
    if (offset !== undefined) return bytes.view(offset, wanted);
    const joined = new Uint8Array(wanted);
    this.copy(bytes, wanted, joined, 0);
    return joined;
  }

  /** Copies the first `length` bytes, which must be there, to a place in `target`. */
  copy(bytes: RandomAccessBytes, length: number, target: Uint8Array, at: number): void {
    for (let run = 0; run < this.#runs; run++) {
      const start = this.#starts[run] as number;
      if (start >= length) break;
      bytes.copy(this.#offsets[run] as number, this.#end(run, length) - start, target, at + start);
    }
  }

  /** Copies the first `length` words, which must be there, from those of the file. */
  copyWords(words: Int32Array, length: number, target: number[]): void {
    for (let run = 0; run < this.#runs; run++) {
      const start = (this.#starts[run] as number) >> 2;
      const shift = ((this.#offsets[run] as number) >> 2) - start;
      const end = Math.min(this.#end(run, this.#length) >> 2, length);
      for (let index = start; index < end; index++) target[index] = words[index + shift] as number;
    }
  }

  /** Where a run ends in the first `length` bytes of the stream. */
  #end(run: number, length: number): number {
    const end = run + 1 < this.#runs ? (this.#starts[run + 1] as number) : this.#length;
    return end < length ? end : length;
  }

  /** Binary search for the run that holds a position. */
  #runOf(position: number): number {
    let low = 0;
    let high = this.#runs - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
