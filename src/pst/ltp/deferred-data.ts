import { FormatError } from '../../damage/errors';
import type { ExternalValue } from '../../mapi/rows/property-columns';
import type { ValueOptions } from '../../mapi/rows/value-options';

/** Values are left in blocks, and fetched by the ID of their block. */
export type BlockValueOptions = ValueOptions<[blockId: number]>;

/** A value that was left in the file: larger than `loadValuesUpTo`, or the content of an attachment. */
export class DeferredData implements ExternalValue {
  readonly content = 'left-in-file';
  readonly bytes = new Uint8Array(0);
  readonly size: number;
  /** The ID of its block, or of the array of its blocks. */
  readonly block: number;
  readonly #fetch: BlockValueOptions['fetch'];

  constructor(size: number, block: number, fetch: BlockValueOptions['fetch']) {
    this.size = size;
    this.block = block;
    this.#fetch = fetch;
  }

  read(): Promise<Uint8Array> {
    return this.#fetch(this.block);
  }
}

/** A value that the store lacks. */
export class MissingValue implements ExternalValue {
  readonly content = 'missing';
  readonly bytes = new Uint8Array(0);
  readonly size = 0;
  readonly #message: string;

  constructor(message: string) {
    this.#message = message;
  }

  read(): Promise<Uint8Array> {
    return Promise.reject(new FormatError('pst-value-missing', this.#message));
  }
}
