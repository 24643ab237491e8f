import type { RandomAccessBytes } from '../bytes/random-access';
import { copyWords } from '../bytes/words';
import { Extents } from './extents';

/**
 * The words of one stream after the other, in an array that is used again: of a thousand recipients each has a stream, and
 * an array for each would cost more than what is in it. It is one of V8's own: a typed array is memory of its own, which most
 * files are too small for. Behind the last word are zeros for one more entry.
 */
export class StreamWords {
  /** Where the bytes lie in the file: nowhere, if that is not known. */
  readonly extents = new Extents();
  readonly words: number[] = [];
  #byteLength = 0;

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
    this.extents.copyWords(bytes.words, found >> 2, this.words);
    this.#end(found);
  }

  /** Takes bytes of which nobody knows where they lie. */
  take(bytes: Uint8Array): void {
    this.extents.clear();
    this.#take(bytes);
  }

  #take(bytes: Uint8Array): void {
    copyWords(bytes, this.words);
    this.#end(bytes.length);
  }

  #end(byteLength: number): void {
    const count = Math.ceil(byteLength / 4);
    for (let index = count; index < count + BEHIND; index++) this.words[index] = 0;
    this.#byteLength = byteLength;
  }
}

/** How many words behind the last one are zeros: as many as an entry of a property stream has. */
const BEHIND = 4;
