import { ByteReader } from '../../bytes/byte-reader';
import { EVT_HEADER_LENGTH, SIGNATURE } from './evt-header';
import { FIXED_LENGTH, SHORTEST_RECORD } from './evt-record';

/** A record and its place in the file. */
export interface FoundRecord {
  readonly offset: number;
  /** The whole record; put together where it goes on behind the header. */
  readonly bytes: Uint8Array;
  /** Where the next record should be. */
  readonly next: number;
}

/** The bytes behind the header, in which a record that reaches the end of the file goes on at offset 48. */
export class RecordRing {
  readonly #bytes: Uint8Array;
  /** The end of the last whole group of four bytes: nothing begins behind it. */
  readonly #end: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#end = bytes.length - (bytes.length % 4);
  }

  /** Where the next record is looked for if one should begin at an offset: the fixed part never splits. */
  settle(offset: number): number {
    return offset + FIXED_LENGTH > this.#end ? EVT_HEADER_LENGTH : offset;
  }

  /** The record that begins at an offset; undefined if it is none, or not whole. */
  recordAt(offset: number, mayWrap: boolean): FoundRecord | undefined {
    if (offset + FIXED_LENGTH > this.#end) return undefined;
    const reader = new ByteReader(this.#bytes, offset);
    const length = reader.u32();
    if (length < SHORTEST_RECORD || length % 4 !== 0 || reader.u32() !== SIGNATURE) return undefined;
    const end = offset + length;
    if (end <= this.#end) return this.#whole(offset, this.#bytes.subarray(offset, end), end);
    const rest = end - this.#bytes.length;
    const isRest = mayWrap && rest > 0 && EVT_HEADER_LENGTH + rest < offset; // the end record lies between
    return isRest ? this.#whole(offset, this.#joined(offset, rest), EVT_HEADER_LENGTH + rest) : undefined;
  }

  /** A record whose length is repeated at its end. */
  #whole(offset: number, bytes: Uint8Array, next: number): FoundRecord | undefined {
    const repeated = new ByteReader(bytes, bytes.length - 4).u32();
    return repeated === bytes.length ? { offset, bytes, next } : undefined;
  }

  #joined(offset: number, rest: number): Uint8Array {
    const head = this.#bytes.subarray(offset);
    const joined = new Uint8Array(head.length + rest);
    joined.set(head);
    joined.set(this.#bytes.subarray(EVT_HEADER_LENGTH, EVT_HEADER_LENGTH + rest), head.length);
    return joined;
  }
}
