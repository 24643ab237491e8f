import type { RandomAccessBytes } from '../bytes/random-access';

/** Where the bytes of a stream lie in the file: runs in stream order, neighbours joined. */
export class Extents {
  readonly #starts: number[] = []; // position in the stream
  readonly #offsets: number[] = []; // position in the file
  #length = 0;

  get byteLength(): number {
    return this.#length;
  }

  /** Adds `length` bytes at `offset` of the file to the end of the stream. */
  push(offset: number, length: number): void {
    const last = this.#starts.length - 1;
    const joins =
      last >= 0 &&
      (this.#offsets[last] as number) + (this.#length - (this.#starts[last] as number)) === offset;
    if (!joins) {
      this.#starts.push(this.#length);
      this.#offsets.push(offset);
    }
    this.#length += length;
  }

  /** The offset in the file of a position in the stream; undefined beyond its end. */
  offsetOf(position: number): number | undefined {
    if (position < 0 || position >= this.#length) return undefined;
    const run = this.#runOf(position);
    return (this.#offsets[run] as number) + position - (this.#starts[run] as number);
  }

  /** The offsets in the file of every `step`-th byte, where the runs are made of pieces of that size. */
  offsetsEvery(step: number): number[] {
    const offsets: number[] = [];
    for (let run = 0; run < this.#starts.length; run++) {
      const end = this.#starts[run + 1] ?? this.#length;
      let offset = this.#offsets[run] as number;
      for (let at = this.#starts[run] as number; at < end; at += step, offset += step) offsets.push(offset);
    }
    return offsets;
  }

  /** The first `length` bytes of the stream; a view where they lie together, else a copy. */
  read(bytes: RandomAccessBytes, length: number): Uint8Array {
    if (this.#starts.length === 0) return new Uint8Array(0);
    const wanted = Math.min(length, this.#length);
    if (this.#starts.length === 1) return bytes.view(this.#offsets[0] as number, wanted);
    const joined = new Uint8Array(wanted);
    this.copy(bytes, wanted, joined, 0);
    return joined;
  }

  /** Copies the first `length` bytes, which must be there, to a place in `target`. */
  copy(bytes: RandomAccessBytes, length: number, target: Uint8Array, at: number): void {
    for (let run = 0; run < this.#starts.length; run++) {
      const start = this.#starts[run] as number;
      if (start >= length) break;
      const end = Math.min(this.#starts[run + 1] ?? this.#length, length);
      bytes.copy(this.#offsets[run] as number, end - start, target, at + start);
    }
  }

  /** Binary search for the run that holds a position. */
  #runOf(position: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
