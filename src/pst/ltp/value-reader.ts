import type { PropertyTableBuilder } from '../../mapi/rows/property-table-builder';
import {
  formatTag,
  hasItems,
  inlineSize,
  isKnownType,
  PropertyType,
  typeOf,
} from '../../mapi/values/property-type';
import { ValuePlace } from '../../mapi/rows/property-columns';
import type { DataTree } from '../ndb/data-tree';
import { hex, u32 } from '../ndb/store-bytes';
import { DeferredData, MissingValue } from './deferred-data';
import type { BlockValueOptions } from './deferred-data';
import { isHeapId } from './heap-on-node';
import { decodeMultipleValues, DeferredMultipleValues, MultipleValueData } from './multiple-values';
import type { NodeObject } from './node-object';
import { keepingOf } from '../../mapi/object/keeping';
import { LARGE } from '../../mapi/rows/large-value';
import { LeftValue } from '../../mapi/rows/left-value';
import type { EncodedValue } from '../../mapi/values/property-value';

/** PidTagSubject. */
const SUBJECT_STRING = 0x0037001f;
const SUBJECT_STRING8 = 0x0037001e;
/** What an HNID of a PtypObject leads to: an NID and a size ([MS-PST] 2.3.3.5). */
const OBJECT_LENGTH = 8;

/** Adds the properties of one node to a table: from the four bytes of a property context's record or a row's cell. */
export class ValueReader {
  /** The sub-nodes of the PtypObject values, by tag. */
  readonly objects = new Map<number, number>();
  readonly #node: NodeObject;
  readonly #table: PropertyTableBuilder;
  readonly #options: BlockValueOptions;

  constructor(node: NodeObject, table: PropertyTableBuilder, options: BlockValueOptions) {
    this.#node = node;
    this.#table = table;
    this.#options = options;
  }

  /** Adds a property whose value is `value` itself or lies where it leads to; `offset` is where it stands in the file. */
  add(tag: number, value: number, offset: number | undefined): void {
    const type = typeOf(tag);
    const size = inlineSize(type);
    if (!isKnownType(type)) {
      this.#node.report('mapi-type-unknown', `Property ${formatTag(tag)} has a type that does not exist`);
      this.#table.addInline(tag, 0, value, 0, offset);
    } else if (size !== undefined && size <= 4) this.#table.addInline(tag, 0, masked(value, size), 0, offset);
    else if (value === 0) this.#addEmpty(tag);
    else if (isHeapId(value)) this.#addFromHeap(tag, value);
    else this.#addFromSubNode(tag, value);
  }

  /** An HNID of 0: a value of no bytes. */
  #addEmpty(tag: number): void {
    if (hasItems(typeOf(tag))) this.#table.addExternal(tag, 0, new MultipleValueData([]), undefined);
    else this.#table.addBytes(tag, 0, this.#table.arena.length, undefined);
  }

  #addFromHeap(tag: number, hid: number): void {
    const { heap } = this.#node;
    if (!heap.find(hid)) {
      this.#addMissing(tag, `HID ${hex(hid)}`);
      return;
    }
    const { bytes, start, length } = heap;
    const type = typeOf(tag);
    const offset = heap.offsetOf(start);
    if (type === PropertyType.object) this.#addObject(tag, bytes, start, length);
    else if (inlineSize(type) === 8 && length >= 8)
      this.#table.addInline(tag, 0, u32(bytes, start), u32(bytes, start + 4), offset);
    else this.#addBytes(tag, bytes.subarray(start, start + length), offset);
  }

  #addObject(tag: number, bytes: Uint8Array, start: number, length: number): void {
    if (length < OBJECT_LENGTH) {
      this.#addMissing(tag, `an object of ${length} bytes`);
      return;
    }
    this.objects.set(tag, u32(bytes, start));
    this.#table.addWithoutValue(tag, 0, ValuePlace.storage);
  }

  #addFromSubNode(tag: number, nodeId: number): void {
    const data = this.#node.subNodeData(nodeId);
    if (data === undefined) {
      this.#addMissing(tag, `sub-node ${hex(nodeId)}`);
      return;
    }
    if (keepingOf(tag, data.size, this.#options) === 'keep')
      this.#addBytes(tag, data.whole(), data.offsetOf(0, 0));
    else this.#leave(tag, nodeId, data);
  }

  /** A value that stays in its blocks, which is checked all the same if it is none of the largest. */
  #leave(tag: number, nodeId: number, data: DataTree): void {
    const block = this.#node.subNodes.get(nodeId)?.data ?? 0;
    const Deferred = hasItems(typeOf(tag)) ? DeferredMultipleValues : DeferredData;
    const deferred = new Deferred(data.size, block, this.#options.fetch);
    const offset = data.offsetOf(0, 0);
    const keeping = keepingOf(tag, data.size, this.#options);
    const value = keeping === 'leave' ? deferred : new LeftValue(deferred, this.#encoded(tag, data.whole()));
    this.#table.addExternal(tag, 0, value, offset);
  }

  #encoded(tag: number, bytes: Uint8Array): EncodedValue {
    if (!hasItems(typeOf(tag))) return { bytes };
    const { items } = this.#several(tag, bytes);
    return { bytes, items };
  }

  #several(tag: number, bytes: Uint8Array): MultipleValueData {
    const { items, problem } = decodeMultipleValues(bytes);
    if (problem !== undefined)
      this.#node.report('pst-multiple-values', `Property ${formatTag(tag)} ${problem}`, {
        tag: formatTag(tag),
      });
    return new MultipleValueData(items);
  }

  #addBytes(tag: number, bytes: Uint8Array, offset: number | undefined): void {
    if (hasItems(typeOf(tag))) {
      this.#table.addExternal(tag, 0, this.#several(tag, bytes), offset);
      return;
    }
    const skipped = subjectMarks(tag, bytes);
    const text = skipped === 0 ? bytes : bytes.subarray(skipped);
    const at = offset === undefined ? undefined : offset + skipped;
    if (text.length > LARGE) this.#table.addValue(tag, 0, text, at);
    else this.#table.addBytes(tag, 0, this.#table.arena.append(text), at);
  }

  #addMissing(tag: number, where: string): void {
    const message = `Property ${formatTag(tag)} has its value in ${where}, which does not exist`;
    this.#node.report('pst-value-missing', message, { tag: formatTag(tag) });
    this.#table.addExternal(tag, 0, new MissingValue(message), undefined);
  }
}

/** Only as many of the four bytes as the type has: the others hold rubbish. */
function masked(value: number, size: number): number {
  return size === 4 ? value : value & (2 ** (size * 8) - 1);
}

/**
 * How many bytes before the text of a subject say how long its prefix ("RE: ") is: U+0001 and a character that counts
 * ([MS-PST] 2.5.3.1.1.1). No other container has them.
 */
function subjectMarks(tag: number, bytes: Uint8Array): number {
  if (tag === SUBJECT_STRING8 && bytes.length >= 2 && bytes[0] === 1) return 2;
  return tag === SUBJECT_STRING && bytes.length >= 4 && bytes[0] === 1 && bytes[1] === 0 ? 4 : 0;
}
