import { concat } from '../../bytes/concat';
import type { ExternalValue } from './property-columns';

/** The values of multi-valued text or binary, all of them at hand. */
export class LoadedValues implements ExternalValue {
  readonly content = 'loaded';
  readonly items: readonly Uint8Array[];

  constructor(items: readonly Uint8Array[]) {
    this.items = items;
  }

  get size(): number {
    return this.items.reduce((sum, { length }) => sum + length, 0);
  }

  /** The values one after the other. */
  get bytes(): Uint8Array {
    return concat(this.items);
  }

  read(): Promise<Uint8Array> {
    return Promise.resolve(this.bytes);
  }

  readItems(): Promise<Uint8Array[]> {
    return Promise.resolve([...this.items]);
  }
}
