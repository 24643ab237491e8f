/** From this many on, a map is faster than a look at each. */
const MANY = 48;

/** The stream IDs of an object's values by property tag. Most objects have few. */
export class ValueStreams {
  /** Signed: V8 has an object for each number that needs the 32nd bit. */
  readonly #tags: number[] = [];
  readonly #ids: number[] = [];
  #byTag: Map<number, number> | undefined;
  /** The greatest tag so far: a directory is sorted, so the next is usually greater, and none that is there. */
  #greatest = -1;

  get size(): number {
    return this.#tags.length;
  }

  get(tag: number): number | undefined {
    if (this.#byTag !== undefined) return this.#byTag.get(tag);
    const index = this.#tags.indexOf(tag | 0);
    return index < 0 ? undefined : this.#ids[index];
  }

  /** Adds a stream; false if the tag has one. */
  add(tag: number, id: number): boolean {
    if (tag > this.#greatest) this.#greatest = tag;
    else if (this.get(tag) !== undefined) return false;
    this.#tags.push(tag | 0);
    this.#ids.push(id);
    if (this.#byTag !== undefined) this.#byTag.set(tag, id);
    else if (this.#tags.length === MANY) this.#byTag = new Map(this.entries());
    return true;
  }

  /** The stream ID of a value by its number, in the order of the directory. */
  idAt(index: number): number {
    return this.#ids[index] as number;
  }

  /** Tags and stream IDs, in the order of the directory. */
  entries(): [tag: number, id: number][] {
    return this.#tags.map((tag, index) => [tag >>> 0, this.#ids[index] as number]);
  }
}
