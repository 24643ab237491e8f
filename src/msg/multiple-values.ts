import type { ReportDamage } from '../damage/anomaly';
import { concat } from '../bytes/concat';
import { FormatError } from '../damage/errors';
import { keepingOf } from '../mapi/object/keeping';
import { LeftValue } from '../mapi/rows/left-value';
import type { ValueInFile } from '../mapi/rows/left-value';
import type { ExternalValue } from '../mapi/rows/property-columns';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import type { EncodedValue } from '../mapi/values/property-value';
import { elementType, formatTag, isText, typeOf } from '../mapi/values/property-type';
import { reportImpossibleSize } from './deferred-stream';
import type { ValueStream } from './deferred-stream';
import type { ObjectStorage } from './object-storage';
import type { PropertySource } from './msg-file';

/**
 * Adds the values of multi-valued text and binary, each in a stream of its own: as many as the stream of their lengths has
 * entries ([MS-OXMSG] 2.1.4).
 */
export function addMultipleValues(
  from: PropertySource,
  table: PropertyTableBuilder,
  storage: ObjectStorage,
  { tag, flags, stream }: ValueStream,
  report: ReportDamage,
): void {
  const { tree } = from;
  const lengths = tree.read(stream, report).length;
  const streams = findStreams(from, storage, tag, lengths, report);
  const values = new ValuesInStreams(from, tag, streams, tree.path(stream));
  const keeping = keepingOf(tag, values.size, from);
  const offset = tree.offsetOf(stream);
  if (keeping === 'leave') {
    for (const each of streams) if (each !== undefined) reportImpossibleSize(tree, each, report);
    table.addExternal(tag, flags, new LeftValue(values), offset);
    return;
  }
  const items = streams.map((each) => (each === undefined ? undefined : tree.read(each, report).slice()));
  const value = keeping === 'keep' ? new KeptValues(values, items) : new LeftValue(values, encodedAs(items));
  table.addExternal(tag, flags, value, offset);
}

/** Values that are at hand. */
class KeptValues implements ExternalValue {
  readonly content = 'loaded';
  readonly size: number;
  readonly items: readonly (Uint8Array | undefined)[];
  readonly #streams: ValuesInStreams;

  constructor(streams: ValuesInStreams, items: readonly (Uint8Array | undefined)[]) {
    this.size = streams.size;
    this.items = items;
    this.#streams = streams;
  }

  /** The values that are here, one after the other. */
  get bytes(): Uint8Array {
    return concat(this.items);
  }

  read(): Promise<Uint8Array> {
    return this.#streams.read();
  }

  readItems(): Promise<Uint8Array[]> {
    return this.#streams.readItems();
  }
}

/** Values that are read from their streams. */
class ValuesInStreams implements ValueInFile {
  readonly size: number;
  readonly readNow: ValueInFile['readNow'];
  readonly #fetch: PropertySource['fetch'];
  readonly #streams: readonly (number | undefined)[];
  readonly #missing: () => FormatError;

  constructor(
    { tree, fetch, fetchNow }: PropertySource,
    tag: number,
    streams: readonly (number | undefined)[],
    storage: string,
  ) {
    this.size = streams.reduce<number>(
      (sum, stream) => sum + (stream === undefined ? 0 : tree.size(stream)),
      0,
    );
    this.#fetch = fetch;
    this.#streams = streams;
    this.#missing = () => {
      const message = `Property ${formatTag(tag)} has no stream to read`;
      return new FormatError('msg-value-stream-missing', message, { path: '', storage });
    };
    this.readNow = fetchNow && (() => encodedAs(this.#found().map((stream) => fetchNow(stream))));
  }

  async read(): Promise<Uint8Array> {
    return concat(await this.readItems());
  }

  async readItems(): Promise<Uint8Array[]> {
    const items: Uint8Array[] = [];
    for (const stream of this.#found()) items.push(await this.#fetch(stream));
    return items;
  }

  #found(): readonly number[] {
    return this.#streams.map((stream) => {
      if (stream === undefined) throw this.#missing();
      return stream;
    });
  }
}

function encodedAs(items: readonly (Uint8Array | undefined)[]): EncodedValue {
  return { bytes: concat(items), items };
}

/** The streams of the values of a property; undefined where one is missing, which is reported once for all. */
function findStreams(
  { tree }: PropertySource,
  storage: ObjectStorage,
  tag: number,
  lengthBytes: number,
  report: ReportDamage,
): (number | undefined)[] {
  const count = Math.floor(lengthBytes / (isText(elementType(typeOf(tag))) ? 4 : 8));
  const numbered = storage.items.get(tag);
  const streams = Array.from({ length: count }, (_, index) => {
    const stream = numbered?.get(index);
    return stream === undefined || tree.isStorage(stream) ? undefined : stream;
  });
  const missing = streams.filter((stream) => stream === undefined).length;
  if (missing > 0) {
    report(
      'msg-value-stream-missing',
      `Property ${formatTag(tag)} has no stream for ${missing} of its ${count} values`,
      { tag: formatTag(tag) },
    );
  }
  const uncounted = Array.from(numbered?.keys() ?? []).filter((index) => index >= count).length;
  if (uncounted > 0) {
    const message = `Property ${formatTag(tag)} counts ${count} values, but has ${uncounted} streams of others`;
    report('msg-value-stream-orphan', message, { tag: formatTag(tag), loses: 'value' });
  }
  return streams;
}
