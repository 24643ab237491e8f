import { concat } from '../bytes/concat';
import { keepingOf } from '../mapi/object/keeping';
import { LeftValue } from '../mapi/rows/left-value';
import type { ValueInFile } from '../mapi/rows/left-value';
import { LoadedValues } from '../mapi/rows/loaded-values';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { DeferredRange } from './deferred-range';
import type { TnefFile } from './attribute-stream';

/** Where one of several values lies. */
export interface ValueRange {
  readonly start: number;
  readonly length: number;
}

/** Adds the values of multi-valued text and binary, each with a size of its own ([MS-OXTNEF] 2.1.3.4). */
export function addRanges(
  file: TnefFile,
  table: PropertyTableBuilder,
  tag: number,
  ranges: readonly ValueRange[],
  offset: number,
): void {
  const values = new ValuesInRanges(file, ranges);
  const keeping = keepingOf(tag, values.size, file);
  if (keeping === 'leave') {
    table.addExternal(tag, 0, new LeftValue(values), offset);
    return;
  }
  const items = ranges.map(({ start, length }) => file.bytes.view(start, length).slice());
  const value =
    keeping === 'keep' ? new LoadedValues(items) : new LeftValue(values, { bytes: concat(items), items });
  table.addExternal(tag, 0, value, offset);
}

/** Values that are read from where they lie. */
class ValuesInRanges implements ValueInFile {
  readonly size: number;
  readonly readNow: ValueInFile['readNow'];
  readonly #file: Pick<TnefFile, 'fetch'>;
  readonly #ranges: readonly ValueRange[];

  constructor(file: TnefFile, ranges: readonly ValueRange[]) {
    const { fetch, fetchNow } = file;
    this.#file = { fetch };
    this.size = ranges.reduce((sum, { length }) => sum + length, 0);
    this.#ranges = ranges;
    this.readNow =
      fetchNow &&
      (() => {
        const items = ranges.map(({ start, length }) => fetchNow(start, length));
        return { bytes: concat(items), items };
      });
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
