import { FormatError } from '../damage/errors';
import type { ExternalValue } from '../mapi/rows/property-columns';
import { keepingOf } from '../mapi/object/keeping';
import { LeftValue } from '../mapi/rows/left-value';
import { ATTACH_DATA } from '../mapi/definitions/attachment-properties';
import { idOf } from '../mapi/values/property-type';
import type { EncodedValue } from '../mapi/values/property-value';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import type { TnefFile } from './attribute-stream';

/** Adds a value as it lies in the file: kept, or left there and checked if it is none of the largest. */
export function addRange(
  file: TnefFile,
  table: PropertyTableBuilder,
  tag: number,
  value: DeferredRange,
): void {
  const { start, size } = value;
  const keeping = keepingOf(tag, size, file);
  if (keeping === 'keep') table.addValue(tag, 0, file.bytes.view(start, size), start);
  else if (idOf(tag) === ATTACH_DATA) table.addExternal(tag, 0, value, start);
  else {
    const unchecked = keeping === 'leave' ? undefined : { bytes: file.bytes.view(start, size).slice() };
    table.addExternal(tag, 0, new LeftValue(value, unchecked), start);
  }
}

/** A value that was left in the file: larger than `loadValuesUpTo`, or the content of an attachment. */
export class DeferredRange implements ExternalValue {
  readonly content = 'left-in-file';
  readonly size: number;
  readonly readNow: (() => EncodedValue) | undefined;
  readonly #fetch: TnefFile['fetch'];
  /** Where it begins in the file. */
  readonly start: number;
  readonly #stated: number;

  /** `length` bytes are there from `start` on; the file says that there are `stated`. */
  constructor(
    { fetch, fetchNow }: Pick<TnefFile, 'fetch' | 'fetchNow'>,
    start: number,
    length: number,
    stated = length,
  ) {
    this.#fetch = fetch;
    this.readNow = fetchNow && (() => ({ bytes: this.#whole(fetchNow(start, length)) }));
    this.start = start;
    this.#stated = stated;
    this.size = length;
  }

  get bytes(): Uint8Array {
    return new Uint8Array(0);
  }

  async read(): Promise<Uint8Array> {
    return this.#whole(await this.#fetch(this.start, this.size));
  }

  #whole(bytes: Uint8Array): Uint8Array {
    if (bytes.length === this.#stated) return bytes;
    const message = `The value has ${bytes.length} bytes, expected ${this.#stated}: the file ends`;
    throw new FormatError('tnef-attribute-cut', message, { path: '', offset: this.start });
  }
}
