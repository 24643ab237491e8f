import type { Report } from '../anomaly';
import { ByteReader } from '../bytes/byte-reader';
import type { StreamContent } from '../cfb/compound-file';
import type { RawProperty } from '../mapi/property-store';
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
import { InlineProperty, StreamProperty } from './msg-property';
import type { PropertyFile } from './msg-property';
import type { ObjectStorage } from './object-storage';
import { decodeEntries } from './property-stream';
import type { PropertyEntry } from './property-stream';

/** PidTagAttachDataBinary and PidTagAttachDataObject: an attachment's content. */
const ATTACH_DATA = 0x3701;

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
  const properties = decodeEntries(stream.bytes, header, located).map((entry) => {
    const inline = new InlineProperty(from.file, place, stream, entry);
    if (seen.has(entry.tag)) {
      located('msg-duplicate-property', `Property ${formatTag(entry.tag)} occurs twice; the first counts`);
      const isInline = inlineSize(typeOf(entry.tag)) !== undefined;
      return isInline ? inline : new StreamProperty(from, entry, { content: 'missing', stream: storage.id });
    }
    seen.add(entry.tag);
    if (!isKnownType(typeOf(entry.tag))) {
      located('mapi-type-unknown', `Property ${formatTag(entry.tag)} has a type that does not exist`);
    }
    return readValue(from, storage, entry, inline, located);
  });
  reportOrphans(from, storage, seen, report);
  return properties;
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
  if (stream !== undefined && type === PropertyType.object && from.file.isStorage(stream)) {
    return new StreamProperty(from, entry, { content: 'storage', stream });
  }
  if (stream === undefined || from.file.isStorage(stream)) {
    if (!isKnownType(type)) return inline;
    report('msg-value-stream-missing', `Property ${formatTag(entry.tag)} has no value stream`);
    return new StreamProperty(from, entry, { content: 'missing', stream: storage.id });
  }
  checkSize(inline, from.file.size(stream), report);
  if (hasItems(type)) return readSeveral(from, storage, entry, stream, report);
  reportImpossibleSize(from, stream, report);
  if (from.file.size(stream) > from.loadValuesUpTo || idOf(entry.tag) === ATTACH_DATA) {
    return new StreamProperty(from, entry, { content: 'left-in-file', stream });
  }
  return new StreamProperty(from, entry, {
    content: 'loaded',
    stream,
    value: from.file.read(stream, report),
  });
}

/** Whether a property has a stream for each of its values: multi-valued text and binary. */
function hasItems(type: number): boolean {
  return isMultiValued(type) && isKnownType(type) && valueSize(elementType(type)) === undefined;
}

/** A stream that stays in the file is not read, but it cannot be larger than the file. */
function reportImpossibleSize({ file }: PropertyFile, stream: number, report: Report): void {
  const size = file.size(stream);
  if (size <= file.byteLength) return;
  report('cfb-stream-short', `Stream says it has ${size} bytes, the file has ${file.byteLength}`, {
    storage: file.path(stream),
  });
}

/** The entry states the stream's size, plus a terminator for text, which some writers leave out. */
function checkSize({ tag, bytes }: RawProperty, size: number, report: Report): void {
  if (bytes.length < 4) return;
  const stated = new ByteReader(bytes).u32();
  const type = typeOf(tag);
  const terminator = type === PropertyType.string ? 2 : type === PropertyType.string8 ? 1 : 0;
  // QUIRK: [MS-OXMSG] 2.4.2.2 counts the terminator of a string; one real entry in a hundred does not
  if (stated === size + terminator || stated === size) return;
  report('msg-value-size', `Property ${formatTag(tag)} states ${stated} bytes, its stream has ${size}`);
}

/** The values of multi-valued text and binary: as many as the length stream has entries ([MS-OXMSG] 2.1.4). */
function readSeveral(
  from: PropertyFile,
  storage: ObjectStorage,
  entry: PropertyEntry,
  lengthStream: number,
  report: Report,
): RawProperty {
  const lengths = from.file.read(lengthStream, report);
  const itemStreams = findItemStreams(from, storage, entry.tag, lengths.bytes.length, report);
  const sizes = itemStreams.map((stream) => (stream === undefined ? 0 : from.file.size(stream)));
  const place = { stream: lengthStream, itemStreams };
  if (sizes.reduce((sum, size) => sum + size, 0) > from.loadValuesUpTo) {
    for (const stream of itemStreams) if (stream !== undefined) reportImpossibleSize(from, stream, report);
    return new StreamProperty(from, entry, { content: 'left-in-file', ...place });
  }
  const items = itemStreams.map((stream) =>
    stream === undefined ? undefined : from.file.read(stream, report).bytes,
  );
  return new StreamProperty(from, entry, { content: 'loaded', ...place, value: lengths, items });
}

/** The streams of the values of a property; undefined where one is missing, which is reported once for all. */
function findItemStreams(
  { file }: PropertyFile,
  storage: ObjectStorage,
  tag: number,
  lengthBytes: number,
  report: Report,
): (number | undefined)[] {
  const count = Math.floor(lengthBytes / (isText(elementType(typeOf(tag))) ? 4 : 8));
  const numbered = storage.items.get(tag);
  const streams = Array.from({ length: count }, (_, index) => {
    const stream = numbered?.get(index);
    return stream === undefined || file.isStorage(stream) ? undefined : stream;
  });
  const missing = streams.filter((stream) => stream === undefined).length;
  if (missing > 0) {
    report(
      'msg-value-stream-missing',
      `Property ${formatTag(tag)} has no stream for ${missing} of its ${count} values`,
    );
  }
  return streams;
}

/** Value streams without an entry: what they hold is there, but as a property it is lost. */
function reportOrphans(
  { file }: PropertyFile,
  storage: ObjectStorage,
  seen: ReadonlySet<number>,
  report: Report,
): void {
  for (const [tag, stream] of storage.values) {
    if (seen.has(tag) || file.isStorage(stream)) continue;
    const message = `Value stream of ${formatTag(tag)} belongs to no entry of the property stream`;
    report('msg-value-stream-orphan', message, { storage: file.path(stream) });
  }
  for (const [tag, items] of storage.items) {
    const [first] = items.values();
    if (storage.values.has(tag) || first === undefined) continue;
    const message = `${items.size} streams of values of ${formatTag(tag)} have no stream of lengths`;
    report('msg-value-stream-orphan', message, { storage: file.path(first) });
  }
}
