import type { DamageCode } from './damage';

/** The guards against files made to exhaust a reader. */
export interface Limits {
  /** Messages within messages. Default 32. */
  readonly embeddedDepth: number;
  /** Storages within storages. Default 256. */
  readonly storageDepth: number;
  /** Rows of one recipient table. Default 1,000,000. */
  readonly recipients: number;
  /** Anomalies kept; further ones are only counted. Default 1,000. */
  readonly anomalies: number;
}

export const defaultLimits: Limits = {
  embeddedDepth: 32,
  storageDepth: 256,
  recipients: 1_000_000,
  anomalies: 1_000,
};

/** Where damage is. */
export interface Place {
  /** Where it shows in the `Message`, such as `recipients[3]`, in a store the folder, in a log the event; empty: the whole file or the message itself. */
  readonly path: string;
  /** What of the container holds it: a storage or stream such as `/__recip_version1.0_#00000003`, a node, an attribute, an element. */
  readonly storage?: string | undefined;
  /** Byte offset in the file, where it is known. */
  readonly offset?: number | undefined;
  /** The part of a mail, such as `winmail.dat`, in which the offset counts; absent: the file itself. */
  readonly part?: string | undefined;
}

/** What an error has beside its message. */
const fieldsOf = (error: Error): object => Object.fromEntries(Object.entries(error));

/** By what an error is known in every copy of this library – imported, required, of another realm – since classes differ. */
const brand = Symbol.for('mapilint.error');

/**
 * What all errors about a file have in common. There are four, and no others: `isMapilintError` tells an error of another
 * copy of this library, too, where `instanceof` does not.
 */
export abstract class MapilintError extends Error {
  /** What it is: stable, documented, the thing to match on. */
  abstract readonly code: DamageCode | 'unsupported' | 'not-loaded';

  /** Its fields with its message, which JSON and other threads would lose. */
  toJSON(): { readonly name: string; readonly code: MapilintError['code']; readonly message: string } {
    return { ...fieldsOf(this), name: this.name, code: this.code, message: this.message };
  }

  /** @internal */
  get [brand](): true {
    return true;
  }
}

/**
 * Whether something that was thrown is an error about a file, whichever copy of this library threw it. Behind it `code` is
 * one of a closed list, and tells the four apart. An error that went to another thread, which keeps its message alone, is none.
 *
 * @example
 * ```ts
 * try {
 *   return await readMessage(file);
 * } catch (error) {
 *   if (!isMapilintError(error)) throw error;
 *   if (error.code === 'unsupported') return error.feature;
 *   throw error;
 * }
 * ```
 */
export function isMapilintError(
  error: unknown,
): error is FormatError | UnsupportedError | LimitError | NotLoadedError {
  return typeof error === 'object' && error !== null && brand in error;
}

/** The codes of guards, which a `LimitError` has. */
export type LimitCode = Extract<DamageCode, `limit-${string}`>;

/** Nothing could be read, or `strict` was asked for and something was damaged. */
export class FormatError extends MapilintError {
  override readonly name = 'FormatError';
  /** Where it shows in the `Message`; empty: the whole file. */
  readonly path: string;
  /** The storage, stream, node or attribute. */
  readonly storage: string | undefined;
  /** Byte offset in the file, where it is known. */
  readonly offset: number | undefined;
  /** The part of a mail in which the offset counts; undefined: the file itself. */
  readonly part: string | undefined;

  constructor(
    /** Which damage: stable, documented, the thing to match on. */
    readonly code: Exclude<DamageCode, LimitCode>,
    message: string,
    place: Place = { path: '' },
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.path = place.path;
    this.storage = place.storage;
    this.offset = place.offset;
    this.part = place.part;
  }
}

/**
 * What a sound file would need. `archive`: it is a ZIP archive, which may hold messages; `pst`: it is a store, and
 * `openStore` reads it; `eml-without-tnef`: a mail that carries no message; `mfcmapi`: an export of something else, or too
 * large a one; `pst-version`: a version of PST that is not read; `pst-protected`: rights management, whose keys nobody
 * has here; `ics`: the package that finds the days of a series; `recurrence`: a recurrence that RFC 5545 cannot say; `calendar-method`: an
 * iCalendar object that is no evidence; `evidence-kind`: evidence of another kind than was asked for; `msg-incomplete`:
 * something of a message cannot be written as .msg, and `leaveOut` was not given; `msg-size`: it is larger than a .msg can be; `repair`:
 * a message that should not or cannot be repaired; `parquet`: the package that writes Parquet.
 */
export type Feature =
  | 'pst'
  | 'pst-version'
  | 'pst-protected'
  | 'archive'
  | 'eml-without-tnef'
  | 'mfcmapi'
  | 'ics'
  | 'recurrence'
  | 'calendar-method'
  | 'evidence-kind'
  | 'rule-options'
  | 'msg-incomplete'
  | 'msg-size'
  | 'repair'
  | 'parquet';

/** The file is sound, but is read in another way, with another package, or not at all: `feature` tells which. */
export class UnsupportedError extends MapilintError {
  override readonly name = 'UnsupportedError';
  readonly code = 'unsupported' as const; // which stays what it is in a variable

  constructor(
    /** What it would need. */
    readonly feature: Feature,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A property's value was left in the file: it is larger than `loadValuesUpTo`, or an attachment's content. `properties.load` fetches it. */
export class NotLoadedError extends MapilintError {
  override readonly name = 'NotLoadedError';
  readonly code = 'not-loaded' as const;
}

/** A guard tripped while `strict` was asked for; without `strict` it is an anomaly. */
export class LimitError extends MapilintError {
  override readonly name = 'LimitError';

  constructor(
    /** Which guard: stable, documented. */
    readonly code: LimitCode,
    /** The option that sets the guard. */
    readonly limit: keyof Limits,
    message: string,
    /** Where it shows in the `Message`. */
    readonly path = '',
  ) {
    super(message);
  }
}
