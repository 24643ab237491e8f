import type { ExternalValue } from './property-columns';

/** From so many bytes on, a value has an array of its own: one that grows for several would be copied again and again. */
export const LARGE = 65_536;

/** A large value that is at hand. */
export class LargeValue implements ExternalValue {
  readonly content = 'loaded';
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get size(): number {
    return this.bytes.length;
  }

  read(): Promise<Uint8Array> {
    return Promise.resolve(this.bytes);
  }
}
