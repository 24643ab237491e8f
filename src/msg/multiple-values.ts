import type { ReportDamage } from '../damage/anomaly';
import { concat } from '../bytes/concat';
import { FormatError } from '../damage/errors';
import type { ExternalValue } from '../mapi/rows/property-columns';
import { elementType, formatTag, isText, typeOf } from '../mapi/values/property-type';
import { reportImpossibleSize } from './deferred-stream';
import type { ObjectStorage } from './object-storage';
import type { PropertySource } from './msg-file';

/**
 * The values of multi-valued text and binary, each in a stream of its own: as many as the stream of their lengths has
 * entries ([MS-OXMSG] 2.1.4).
 */
export class MultipleValueStreams implements ExternalValue {
  readonly content: 'loaded' | 'left-in-file';
  readonly size: number;
  readonly items: readonly (Uint8Array | undefined)[] | undefined;
  readonly #tag: number;
  /** The streams of the values; undefined where one is missing. */
  readonly #streams: readonly (number | undefined)[];
  readonly #lengthStream: string;
  readonly #fetch: PropertySource['fetch'];

  constructor(
    from: PropertySource,
    storage: ObjectStorage,
    tag: number,
    lengthStream: number,
    report: ReportDamage,
  ) {
    const { tree } = from;
    const lengths = tree.read(lengthStream, report).bytes.length;
    this.#tag = tag;
    this.#fetch = from.fetch;
    this.#lengthStream = tree.path(lengthStream);
    this.#streams = findStreams(from, storage, tag, lengths, report);
    this.size = this.#streams.reduce<number>(
      (sum, stream) => sum + (stream === undefined ? 0 : tree.size(stream)),
      0,
    );
    this.content = this.size > from.loadValuesUpTo ? 'left-in-file' : 'loaded';
    if (this.content === 'loaded') {
      this.items = this.#streams.map((stream) =>
        stream === undefined ? undefined : tree.read(stream, report).bytes.slice(),
      );
    } else {
      for (const stream of this.#streams)
        if (stream !== undefined) reportImpossibleSize(tree, stream, report);
    }
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
    for (const stream of this.#streams) {
      if (stream === undefined) {
        const message = `Property ${formatTag(this.#tag)} has no stream to read`;
        throw new FormatError('msg-value-stream-missing', message, { path: '', storage: this.#lengthStream });
      }
      items.push(await this.#fetch(stream));
    }
    return items;
  }
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
    const message = `Property ${formatTag(tag)} counts ${count} values, and has ${uncounted} streams of others`;
    report('msg-value-stream-orphan', message, { tag: formatTag(tag), loses: 'value' });
  }
  return streams;
}
