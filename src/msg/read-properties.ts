import type { Report } from '../anomaly';
import { ByteReader } from '../bytes/byte-reader';
import type { CompoundFile, StreamContent } from '../cfb/compound-file';
import type { Origin, RawProperty } from '../mapi/property-store';
import {
  elementType,
  formatTag,
  idOf,
  inlineSize,
  isKnownType,
  isMultiValued,
  isText,
  PropertyType,
  typeOf,
  valueSize,
} from '../mapi/property-type';
import type { ObjectStorage } from './object-storage';
import { decodeEntries } from './property-stream';
import type { PropertyEntry } from './property-stream';

/** PidTagAttachDataBinary and PidTagAttachDataObject: an attachment's content. */
const ATTACH_DATA = 0x3701;

/** The file that properties are read from, and how much of it. */
export interface PropertyFile {
  readonly file: CompoundFile;
  /** Larger values stay in the file. */
  readonly loadValuesUpTo: number;
  /** Fetches a stream that was left in the file. */
  readonly fetch: (stream: number) => Promise<Uint8Array>;
}

/** Reads the property stream of an object and the values beside it. */
export function readProperties(
  from: PropertyFile,
  storage: ObjectStorage,
  stream: StreamContent,
  header: number,
  report: Report,
): RawProperty[] {
  const place = storage.properties as number;
  const located: Report = (code, message, at) => {
    report(code, message, { storage: from.file.path(place), ...at });
  };
  const seen = new Set<number>();
  return decodeEntries(stream.bytes, header, located).map((entry) => {
    const inline = new InlineProperty(from.file, place, stream, entry);
    if (seen.has(entry.tag)) {
      located('msg-duplicate-property', `Property ${formatTag(entry.tag)} occurs twice; the first counts`);
      return inline;
    }
    seen.add(entry.tag);
    if (!isKnownType(typeOf(entry.tag))) {
      located('mapi-type-unknown', `Property ${formatTag(entry.tag)} has a type that does not exist`);
    }
    return readValue(from, storage, entry, inline, located);
  });
}

function readValue(
  from: PropertyFile,
  storage: ObjectStorage,
  entry: PropertyEntry,
  inline: RawProperty,
  report: Report,
): RawProperty {
  const type = typeOf(entry.tag);
  if (inlineSize(type) !== undefined) return inline;
  const stream = storage.values.get(entry.tag);
  if (stream === undefined) {
    if (!isKnownType(type)) return inline;
    report('msg-value-stream-missing', `Property ${formatTag(entry.tag)} has no value stream`);
    return new StreamProperty(from, entry, storage.id, 'missing');
  }
  if (from.file.isStorage(stream)) return new StreamProperty(from, entry, stream, 'missing');
  checkSize(entry, from.file.size(stream), report);
  if (from.file.size(stream) > from.loadValuesUpTo || idOf(entry.tag) === ATTACH_DATA) {
    return new StreamProperty(from, entry, stream, 'left-in-file');
  }
  const content = from.file.read(stream, report);
  return new StreamProperty(from, entry, stream, 'loaded', content, readItems(from, storage, entry, content, report));
}

/** The entry states the stream's size, plus a terminator for text, which some writers leave out. */
function checkSize(entry: PropertyEntry, size: number, report: Report): void {
  if (entry.value.length < 4) return;
  const stated = new ByteReader(entry.value).u32();
  const type = typeOf(entry.tag);
  const terminator = type === PropertyType.string ? 2 : type === PropertyType.string8 ? 1 : 0;
  // QUIRK: [MS-OXMSG] 2.4.2.2 counts the terminator of a string; one real entry in a hundred does not
  if (stated === size + terminator || stated === size) return;
  report('msg-value-size', `Property ${formatTag(entry.tag)} states ${stated} bytes, its stream has ${size}`);
}

/** The values of multi-valued text and binary: as many as the length stream has entries ([MS-OXMSG] 2.1.4). */
function readItems(
  from: PropertyFile,
  storage: ObjectStorage,
  { tag }: PropertyEntry,
  lengths: StreamContent,
  report: Report,
): RawProperty['items'] {
  const type = typeOf(tag);
  if (!isMultiValued(type) || valueSize(elementType(type)) !== undefined) return undefined;
  const count = Math.floor(lengths.bytes.length / (isText(elementType(type)) ? 4 : 8));
  const streams = storage.items.get(tag);
  return Array.from({ length: count }, (_, index) => {
    const stream = streams?.get(index);
    if (stream !== undefined) return from.file.read(stream, report).bytes;
    report('msg-value-stream-missing', `Property ${formatTag(tag)} has no stream for its value ${index}`);
    return undefined;
  });
}

/** A value of at most eight bytes, in the property stream itself. */
class InlineProperty implements RawProperty {
  readonly tag: number;
  readonly flags: number;
  readonly content = 'loaded';
  readonly bytes: Uint8Array;
  readonly #file: CompoundFile;
  readonly #stream: number;
  readonly #offset: number | undefined;

  constructor(file: CompoundFile, stream: number, content: StreamContent, { tag, flags, value, position }: PropertyEntry) {
    this.tag = tag;
    this.flags = flags;
    this.bytes = value.subarray(0, inlineSize(typeOf(tag)) ?? value.length);
    this.#file = file;
    this.#stream = stream;
    this.#offset = content.offsetOf(position);
  }

  get size(): number {
    return this.bytes.length;
  }

  get origin(): Origin {
    return { storage: this.#file.path(this.#stream), offset: this.#offset };
  }

  read(): Promise<Uint8Array> {
    return Promise.resolve(this.bytes);
  }
}

/** A value in a stream of its own. */
class StreamProperty implements RawProperty {
  readonly tag: number;
  readonly flags: number;
  readonly bytes: Uint8Array;
  readonly #from: PropertyFile;
  readonly #stream: number;
  readonly #offset: number | undefined;

  constructor(
    from: PropertyFile,
    { tag, flags }: PropertyEntry,
    stream: number,
    readonly content: RawProperty['content'],
    value?: StreamContent,
    readonly items?: RawProperty['items'],
  ) {
    this.tag = tag;
    this.flags = flags;
    this.bytes = value?.bytes ?? new Uint8Array(0);
    this.#from = from;
    this.#stream = stream;
    this.#offset = value?.offsetOf(0);
  }

  get size(): number {
    return this.content === 'left-in-file' ? this.#from.file.size(this.#stream) : this.bytes.length;
  }

  get origin(): Origin {
    return { storage: this.#from.file.path(this.#stream), offset: this.#offset };
  }

  read(): Promise<Uint8Array> {
    return this.content === 'left-in-file' ? this.#from.fetch(this.#stream) : Promise.resolve(this.bytes);
  }
}
