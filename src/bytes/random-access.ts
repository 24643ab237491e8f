import { wordsInPlace } from './words';

/** Up to this size a file is read whole, and kept for what is read later. */
export const WHOLE_READ = 1 << 20;

/** Bytes that synchronous code may look at anywhere. */
export interface RandomAccessBytes {
  readonly byteLength: number;
  /** All of the bytes, if they are in memory: then nothing need be gathered. */
  readonly whole?: DataView;
  /** The same as words, if they can be read as such. */
  readonly words?: Int32Array | undefined;
  /** The same, if they also stay there: then what lies together need not be copied. */
  readonly inPlace?: Uint8Array | undefined;
  /** The bytes from `offset` on, `length` of them or as many as there are before the end. */
  view(offset: number, length: number): Uint8Array;
  /** The little-endian word at `offset`, a multiple of 4 at least four bytes before the end. */
  word(offset: number): number;
  /** Copies a range, which must be there, to a place in `target`. */
  copy(offset: number, length: number, target: Uint8Array, at: number): void;
}

/** Bytes that are all in memory while they are read. */
export function inMemory(bytes: Uint8Array): RandomAccessBytes {
  return new WholeBytes(bytes, false);
}

/** Bytes that are in memory and stay there, as their owner has them: of a large file no more is kept than was asked for. */
export function heldInMemory(bytes: Uint8Array): RandomAccessBytes {
  return new WholeBytes(bytes, bytes.length <= WHOLE_READ);
}

/** Up to this length a loop copies faster than `set`, which needs a view of its own. */
const COPY_BY_LOOP = 64;

class WholeBytes implements RandomAccessBytes {
  readonly byteLength: number;
  readonly words: Int32Array | undefined;
  readonly inPlace: Uint8Array | undefined;
  readonly #bytes: Uint8Array;
  #view: DataView | undefined;

  constructor(bytes: Uint8Array, isHeld: boolean) {
    const { buffer, byteOffset, byteLength } = bytes;
    // a Buffer's views are Buffers, which are slow to make and nothing to hand out
    this.#bytes = bytes.constructor === Uint8Array ? bytes : new Uint8Array(buffer, byteOffset, byteLength);
    this.byteLength = byteLength;
    this.inPlace = isHeld ? this.#bytes : undefined;
    this.words = wordsInPlace(this.#bytes);
  }

  get whole(): DataView {
    return (this.#view ??= new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.byteLength));
  }

  view(offset: number, length: number): Uint8Array {
    return this.#bytes.subarray(offset, offset + length);
  }

  word(offset: number): number {
    return this.whole.getInt32(offset, true);
  }

  copy(offset: number, length: number, target: Uint8Array, at: number): void {
    if (length > COPY_BY_LOOP) {
      target.set(this.#bytes.subarray(offset, offset + length), at);
      return;
    }
    for (let index = 0; index < length; index++) target[at + index] = this.#bytes[offset + index] as number;
  }
}

/** The same bytes later, for a value that was left in the file. */
export interface Reopen {
  /** Opens them again for a piece of work. */
  readonly open: <T>(work: (bytes: RandomAccessBytes) => T) => Promise<T>;
  /** Gives them at once, where they are in memory and stay there. */
  readonly held?: (() => RandomAccessBytes) | undefined;
}
