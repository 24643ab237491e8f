import { costing } from '../damage/anomaly';
import type { ReportDamage } from '../damage/anomaly';
import type { StorageTree } from './storage-tree';
import { ValuePlace } from '../mapi/rows/property-columns';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import {
  formatTag,
  hasItems,
  inlineSize,
  isStorable,
  isText,
  PropertyType,
  typeOf,
} from '../mapi/values/property-type';
import { addMultipleValues } from './multiple-values';
import { orphansIn } from './orphans';
import type { ObjectStorage } from './object-storage';
import type { PropertySource } from './msg-file';
import { headerLength } from './property-stream';
import type { ObjectCounts, PropertyStream } from './property-stream';
import { statesSize } from './stated-size';
import { SeenTags } from '../mapi/rows/seen-tags';
import { leaveStream, reportImpossibleSize } from './deferred-stream';
import { keepingOf } from '../mapi/object/keeping';
import { LARGE } from '../mapi/rows/large-value';

/**
 * Reads the property stream of an object and the values beside it: one row, empty and recorded if there is no stream.
 * Gives what the stream's header counts, if it is that of a message.
 */
export function readPropertyRow(
  from: PropertySource,
  table: PropertyTableBuilder,
  storage: ObjectStorage,
  header: number,
  report: ReportDamage,
): ObjectCounts | undefined {
  const { tree, stream } = from;
  const { properties } = storage;
  const row = new PropertyRow(from, table, storage, report);
  let counts: ObjectCounts | undefined;
  if (properties === undefined || tree.isStorage(properties)) {
    report('msg-property-stream-missing', 'No property stream', { storage: tree.path(storage.id) });
    stream.content.take(new Uint8Array(0));
    row.read(0); // the values with streams of their own
  } else {
    tree.load(properties, stream.content, costing('property', report));
    row.read(header);
    if (header !== headerLength.recipientOrAttachment) ({ counts } = stream);
  }
  table.endRow();
  return counts;
}

/** One object's properties while they are read into a row of a table. */
class PropertyRow {
  readonly #from: PropertySource;
  readonly #file: StorageTree;
  readonly #table: PropertyTableBuilder;
  readonly #storage: ObjectStorage;
  readonly #stream: PropertyStream;
  readonly #report: ReportDamage;
  /** Whether it is a message's own properties. */
  #isMessage = false;

  constructor(
    from: PropertySource,
    table: PropertyTableBuilder,
    storage: ObjectStorage,
    report: ReportDamage,
  ) {
    this.#from = from;
    this.#file = from.tree;
    this.#table = table;
    this.#storage = storage;
    this.#stream = from.stream;
    this.#report = report;
  }

