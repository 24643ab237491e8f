import { elementType, hasItems, idOf, inlineSize, isText, typeOf } from '../mapi/values/property-type';
import { statesSize } from '../msg/stated-size';

/** How long the value in an entry of a property stream is: [MS-OXMSG] 2.4.2. */
const ENTRY_VALUE = 8;

/**
 * What is known of a property's value: `entry`: it is in the entry; `stream`: in a stream, which the entry states the
 * length of; `items`: several values, each in a stream of its own; `unordered`: several values of which it cannot be told
 * which is which; `missing`: the entry is there, the stream is not.
 */
export type MsgReaderValue =
  | { readonly kind: 'entry'; readonly bytes: Uint8Array; readonly isTwice: boolean }
  | { readonly kind: 'stream'; readonly bytes: Uint8Array; readonly stated: number | undefined }
  | { readonly kind: 'items'; readonly items: readonly Uint8Array[] }
  | { readonly kind: 'unordered' | 'missing' };

/**
 * The properties of an object as an observer heard of them. Entries of the property stream and value streams arrive
 * alike: of a value in an entry, that; of one in a stream, both; of several in streams of their own, the stream of their
 * lengths, the entry and the values.
 */
export class MsgReaderObject {
  /** What was heard of each tag, the tag heard last at the end: in the order of the property stream, but for items. */
  readonly #heard = new Map<number, Uint8Array[]>();
  #hasEntries = false;

  get size(): number {
    return this.#heard.size;
  }

  /**
   * Whether the property stream was read.
   * QUIRK: [MS-OXMSG] 2.4.1.2 gives the one of an embedded message a header of 24 bytes. msgreader 1.28 skips 8 and takes
   * the rest for an entry with the tag "next recipient ID": it stops there if that is 0, and else reads on rightly.
   */
  get hasEntries(): boolean {
    return this.#hasEntries;
  }

  observe(tag: number, raw: Uint8Array): void {
    if (idOf(tag) === 0) return; // a header that was taken for an entry
    if (inlineSize(typeOf(tag)) !== undefined) this.#hasEntries = true;
    const heard = this.#heard.get(tag) ?? [];
    heard.push(raw);
    this.#heard.delete(tag);
    this.#heard.set(tag, heard);
  }

  *[Symbol.iterator](): Generator<readonly [tag: number, value: MsgReaderValue], undefined> {
    for (const [tag, heard] of this.#heard) yield [tag, this.#valueOf(typeOf(tag), heard)];
  }

  #valueOf(type: number, heard: readonly Uint8Array[]): MsgReaderValue {
    const [first] = heard;
    if (first === undefined) return { kind: 'missing' };
    if (inlineSize(type) !== undefined) return { kind: 'entry', bytes: first, isTwice: heard.length > 1 };
    return hasItems(type) ? itemsOf(type, heard) : this.#streamOf(first, heard[1]);
  }

  /** A sound directory lists shorter names first: the value stream, then the property stream. */
  #streamOf(first: Uint8Array, second: Uint8Array | undefined): MsgReaderValue {
    if (second === undefined && first.length === ENTRY_VALUE && this.#hasEntries) return { kind: 'missing' };
    if (second === undefined) return { kind: 'stream', bytes: first, stated: undefined };
    const [bytes, entry] = second.length === ENTRY_VALUE ? [first, second] : [second, first];
    return { kind: 'stream', bytes, stated: u32(entry, 0) };
  }
}

/** Values come without their numbers, so they count only if each is as long as the stream of lengths says. */
function itemsOf(type: number, [lengths, entry, ...items]: readonly Uint8Array[]): MsgReaderValue {
  const step = isText(elementType(type)) ? 4 : 8;
  const isWhole =
    lengths !== undefined &&
    entry?.length === ENTRY_VALUE &&
    lengths.length === items.length * step &&
    items.every(({ length }, index) => {
      return statesSize(u32(lengths, index * step), length, elementType(type));
    });
  return isWhole ? { kind: 'items', items } : { kind: 'unordered' };
}

function u32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}
