import type { DamageCode } from './damage';

/** Limits that protect against files made to exhaust memory or time. */
export interface Limits {
  /** How deeply messages may be nested in messages. Default 32. */
  readonly embeddedDepth: number;
  /** How deeply storages may be nested in storages. Default 256. */
  readonly storageDepth: number;
  /** How many rows one recipient table may have. Default 1,000,000. */
  readonly recipients: number;
  /** How many anomalies mapilint keeps; it only counts further ones. Default 1,000. */
  readonly anomalies: number;
}

export const defaultLimits: Limits = {
  embeddedDepth: 32,
  storageDepth: 256,
  recipients: 1_000_000,
  anomalies: 1_000,
};

/** Where the damage is. */
export interface Place {
  /**
   * The part of the `Message` that is affected, such as `recipients[3]`; in a store the folder, in a log the event.
   * Empty for the whole file or the message itself.
   */
  readonly path: string;
  /**
   * The part of the container: a storage or stream such as `/__recip_version1.0_#00000003`, a node, an attribute or an
   * element.
   */
  readonly storage?: string | undefined;
  /** Byte offset in the file, if known. */
  readonly offset?: number | undefined;
  /**
   * The part of a mail, such as `winmail.dat`, from whose beginning `offset` counts; absent if it counts from that of
   * the file.
   */
  readonly part?: string | undefined;
}

/** What an error has beside its message. */
const fieldsOf = (error: Error): object => Object.fromEntries(Object.entries(error));

/** By what an error is known in every copy of this library – imported, required, of another realm – since classes differ. */
const brand = Symbol.for('mapilint.error');

/**
 * What all errors about a file have in common. There are exactly four: `FormatError`, `UnsupportedError`,
 * `NotLoadedError` and `LimitError`. `isMapilintError` also recognizes errors of another copy of this library, which
 * `instanceof` does not.
 */
export abstract class MapilintError extends Error {
  /** The kind of error: stable and documented. Match on this. */
  abstract readonly code: DamageCode | 'unsupported' | 'not-loaded';

  /**
   * The error as plain data: name, message and fields. Otherwise an error loses its message in JSON, and its fields on
   * the way to another thread.
   */
  toJSON(): { readonly name: string; readonly code: MapilintError['code']; readonly message: string } {
    return { ...fieldsOf(this), name: this.name, code: this.code, message: this.message };
  }

  /** @internal */
  get [brand](): true {
    return true;
  }
}

/**
 * Whether a thrown value is an error about a file, whichever copy of this library threw it. If so, TypeScript knows
 * that `code` is one of a closed list, and `code` distinguishes the four errors. False for an error that was sent to
 * another thread, because only its message survives.
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

/** The codes of exceeded limits, which a `LimitError` has. */
export type LimitCode = Extract<DamageCode, `limit-${string}`>;

/** Nothing could be read, or something was damaged and the option `strict` was set. */
export class FormatError extends MapilintError {
  override readonly name = 'FormatError';
  /** The part of the `Message` that is affected; empty for the whole file. */
  readonly path: string;
  /** The part of the container: a storage, stream, node or attribute. */
  readonly storage: string | undefined;
  /** Byte offset in the file, if known. */
  readonly offset: number | undefined;
  /** The part of a mail from whose beginning `offset` counts; undefined if it counts from that of the file. */
  readonly part: string | undefined;

  constructor(
    /** The kind of damage: stable and documented. Match on this. */
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
 * Why a sound file or message cannot be processed. `archive`: a ZIP archive, which may contain messages; `pst`: a
 * store, which `openStore` reads; `eml-without-tnef`: a mail that does not carry an Outlook message; `mfcmapi`: an
 * MFCMAPI export that is not of a message, or is too large; `pst-version`: a version of PST that mapilint does not
 * read; `pst-protected`: rights management, for which mapilint does not have the keys; `ics`: ical.js, the package that
 * finds the days of a series, is missing or failed; `recurrence`: RFC 5545 cannot express the recurrence;
 * `calendar-method`: an iCalendar object that is not evidence; `evidence-kind`: evidence of another kind than you asked
 * for; `msg-incomplete`: a part of the message cannot be written as .msg, and you did not pass `leaveOut`; `msg-size`:
 * the message is larger than a .msg can be; `repair`: the message should not or cannot be repaired; `parquet`: the
 * package that writes Parquet is missing.
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

/**
 * The file is sound, but needs another function or another package, or mapilint cannot process it: `feature` says
 * which.
 */
export class UnsupportedError extends MapilintError {
  override readonly name = 'UnsupportedError';
  readonly code = 'unsupported' as const; // which stays what it is in a variable

  constructor(
    /** What is needed or not supported. */
    readonly feature: Feature,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * A property's value is still in the file, because it is larger than `loadValuesUpTo` or is the content of an
 * attachment. `properties.load` fetches it.
 */
export class NotLoadedError extends MapilintError {
  override readonly name = 'NotLoadedError';
  readonly code = 'not-loaded' as const;
}

/** A limit was exceeded and the option `strict` was set; without `strict` this is an anomaly. */
export class LimitError extends MapilintError {
  override readonly name = 'LimitError';

  constructor(
    /** Which limit: stable and documented. */
    readonly code: LimitCode,
    /** The field of the option `limits` that sets this limit. */
    readonly limit: keyof Limits,
    message: string,
    /** The part of the `Message` that is affected. */
    readonly path = '',
  ) {
    super(message);
  }
}