  /** As `#report`, for what concerns the property stream. */
  readonly #located: ReportDamage = (code, message, at) => {
    const { properties, id } = this.#storage;
    this.#report(code, message, { storage: this.#file.path(properties ?? id), ...at });
  };

  /** Reads what was taken of the property stream; `header`: how long its header is. */
  read(header: number): void {
    this.#isMessage = header !== headerLength.recipientOrAttachment;
    this.#stream.begin(header, this.#located);
    const seen = new SeenTags();
    let streams = 0;
    let zeroed = 0;
    for (let index = 0; index < this.#stream.count; index++) {
      const tag = this.#stream.tag(index);
      if (tag === 0 && this.#stream.isZeroed(index)) {
        zeroed += 1;
        continue;
      }
      const isFirst = seen.add(tag);
      if (!isFirst)
        this.#located('msg-duplicate-property', `Property ${formatTag(tag)} occurs twice; the first counts`);
      if (inlineSize(typeOf(tag)) !== undefined) this.#addInline(index);
      else if (!isFirst) this.#table.addWithoutValue(tag, this.#stream.flags(index), ValuePlace.missing);
      else if (this.#readValue(index)) streams += 1;
    }
    if (zeroed > 0) this.#located('msg-property-zeroed', `Zeroed property entries before others: ${zeroed}`);
    if (streams < this.#storage.values.size || this.#storage.items.size > 0) this.#reportOrphans(seen);
  }

  /** A value in the entry; of a cut entry what bytes there are, which may be too few. */
  #addInline(index: number): void {
    const stream = this.#stream;
    const tag = stream.tag(index);
    const length = stream.valueLength(index);
    const offset = stream.valueOffset(index);
    if (length >= (inlineSize(typeOf(tag)) ?? 8)) {
      this.#table.addInline(tag, stream.flags(index), stream.low(index), stream.high(index), offset);
      return;
    }
    const { arena } = this.#table;
    const start = arena.reserve(length);
    for (let at = 0; at < length; at++) arena.bytes[start + at] = stream.byte(index, at);
    this.#table.addBytes(tag, stream.flags(index), start, offset);
  }

  /** Reads a value that has a stream of its own; false if it has none. */
  #readValue(index: number): boolean {
    const tag = this.#stream.tag(index);
    if (!isStorable(typeOf(tag)))
      this.#located('mapi-type-unknown', `Property ${formatTag(tag)} has a type that does not exist`, {
        loses: 'property', // whose the entry was, before it was damaged, nobody knows
      });
    const stream = this.#storage.values.get(tag);
    if (stream !== undefined && !this.#file.isStorage(stream)) {
      this.#checkSize(index, this.#file.size(stream));
      this.#addStream(tag, this.#stream.flags(index), stream);
      return true;
    }
    this.#addWithoutStream(index, stream);
    return stream !== undefined;
  }

  #addWithoutStream(index: number, storage: number | undefined): void {
    const tag = this.#stream.tag(index);
    const flags = this.#stream.flags(index);
    if (storage !== undefined && typeOf(tag) === PropertyType.object) {
      this.#table.addWithoutValue(tag, flags, ValuePlace.storage);
    } else if (isStorable(typeOf(tag))) {
      this.#located('msg-value-stream-missing', `Property ${formatTag(tag)} has no value stream`, {
        tag: formatTag(tag),
      });
      this.#table.addWithoutValue(tag, flags, ValuePlace.missing);
    } else {
      this.#addInline(index);
    }
  }

  #addStream(tag: number, flags: number, stream: number): void {
    const size = this.#file.size(stream);
    if (hasItems(typeOf(tag))) {
      addMultipleValues(this.#from, this.#table, this.#storage, { tag, flags, stream }, this.#located);
    } else if (keepingOf(tag, size, this.#from) !== 'keep') {
      leaveStream(this.#from, this.#table, { tag, flags, stream }, this.#located);
    } else if (size > LARGE && size > this.#file.byteLength) {
      reportImpossibleSize(this.#file, stream, this.#located);
      this.#table.addWithoutValue(tag, flags, ValuePlace.missing);
    } else if (size > LARGE) {
      const bytes = this.#file.read(stream, this.#located);
      this.#table.addValue(tag, flags, bytes, this.#file.offsetOf(stream));
    } else {
      const { arena } = this.#table;
      const start = arena.length;
      // what recipients are told by is asked for again and again: a view of the table's bytes costs less than a copy
      const mayStay = isText(typeOf(tag)) || (this.#isMessage && inlineSize(typeOf(tag)) === undefined);
      const at = size > 0 ? this.#file.append(stream, arena, mayStay, this.#located) : undefined;
      if (at !== undefined) this.#table.addInFile(tag, flags, at, size);
      else this.#table.addBytes(tag, flags, start, this.#file.offsetOf(stream));
    }
  }

  /** The entry states the stream's size, plus a terminator for text, which some writers leave out. */
  #checkSize(index: number, size: number): void {
    if (this.#stream.valueLength(index) < 4) return;
    const stated = this.#stream.low(index);
    const tag = this.#stream.tag(index);
    if (statesSize(stated, size, typeOf(tag))) return;
    this.#located(
      'msg-value-size',
      `Property ${formatTag(tag)} states ${stated} bytes, but its stream has ${size}`,
    );
  }

  /** What belongs to no entry: the entry is lost, or it was deleted without it. Values are offered as that. */
  #reportOrphans(seen: SeenTags): void {
    for (const { tag, id, message, loses, isValue } of orphansIn(this.#storage, seen, this.#file)) {
      const storage = this.#file.path(id);
      this.#report('msg-value-stream-orphan', message, { storage, tag: formatTag(tag), loses });
      if (!isValue) continue;
      this.#addStream(tag, 0, id);
      this.#table.markUnlisted();
    }
  }
}
