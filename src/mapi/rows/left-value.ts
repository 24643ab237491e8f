import { FormatError } from '../../damage/errors';
import type { EncodedValue } from '../values/property-value';
import type { ExternalValue } from './property-columns';

/** How a value that stays in the file is had from there. Each fails with a `FormatError` if it is damaged. */
export interface ValueInFile extends Pick<ExternalValue, 'read' | 'readItems'> {
  readonly size: number;
  /** At once, where the file is in memory and stays there. */
  readonly readNow?: (() => EncodedValue) | undefined;
}

const noBytes = new Uint8Array(0);

/** A value that stays in the file. Where that is in memory, it is as good as loaded: it is read when it is asked for. */
export class LeftValue implements ExternalValue {
  readonly #file: ValueInFile;
  #unchecked: EncodedValue | undefined;
  #isRead = false;
  #encoded: EncodedValue | undefined;

  /** `unchecked`: the value, if damage to it is looked for all the same. */
  constructor(file: ValueInFile, unchecked?: EncodedValue) {
    this.#file = file;
    this.#unchecked = unchecked;
  }

  get content(): 'loaded' | 'left-in-file' {
    return this.#file.readNow === undefined ? 'left-in-file' : 'loaded';
  }

  get size(): number {
    return this.#file.size;
  }

  get unchecked(): EncodedValue | undefined {
    return this.#unchecked;
  }

  release(): void {
    this.#unchecked = undefined;
  }

  /** The value; undefined if it is not at hand, or damaged. */
  get encoded(): EncodedValue | undefined {
    if (this.#isRead || this.#file.readNow === undefined) return this.#encoded;
    this.#isRead = true;
    try {
      this.#encoded = this.#file.readNow();
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
    }
    return this.#encoded;
  }

  get bytes(): Uint8Array {
    return this.encoded?.bytes ?? noBytes;
  }

  get items(): ExternalValue['items'] {
    return this.encoded?.items;
  }

  read(): Promise<Uint8Array> {
    return this.#file.read();
  }

  get readItems(): ExternalValue['readItems'] {
    return this.#file.readItems?.bind(this.#file);
  }
}
