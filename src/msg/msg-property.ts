import type { CompoundFile, StreamContent } from '../cfb/compound-file';
import { FormatError } from '../errors';
import type { Origin, RawProperty } from '../mapi/property-store';
import { formatTag, inlineSize, typeOf } from '../mapi/property-type';
import type { PropertyEntry } from './property-stream';

/** The file that properties are read from, and how much of it. */
export interface PropertyFile {
  readonly file: CompoundFile;
  /** Larger values stay in the file. */
  readonly loadValuesUpTo: number;
  /** Fetches a stream that was left in the file. */
  readonly fetch: (stream: number) => Promise<Uint8Array>;
}

/** How many bytes an entry has for its value. */
const VALUE_LENGTH = 8;

/** A value of at most eight bytes, in the property stream itself. It holds no bytes of its own: there are many. */
export class InlineProperty implements RawProperty {
  readonly tag: number;
  readonly flags: number;
  readonly content = 'loaded';
  readonly #file: CompoundFile;
  readonly #stream: number;
  readonly #content: StreamContent;
  readonly #position: number;

  constructor(
    file: CompoundFile,
    stream: number,
    content: StreamContent,
    { tag, flags, position }: PropertyEntry,
  ) {
    this.tag = tag;
    this.flags = flags;
    this.#file = file;
    this.#stream = stream;
    this.#content = content;
    this.#position = position;
  }

  get bytes(): Uint8Array {
    const length = inlineSize(typeOf(this.tag)) ?? VALUE_LENGTH;
    return this.#content.bytes.subarray(this.#position, this.#position + length);
  }

  get size(): number {
    return this.bytes.length;
  }

  get origin(): Origin {
    return { storage: this.#file.path(this.#stream), offset: this.#content.offsetOf(this.#position) };
  }

  read(): Promise<Uint8Array> {
    return Promise.resolve(this.bytes);
  }
}

/** Where a value in streams of its own is, and what of it was read. */
export interface StreamValue {
  readonly content: RawProperty['content'];
  /** The value stream; of several values the stream of their lengths; of a missing one the storage that lacks it. */
  readonly stream: number;
  /** The streams of several values; undefined where one is missing. */
  readonly itemStreams?: readonly (number | undefined)[];
  readonly value?: StreamContent;
  readonly items?: readonly (Uint8Array | undefined)[];
}

/** A value in streams of its own. */
export class StreamProperty implements RawProperty {
  readonly tag: number;
  readonly flags: number;
  readonly #from: PropertyFile;
  readonly #value: StreamValue;

  constructor(from: PropertyFile, { tag, flags }: PropertyEntry, value: StreamValue) {
    this.tag = tag;
    this.flags = flags;
    this.#from = from;
    this.#value = value;
  }

  get content(): RawProperty['content'] {
    return this.#value.content;
  }

  get items(): RawProperty['items'] {
    return this.#value.items;
  }

  get bytes(): Uint8Array {
    const { items, value } = this.#value;
    return items === undefined ? (value?.bytes ?? new Uint8Array(0)) : concat(items);
  }

  get size(): number {
    const { content, stream, itemStreams } = this.#value;
    if (content === 'missing' || content === 'storage') return 0;
    const streams = itemStreams ?? [stream];
    return streams.reduce<number>(
      (sum, each) => sum + (each === undefined ? 0 : this.#from.file.size(each)),
      0,
    );
  }

  get origin(): Origin {
    const { stream, value } = this.#value;
    return { storage: this.#from.file.path(stream), offset: value?.offsetOf(0) };
  }

  async read(): Promise<Uint8Array> {
    if (this.#value.itemStreams !== undefined) return concat(await this.readItems());
    if (this.content === 'left-in-file') return this.#from.fetch(this.#value.stream);
    if (this.content === 'loaded') return this.bytes;
    throw this.#nothingToRead();
  }

  async readItems(): Promise<Uint8Array[]> {
    const items: Uint8Array[] = [];
    for (const stream of this.#value.itemStreams ?? []) {
      if (stream === undefined) throw this.#nothingToRead();
      items.push(await this.#from.fetch(stream));
    }
    return items;
  }

  #nothingToRead(): FormatError {
    const message = `Property ${formatTag(this.tag)} has no stream to read`;
    return new FormatError('msg-value-stream-missing', message, { path: '', storage: this.origin.storage });
  }
}

function concat(parts: readonly (Uint8Array | undefined)[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + (part?.length ?? 0), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part ?? [], at);
    at += part?.length ?? 0;
  }
  return bytes;
}
