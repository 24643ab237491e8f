import type { EncodedValue } from './property-value';

/** Where a value is in its file. */
export interface Origin {
  /** The storage or stream that holds it, such as `/__recip_version1.0_#00000000/__properties_version1.0`. */
  readonly storage: string;
  /** Byte offset of the value in the file; undefined if the value does not have a place of its own. */
  readonly offset: number | undefined;
  /** How many bytes it has there; absent if they are not contiguous, or if the number is unknown. */
  readonly length?: number | undefined;
  /**
   * The part of a mail, such as `winmail.dat`, from whose beginning `offset` counts; absent if it counts from that of
   * the file.
   */
  readonly part?: string | undefined;
}

/** A property as the container has it, not interpreted. */
export interface RawProperty {
  /** The property tag: the identifier in the upper 16 bits, the wire type in the lower 16. */
  readonly tag: number;
  /** The container's flags. In a .msg: 1 mandatory, 2 readable, 4 writable. */
  readonly flags: number;
  /**
   * Whether the container does not list the property: mapilint found its value without the entry that should announce
   * it.
   */
  readonly isUnlisted?: boolean | undefined;
  /**
   * Where the value is. `loaded`: in `bytes`; `left-in-file`: larger than `loadValuesUpTo`, so still in the file;
   * `missing`: the file lacks the bytes; `storage`: in a storage of its own, as an embedded message or an OLE object;
   * `not-captured`: an export names the property but leaves its value out.
   */
  readonly content: 'loaded' | 'left-in-file' | 'missing' | 'storage' | 'not-captured';
  /** The value's bytes; several values follow one another. Empty unless `content` is `loaded`. */
  readonly bytes: Uint8Array;
  /** The single values of a multi-valued text or binary property. */
  readonly items?: EncodedValue['items'];
  /** How many bytes the value has in the file. */
  readonly size: number;
  readonly origin: Origin;
  /**
   * Fetches the value's bytes, from the file if they are still there. Rejects with a `FormatError` if they are damaged.
   */
  read(): Promise<Uint8Array>;
  /** Fetches the single values of a multi-valued text or binary property. */
  readonly readItems?: (() => Promise<Uint8Array[]>) | undefined;
}
