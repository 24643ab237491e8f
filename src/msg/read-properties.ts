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
      return inline;
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

/** Value streams without an entry: what they hold is there, but as a property it is lost. */
function reportOrphans(
  { file }: PropertyFile,
  { values }: ObjectStorage,
  seen: ReadonlySet<number>,
  report: Report,
): void {
  for (const [tag, stream] of values) {
    if (seen.has(tag) || file.isStorage(stream)) continue;
    const message = `Value stream of ${formatTag(tag)} belongs to no entry of the property stream`;
    report('msg-value-stream-orphan', message, { storage: file.path(stream) });
  }
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
  checkSize(inline, from.file.size(stream), report);
  if (from.file.size(stream) > from.file.byteLength) {
    const size = from.file.size(stream);
    report('cfb-stream-short', `Stream says it has ${size} bytes, the file has ${from.file.byteLength}`, {
      storage: from.file.path(stream),
    });
  }
  if (from.file.size(stream) > from.loadValuesUpTo || idOf(entry.tag) === ATTACH_DATA) {
    return new StreamProperty(from, entry, stream, 'left-in-file');
  }
  const content = from.file.read(stream, report);
  return new StreamProperty(
    from,
    entry,
    stream,
    'loaded',
    content,
    readItems(from, storage, entry, content, report),
  );
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
