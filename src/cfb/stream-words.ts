import type { RandomAccessBytes } from '../bytes/random-access';
import { copyWords } from '../bytes/words';
import { Extents } from './extents';

/** Room for what most property streams have. */
const USUAL_WORDS = 256;

/**
 * The words of one stream after the other, in an array that is used again: of a thousand recipients each has a stream, and
 * an array for each would cost more than what is in it. Behind the last word are zeros for one more entry.
 */
export class StreamWords {
  /** Where the bytes lie in the file: nowhere, if that is not known. */
  readonly extents = new Extents();
  #words = new Int32Array(USUAL_WORDS);
  #byteLength = 0;

  get words(): Int32Array {
    return this.#words;
  }

  get byteLength(): number {
    return this.#byteLength;
  }

  /** Takes the first `length` bytes, or as many as there are, of a file from where `extents` says. */
  takeFrom(bytes: RandomAccessBytes, length: number): void {
    const found = Math.min(length, this.extents.byteLength);
    if (bytes.words === undefined || found % 4 !== 0) {
      this.#take(this.extents.read(bytes, found));
      return;
    }
    this.#makeRoom(found);
    this.extents.copyWords(bytes.words, found >> 2, this.#words);
  }

  /** Takes bytes of which nobody knows where they lie. */
  take(bytes: Uint8Array): void {
    this.extents.clear();
    this.#take(bytes);
  }

  #take(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    copyWords(bytes, this.#words);
  }

  #makeRoom(byteLength: number): void {
    const count = Math.ceil(byteLength / 4);
    this.#byteLength = byteLength;
    if (count + BEHIND > this.#words.length) this.#words = new Int32Array((count + BEHIND) * 2);
    else this.#words.fill(0, count, count + BEHIND);
  }
}

/** How many words behind the last one are zeros: as many as an entry of a property stream has. */
const BEHIND = 4;
