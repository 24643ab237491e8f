import type { Recipient } from './recipient';

/** The names of a recipient's cells: those of its properties, and `attendeeRole`. */
export type RecipientColumn = Exclude<
  {
    [Name in keyof Recipient]: Recipient[Name] extends (...args: never) => unknown ? never : Name;
  }[keyof Recipient],
  'properties'
>;

/** A recipient table by columns: for checks that look at a few cells of thousands of rows. */
export class RecipientTable {
  readonly #rows: readonly Recipient[];

  constructor(rows: readonly Recipient[]) {
    this.#rows = rows;
  }

  /** How many rows there are. */
  get length(): number {
    return this.#rows.length;
  }

  /** The values of one column, row by row; undefined where a row lacks it. */
  column<Name extends RecipientColumn>(name: Name): readonly Recipient[Name][] {
    return this.#rows.map((row) => row[name]);
  }
}
