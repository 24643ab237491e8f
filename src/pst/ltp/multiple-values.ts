import { isZero } from '../../bytes/is-zero';
import { concat } from '../../bytes/concat';
import { FormatError } from '../../damage/errors';
import type { ExternalValue } from '../../mapi/rows/property-columns';
import { u32 } from '../ndb/store-bytes';
import { DeferredData } from './deferred-data';

// [MS-PST] 2.3.3.4.2: multi-valued properties whose values differ in size

/** The values, as far as they can be told apart, and what is wrong. */
export interface DecodedValues {
  readonly items: readonly (Uint8Array | undefined)[];
  readonly problem: string | undefined;
}

/** Takes several values apart: their count, where each begins, and then themselves. The last one runs to the end. */
export function decodeMultipleValues(bytes: Uint8Array): DecodedValues {
  const count = bytes.length < 4 ? 0 : u32(bytes, 0);
  const fitting = Math.min(count, Math.floor(Math.max(0, bytes.length - 4) / 4));
  const begin = (index: number): number => (index === fitting ? bytes.length : u32(bytes, 4 + index * 4));
  const data = 4 + fitting * 4;
  const items = Array.from({ length: fitting }, (_, index) => {
    const [start, end] = [begin(index), begin(index + 1)];
    return start >= data && start <= end && end <= bytes.length ? bytes.slice(start, end) : undefined;
  });
  const isCut = fitting < count || (bytes.length > 0 && bytes.length < 4);
  const isBroken = items.includes(undefined);
  const isShort = !isZero(bytes.subarray(data, begin(0))); // between the places and the first value there is none
  if (!isCut && !isBroken && !isShort) return { items, problem: undefined };
  const problem = isShort
    ? `counts ${count} values, but has extra bytes before the first`
    : `states ${count} values, which do not fit in its ${bytes.length} bytes`;
  if (isShort) return { items: [...items.slice(0, -1), undefined], problem }; // the last one runs into others
  return { items: isCut ? [...items, undefined] : items, problem };
}

/** Several values that are here. */
export class MultipleValueData implements ExternalValue {
  readonly content = 'loaded';
  readonly items: readonly (Uint8Array | undefined)[];

  constructor(items: readonly (Uint8Array | undefined)[]) {
    this.items = items;
  }

  get size(): number {
    return this.items.reduce((sum, item) => sum + (item?.length ?? 0), 0);
  }

  /** The values one after the other. */
  get bytes(): Uint8Array {
    return concat(this.items);
  }

  read(): Promise<Uint8Array> {
    return Promise.resolve(this.bytes);
  }

  readItems(): Promise<Uint8Array[]> {
    return Promise.resolve().then(() => complete(this.items));
  }
}

/** Several values that were left in the file. */
export class DeferredMultipleValues extends DeferredData {
  override async read(): Promise<Uint8Array> {
    return concat(await this.readItems());
  }

  async readItems(): Promise<Uint8Array[]> {
    return complete(decodeMultipleValues(await super.read()).items);
  }
}

function complete(items: readonly (Uint8Array | undefined)[]): Uint8Array[] {
  return items.map((item) => {
    if (item === undefined)
      throw new FormatError(
        'pst-multiple-values',
        'One of the values lies outside the bytes of its property',
      );
    return item;
  });
}
