import { FormatError } from '../damage/errors';
import type { ExternalValue } from '../mapi/rows/property-columns';
import type { TnefFile } from './attribute-stream';

/** A value that was left in the file: larger than `loadValuesUpTo`, or the content of an attachment. */
export class DeferredRange implements ExternalValue {
  readonly content = 'left-in-file';
  readonly size: number;
  readonly #fetch: TnefFile['fetch'];
  /** Where it begins in the file. */
  readonly start: number;
  readonly #stated: number;

  /** `length` bytes are there from `start` on; the file says that there are `stated`. */
  constructor({ fetch }: Pick<TnefFile, 'fetch'>, start: number, length: number, stated = length) {
    this.#fetch = fetch;
    this.start = start;
    this.#stated = stated;
    this.size = length;
  }

  get bytes(): Uint8Array {
    return new Uint8Array(0);
  }

  async read(): Promise<Uint8Array> {
    const bytes = await this.#fetch(this.start, this.size);
    if (bytes.length === this.#stated) return bytes;
    const message = `The value has ${bytes.length} bytes, expected ${this.#stated}: the file ends`;
    throw new FormatError('tnef-attribute-cut', message, { path: '', offset: this.start });
  }
}
