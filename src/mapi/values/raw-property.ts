import type { EncodedValue } from './property-value';

/** Where a value lies in its file. */
export interface Origin {
  /** The storage or stream that holds it, such as `/__recip_version1.0_#00000000/__properties_version1.0`. */
  readonly storage: string;
  /** Byte offset of the value in the file; undefined where the value has no byte of its own. */
  readonly offset: number | undefined;
  /** How many bytes it has there; absent where they do not lie in one piece, or nobody knows. */
  readonly length?: number | undefined;
  /** The part of a mail, such as `winmail.dat`, in which the offset counts; absent: the file itself. */
  readonly part?: string | undefined;
}

/** A property as the container holds it, before anyone gives it a meaning. */
export interface RawProperty {
  /** Identifier in the upper, wire type in the lower half. */
  readonly tag: number;
  /** The container's flags: in a .msg 1 mandatory, 2 readable, 4 writable. */
  readonly flags: number;
  /** Whether the container does not list it: its value was found without the entry that would say so. */
  readonly isUnlisted?: boolean | undefined;
  /**
   * `loaded`: the bytes are here; `left-in-file`: larger than `loadValuesUpTo`; `missing`: the file lacks them;
   * `storage`: the value is a storage of its own, an embedded message or an OLE object; `not-captured`: an export
   * names the property and leaves its value out.
   */
  readonly content: 'loaded' | 'left-in-file' | 'missing' | 'storage' | 'not-captured';
  /** The value's bytes, of several values one after the other; empty unless loaded. */
  readonly bytes: Uint8Array;
  /** The single values of a multi-valued text or binary property. */
  readonly items?: EncodedValue['items'];
  /** How many bytes the value has in the file. */
  readonly size: number;
  readonly origin: Origin;
  /** Fetches the value's bytes, from the file if they were left there. Rejects with a `FormatError` if they are damaged. */
  read(): Promise<Uint8Array>;
  /** Fetches the single values of a multi-valued text or binary property. */
  readonly readItems?: (() => Promise<Uint8Array[]>) | undefined;
}
