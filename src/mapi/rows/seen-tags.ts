/** From this many tags on, a set is faster than a look at each. */
const MANY = 48;

/** The tags that occurred in a property stream. Most streams have few. */
export class SeenTags {
  /** Signed: V8 has an object for each number that needs the 32nd bit. */
  readonly #few: number[] = [];
  #many: Set<number> | undefined;
  /** The greatest tag so far: what is greater was not there. */
  #greatest = -1;

  /** Adds a tag; false if it was there. */
  add(tag: number): boolean {
    if (tag > this.#greatest) this.#greatest = tag;
    else if (this.has(tag)) return false;
    if (this.#many !== undefined) this.#many.add(tag | 0);
    else if (this.#few.push(tag | 0) === MANY) this.#many = new Set(this.#few);
    return true;
  }

  has(tag: number): boolean {
    return this.#many === undefined ? this.#few.includes(tag | 0) : this.#many.has(tag | 0);
  }
}
