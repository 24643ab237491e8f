import type { DamageCode } from './damage';
import type { Limits } from './limits';

export { damageSeverity } from './damage';
export type { DamageCode, Severity } from './damage';
export { defaultLimits } from './limits';
export type { Limits } from './limits';

/** Where damage is. */
export interface Place {
  /** Where it shows in the `Message`, such as `recipients[3]`; empty: the whole file or the message itself. */
  readonly path: string;
  /** The storage or stream of the compound file, such as `/__recip_version1.0_#00000003`. */
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
  }
}

/** The file is sound but needs something that this library does not do. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
  readonly code = 'unsupported';

  constructor(
    /** What is missing, such as `pst`. */
    readonly feature: string,
    message: string,
  ) {
    super(message);
  }
}

/** A property's value was left in the file because it is larger than `loadValuesUpTo`; `read()` fetches it. */
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
