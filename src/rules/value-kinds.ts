import type { Redacted } from './redacted';

/**
 * A text that redacted reports may show in part: words about damage, except for what they quote from the file; a
 * message class, an address type, a PARTSTAT or a call to the store, if it is a known one; a time or a number of the
 * store, if it has the form of one.
 */
export type PartlyShown =
  'damage' | 'message-class' | 'address-type' | 'participation' | 'store-call' | 'time-text' | 'store-id';

/**
 * The kind of a text among the values of a statement. `term`: a word of mapilint or of a specification, which is not
 * private. A text without a kind is hidden in redacted reports.
 */
export type ValueKind = Redacted | PartlyShown | 'term';

/** The kinds of a rule's values, by the names of the values. */
export type ValueKinds = Readonly<Record<string, ValueKind>>;

/** The names of values whose kind is known wherever they stand. */
export type KnownEverywhere = 'name' | 'address' | 'subject';
