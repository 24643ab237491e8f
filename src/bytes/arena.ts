/** The array of all empty arenas. */
const nothing = new Uint8Array(0);

/** Bytes one after the other in one array that grows: thousands of small values then cost no object each. */
export class Arena {
  readonly #capacity: number;
  #bytes: Uint8Array;
  #length = 0;

  /**
   * `capacity`: how many bytes there will be room for with the first one; nothing is allocated before it. `room`: bytes
   * that are there already, and may be filled first.
   */
  constructor(capacity: number, room: Uint8Array = nothing) {
    this.#capacity = capacity;
    this.#bytes = room;
  }

  /** How many bytes are in it. */
  get length(): number {
    return this.#length;
  }

  /** Room for `length` more bytes, which count as written; `bytes` may be another array after it. */
  reserve(length: number): number {
    const start = this.#length;
    this.#length += length;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2, this.#capacity));
      grown.set(this.#bytes.subarray(0, start));
      this.#bytes = grown;
    }
    return start;
  }

  /** Puts bytes behind those that are there, and says where they begin. */
  append(bytes: Uint8Array): number {
    const start = this.reserve(bytes.length);
    this.#bytes.set(bytes, start);
    return start;
  }

  /** The array that holds the bytes, and room behind them. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** The bytes in an array without more room than they need. */
  trimmed(): Uint8Array {
    return this.#length === this.#bytes.length ? this.#bytes : this.#bytes.slice(0, this.#length);
  }
}
