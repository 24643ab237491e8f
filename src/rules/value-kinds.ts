import type { Redacted } from './redacted';

/**
 * A text of which a part may be shown where texts are hidden: words about damage but for what they quote of the file; a
 * message class, a type of address, a PARTSTAT, a call of the store, if it is a known one; a time and a number of the store,
 * if it looks like one.
 */
export type PartlyShown =
  'damage' | 'message-class' | 'address-type' | 'participation' | 'store-call' | 'time-text' | 'store-id';

/**
 * What a text among the values of a statement is. `term`: a word of ours or of a specification, which is nobody's. What has
 * no kind is hidden.
 */
export type ValueKind = Redacted | PartlyShown | 'term';

/** The kinds of a rule's values, by their names. */
export type ValueKinds = Readonly<Record<string, ValueKind>>;

/** The names of values whose kind is known wherever they stand. */
export type KnownEverywhere = 'name' | 'address' | 'subject';
