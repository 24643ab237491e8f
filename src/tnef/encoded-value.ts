import type { ReportDamage } from '../damage/anomaly';
import { EndOfBytes } from '../bytes/byte-reader';
import type { RangeReader } from '../bytes/range-reader';
import { decodeGuid, GUID_LENGTH } from '../mapi/values/guid';
import { ValuePlace } from '../mapi/rows/property-columns';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import {
  elementType,
  formatTag,
  inlineSize,
  isMultiValued,
  PropertyType,
  typeOf,
  valueSize,
} from '../mapi/values/property-type';
import { addRange, DeferredRange } from './deferred-range';
import { addRanges } from './multiple-values';
import type { ValueRange } from './multiple-values';
import type { TnefFile } from './attribute-stream';

// [MS-OXTNEF] 2.1.3.4: how the values of encapsulated properties are written

const PADDED_TO = 4;
const IID_IMessage = '00020307-0000-0000-C000-000000000046';
const IID_LENGTH = 16;

/** Types whose values have a size of their own. */
const sized = new Set<number>([
  PropertyType.string8,
  PropertyType.string,
  PropertyType.binary,
  PropertyType.object,
  // the specification has none of these three; nobody writes them otherwise than as binary
  PropertyType.serverId,
  PropertyType.restriction,
  PropertyType.ruleAction,
]);

/** A type of which it is not known how long its values are: whatever follows is lost. */
export class UnknownType extends Error {}

/** Reads the values of properties, one after the other, into the row of a table. */
export class EncodedValues {
  readonly #file: TnefFile;
  readonly #reader: RangeReader;
  readonly #table: PropertyTableBuilder;
  readonly #report: ReportDamage;
  /** Where the stream of the embedded message lies, if a value was one. */
  embedded: ValueRange | undefined;

  constructor(file: TnefFile, reader: RangeReader, table: PropertyTableBuilder, report: ReportDamage) {
    this.#file = file;
    this.#reader = reader;
    this.#table = table;
    this.#report = report;
  }

  /** Reads a value by its type; throws `EndOfBytes` or `UnknownType`, and has added nothing then. */
  read(tag: number): void {
    const type = typeOf(tag);
    const element = elementType(type);
    if (sized.has(element)) this.#readSized(tag, isMultiValued(type));
    else if (isMultiValued(type)) this.#readSeveralFixed(tag, element);
    else this.#readFixed(tag, type);
  }

  #readFixed(tag: number, type: number): void {
    const reader = this.#reader;
    const offset = reader.position;
    if (type === PropertyType.guid) {
      this.#table.addValue(tag, 0, reader.view(GUID_LENGTH), offset);
      return;
    }
    const length = inlineSize(type) ?? (type === PropertyType.unspecified ? 0 : undefined);
    if (length === undefined) throw new UnknownType();
    if (length === 8 && reader.remaining < 8) throw new EndOfBytes();
    const low = length === 0 ? 0 : reader.u32(); // two bytes are padded to four
    const high = length === 8 ? reader.u32() : 0;
    this.#table.addInline(tag, 0, length === 2 || length === 1 ? low & 0xffff : low, high, offset);
  }

  #readSeveralFixed(tag: number, element: number): void {
    const length = valueSize(element);
    if (length === undefined || length === 0) throw new UnknownType();
    const reader = this.#reader;
    const count = reader.u32();
    const offset = reader.position;
    const step = padded(length);
    if (count * step > reader.remaining) throw new EndOfBytes();
    if (step === length) {
      this.#addRange(tag, { start: offset, length: count * length });
      reader.skip(count * length);
      return;
    }
    const bytes = new Uint8Array(count * length);
    for (let index = 0; index < count; index++)
      bytes.set(reader.view(step).subarray(0, length), index * length);
    this.#table.addValue(tag, 0, bytes, offset);
  }

  #readSized(tag: number, isMulti: boolean): void {
    const reader = this.#reader;
    const count = reader.u32();
    if (isMulti) {
      const ranges: ValueRange[] = [];
      for (let index = 0; index < count; index++) ranges.push(this.#readRange());
      const offset = ranges[0]?.start ?? reader.position;
      addRanges(this.#file, this.#table, tag, ranges, offset);
      return;
    }
    if (count !== 1) this.#reportCount(tag, count);
    if (count === 0) {
      this.#table.addWithoutValue(tag, 0, ValuePlace.missing, reader.position);
      return;
    }
    const range = this.#readRange();
    for (let index = 1; index < count; index++) this.#readRange();
    if (typeOf(tag) === PropertyType.object) this.#addObject(tag, range);
    else this.#addRange(tag, range);
  }

  #reportCount(tag: number, count: number): void {
    this.#report('tnef-value-count', `Property ${formatTag(tag)} counts ${count} values, expected 1`, {
      offset: this.#reader.position - 4,
    });
  }

  /** A size, that many bytes, and what fills the last four. */
  #readRange(): ValueRange {
    const reader = this.#reader;
    const length = reader.u32();
    const start = reader.position;
    reader.skip(length);
    reader.skip(Math.min(padded(length) - length, reader.remaining));
    return { start, length };
  }

  /** An interface identifier and what it says: a message, or a storage or stream of OLE. */
  #addObject(tag: number, { start, length }: ValueRange): void {
    if (length < IID_LENGTH) {
      const message = `Object ${formatTag(tag)} has ${length} bytes, fewer than its interface identifier of ${IID_LENGTH}`;
      this.#report('mapi-value-malformed', message, { offset: start });
      this.#table.addWithoutValue(tag, 0, ValuePlace.missing, start);
      return;
    }
    const content = { start: start + IID_LENGTH, length: length - IID_LENGTH };
    if (decodeGuid(this.#file.bytes.view(start, IID_LENGTH)) !== IID_IMessage) {
      this.#addRange(tag, content);
      return;
    }
    this.embedded ??= content;
    this.#table.addWithoutValue(tag, 0, ValuePlace.storage, content.start);
  }

  /** A value where it lies: loaded, or left there if it is long or an attachment's content. */
  #addRange(tag: number, { start, length }: ValueRange): void {
    addRange(this.#file, this.#table, tag, new DeferredRange(this.#file, start, length));
  }
}

function padded(length: number): number {
  return Math.ceil(length / PADDED_TO) * PADDED_TO;
}
