import { EndOfBytes } from './byte-reader';
import type { RandomAccessBytes } from './random-access';

/**
 * A little-endian cursor over a range of bytes that need not all be in memory. It cannot leave its range: every read is
 * checked and fails with `EndOfBytes`.
 */
export class RangeReader {
  readonly #bytes: RandomAccessBytes;
  readonly #end: number;
  #position: number;

  /** A range may end behind the bytes; it is cut there. */
  constructor(bytes: RandomAccessBytes, start: number, end: number) {
    this.#bytes = bytes;
    this.#position = start;
    this.#end = Math.min(end, bytes.byteLength);
  }

  /** Where in all of the bytes the next read begins. */
  get position(): number {
    return this.#position;
  }

  get remaining(): number {
    return Math.max(0, this.#end - this.#position);
  }

  u8(): number {
    const { whole } = this.#bytes;
    const at = this.#take(1);
    return whole?.getUint8(at) ?? this.#gather(at, 1).getUint8(0);
  }

  u16(): number {
    const { whole } = this.#bytes;
    const at = this.#take(2);
    return whole?.getUint16(at, true) ?? this.#gather(at, 2).getUint16(0, true);
  }

  u32(): number {
    const { whole } = this.#bytes;
    const at = this.#take(4);
    return whole?.getUint32(at, true) ?? this.#gather(at, 4).getUint32(0, true);
  }

  /** The next `length` bytes: a view, or a copy where they had to be gathered. */
  view(length: number): Uint8Array {
    const at = this.#take(length);
    const bytes = this.#bytes.view(at, length);
    if (bytes.length < length) throw new EndOfBytes(); // of a source that shrank while it was read
    return bytes;
  }

  skip(length: number): void {
    this.#take(length);
  }

  #gather(at: number, length: number): DataView {
    const bytes = this.#bytes.view(at, length);
    if (bytes.length < length) throw new EndOfBytes();
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  }

  #take(length: number): number {
    const start = this.#position;
    if (!(length >= 0 && start + length <= this.#end)) throw new EndOfBytes();
    this.#position = start + length;
    return start;
  }
}
