import { concat } from '../bytes/concat';
import type { ExternalValue } from '../mapi/rows/property-columns';
import { DeferredRange } from './deferred-range';
import type { TnefFile } from './attribute-stream';

/** Where one of several values lies. */
export interface ValueRange {
  readonly start: number;
  readonly length: number;
}

/** The values of multi-valued text and binary, each with a size of its own ([MS-OXTNEF] 2.1.3.4). */
export class MultipleValueRanges implements ExternalValue {
  readonly content: 'loaded' | 'left-in-file';
  readonly size: number;
  readonly items: readonly Uint8Array[] | undefined;
  readonly #file: Pick<TnefFile, 'fetch'>;
  readonly #ranges: readonly ValueRange[];

  constructor({ bytes, loadValuesUpTo, fetch }: TnefFile, ranges: readonly ValueRange[]) {
    this.#file = { fetch };
    this.#ranges = ranges;
    this.size = ranges.reduce((sum, { length }) => sum + length, 0);
    this.content = this.size > loadValuesUpTo ? 'left-in-file' : 'loaded';
    this.items =
      this.content === 'loaded'
        ? ranges.map(({ start, length }) => bytes.view(start, length).slice())
        : undefined;
  }

  /** The values that are here, one after the other. */
  get bytes(): Uint8Array {
    return concat(this.items ?? []);
  }

  async read(): Promise<Uint8Array> {
    return concat(await this.readItems());
  }

  async readItems(): Promise<Uint8Array[]> {
    const items: Uint8Array[] = [];
    for (const { start, length } of this.#ranges)
      items.push(await new DeferredRange(this.#file, start, length).read());
    return items;
  }
}
