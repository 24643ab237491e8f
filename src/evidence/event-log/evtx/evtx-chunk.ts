import { ByteReader } from '../../../bytes/byte-reader';
import { decodeUnits } from '../../../mapi/values/utf16';

/** What a chunk may cost for each of its bytes: one step for each character that is made, eight for each token. */
const STEPS_PER_BYTE = 4;
/** What reading or putting in a token costs. */
export const TOKEN_STEPS = 8;

/** A record or template that cannot be read. Internal: `readEvtx` says which record it was. */
export class UnreadableRecord extends Error {}

/**
 * A chunk of an .evtx log. Its records share names and templates, which lie anywhere in it and are read once; so a few
 * bytes of a record can ask for all of the chunk, and again. What is done for all of its records together is counted.
 */
export class EvtxChunk {
  readonly #names = new Map<number, string>();
  #steps: number;

  constructor(readonly bytes: Uint8Array) {
    this.#steps = bytes.length * STEPS_PER_BYTE;
  }

  /** Whether it had all the work that its bytes are worth, so that no more of its records are read. */
  get isSpent(): boolean {
    return this.#steps < 0;
  }

  /** Counts work; throws when the chunk had all the work that its bytes are worth. */
  charge(steps: number): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new UnreadableRecord();
  }

  /** The name at an offset: the next one's offset, a hash, the number of its characters, these. */
  nameAt(offset: number): string {
    const known = this.#names.get(offset);
    if (known !== undefined) return known;
    const reader = new ByteReader(this.bytes, offset);
    reader.skip(6);
    const units = reader.bytes(reader.u16() * 2);
    this.charge(units.length);
    const name = decodeUnits(units, 0, units.length);
    this.#names.set(offset, name);
    return name;
  }

  /** The length of the name at an offset on disk, with the zero at its end. */
  nameLength(offset: number): number {
    const reader = new ByteReader(this.bytes, offset);
    reader.skip(6);
    return 8 + reader.u16() * 2 + 2;
  }
}
