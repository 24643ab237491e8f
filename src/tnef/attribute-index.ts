import type { StorageNames } from '../mapi/rows/store-context';
import { attributeName } from './attribute';
import type { Attribute } from './attribute';

/** Which attribute of a stream holds a byte: kept when nothing else of the file is, to say where a value came from. */
export class AttributeIndex {
  readonly #starts: number[] = [];
  readonly #ids: number[] = [];
  /** The attributes that the stream itself lies in, with a slash at the end. */
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Adds the next attribute of the stream. */
  add({ id, start }: Attribute): void {
    this.#starts.push(start);
    this.#ids.push(id);
  }

  /** The path of the attribute that holds a byte, such as `attMsgProps` or `attAttachment/attSubject`. */
  pathOf(offset: number): string {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    const id = this.#ids[low - 1];
    return this.#prefix + (id === undefined ? '' : attributeName(id));
  }

  /** The names of a table's attributes: values without an offset have none. */
  readonly names: StorageNames = (_row, _tag, _place, offset) => this.pathOf(offset);
}
