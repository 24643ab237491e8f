import type { CompoundFile, StreamContent } from '../cfb/compound-file';
import type { Origin, RawProperty } from '../mapi/property-store';
import { inlineSize, typeOf } from '../mapi/property-type';
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

/** A value in a stream of its own. */
export class StreamProperty implements RawProperty {
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
