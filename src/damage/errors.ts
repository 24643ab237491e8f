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

/** Nothing could be read, or `strict` was asked for and something was damaged. */
export class FormatError extends Error {
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
    readonly code: DamageCode,
    message: string,
    place: Place = { path: '' },
  ) {
    super(message);
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
 * something of a message cannot be written as .msg, and `leaveOut` was not given; `msg-size`: it is larger than a .msg can be.
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
  | 'msg-incomplete'
  | 'msg-size';

/** The file is sound, but is read in another way, with another package, or not at all: `feature` tells which. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
  readonly code = 'unsupported';

  constructor(
    /** What it would need. */
    readonly feature: Feature,
    message: string,
  ) {
    super(message);
  }
}

/** A property's value was left in the file: it is larger than `loadValuesUpTo`, or an attachment's content. `read()` fetches it. */
export class NotLoadedError extends Error {
  override readonly name = 'NotLoadedError';
  readonly code = 'not-loaded';
}

/** A guard tripped while `strict` was asked for; without `strict` it is an anomaly. */
export class LimitError extends Error {
  override readonly name = 'LimitError';

  constructor(
    /** Which guard: stable, documented. */
    readonly code: Extract<DamageCode, `limit-${string}`>,
    /** The option that sets the guard. */
    readonly limit: keyof Limits,
    message: string,
    /** Where it shows in the `Message`. */
    readonly path = '',
  ) {
    super(message);
  }
}
