/** From this many tags on, a set is faster than a look at each. */
const MANY = 48;

/** The tags that occurred in a property stream. Most streams have few. */
export class SeenTags {
  readonly #few: number[] = [];
  #many: Set<number> | undefined;

  /** Adds a tag; false if it was there. */
  add(tag: number): boolean {
    if (this.has(tag)) return false;
    if (this.#many !== undefined) this.#many.add(tag);
    else if (this.#few.push(tag) === MANY) this.#many = new Set(this.#few);
    return true;
  }

  has(tag: number): boolean {
    return this.#many?.has(tag) ?? this.#few.includes(tag);
  }
}
