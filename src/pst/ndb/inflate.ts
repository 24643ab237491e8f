// RFC 1950 and 1951: zlib streams, as in the blocks of OSTs. Synchronous, for browsers too, and bounded by the size that
// the block states.

import { FAST_BITS, fixedCodes, InflateError, makeCode, MAX_BITS } from './huffman-code';
import type { HuffmanCode } from './huffman-code';

const END_OF_BLOCK = 256;
const LENGTH_CODES = 29;
const DISTANCE_CODES = 30;
/** In which order the lengths of the codes for lengths stand. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Inflates a zlib stream that should have `size` bytes; undefined if it is damaged or has any other number. */
export function inflateZlib(bytes: Uint8Array, size: number): Uint8Array | undefined {
  const [method = 0, flags = 0] = bytes;
  if ((method & 0x0f) !== 8 || ((method << 8) | flags) % 31 !== 0 || (flags & 0x20) !== 0) return undefined;
  try {
    const inflater = new Inflater(bytes, 2, size);
    inflater.run();
    return inflater.written === size && inflater.checksumAfter() === adler32(inflater.result)
      ? inflater.result
      : undefined;
  } catch (error) {
    if (error instanceof InflateError) return undefined;
    throw error;
  }
}

/** RFC 1950, 8.2. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(at + 3800, bytes.length); // so that the sums stay below 2^31
    for (; at < end; at++) {
      low += bytes[at] as number;
      high += low;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

class Inflater {
  readonly result: Uint8Array;
  written = 0;
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #bits = 0;

  constructor(bytes: Uint8Array, start: number, size: number) {
    this.#bytes = bytes;
    this.#at = start;
    this.result = new Uint8Array(size);
  }

  run(): void {
    for (let isLast = false; !isLast;) {
      isLast = this.#take(1) === 1;
      const type = this.#take(2);
      if (type === 0) this.#copyStored();
      else if (type === 1) this.#decode(...fixedCodes());
      else if (type === 2) this.#decode(...this.#readCodes());
      else throw new InflateError();
    }
  }

  /** The Adler-32 that follows the stream, at the next whole byte. */
  checksumAfter(): number {
    this.#take(this.#bits % 8);
    let value = 0;
    for (let byte = 0; byte < 4; byte++) value = value * 256 + this.#takeByte();
    return value;
  }

  #takeByte(): number {
    if (this.#bits >= 8) {
      const byte = this.#held & 0xff;
      this.#held >>>= 8;
      this.#bits -= 8;
      return byte;
    }
    if (this.#at >= this.#bytes.length) throw new InflateError();
    return this.#bytes[this.#at++] as number;
  }

  #take(count: number): number {
    while (this.#bits < count) {
      if (this.#at >= this.#bytes.length) throw new InflateError();
      this.#held |= (this.#bytes[this.#at++] as number) << this.#bits;
      this.#bits += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#bits -= count;
    return value;
  }

  #copyStored(): void {
    this.#take(this.#bits % 8);
    const length = this.#takeByte() | (this.#takeByte() << 8);
    const complement = this.#takeByte() | (this.#takeByte() << 8);
    if (length !== (~complement & 0xffff)) throw new InflateError();
    for (let index = 0; index < length; index++) this.#put(this.#takeByte());
  }

  #put(byte: number): void {
    if (this.written >= this.result.length) throw new InflateError();
    this.result[this.written++] = byte;
  }

  /** RFC 1951, 3.2.7: the codes of a block, themselves encoded. */
  #readCodes(): [HuffmanCode, HuffmanCode] {
    const literals = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const count = this.#take(4) + 4;
    if (literals > END_OF_BLOCK + 1 + LENGTH_CODES || distances > DISTANCE_CODES) throw new InflateError();
    const ofLengths = new Uint8Array(lengthOrder.length);
    for (const symbol of lengthOrder.slice(0, count)) ofLengths[symbol] = this.#take(3);
    const code = makeCode(ofLengths);
    const lengths = new Uint8Array(literals + distances);
    for (let at = 0; at < lengths.length;) {
      const symbol = this.#symbol(code);
      if (symbol < 16) lengths[at++] = symbol;
      else at = this.#repeat(lengths, at, symbol);
    }
    return [makeCode(lengths.subarray(0, literals)), makeCode(lengths.subarray(literals))];
  }

  #repeat(lengths: Uint8Array, at: number, symbol: number): number {
    if (symbol === 16 && at === 0) throw new InflateError();
    const value = symbol === 16 ? (lengths[at - 1] as number) : 0;
    const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
    if (at + times > lengths.length) throw new InflateError();
    lengths.fill(value, at, at + times);
    return at + times;
  }

  #symbol({ counts, symbols, fast }: HuffmanCode): number {
    while (this.#bits < MAX_BITS && this.#at < this.#bytes.length) {
      this.#held |= (this.#bytes[this.#at++] as number) << this.#bits;
      this.#bits += 8;
    }
    const entry = fast[this.#held & ((1 << FAST_BITS) - 1)] as number;
    if (entry !== 0 && (entry & 15) <= this.#bits) {
      this.#take(entry & 15);
      return entry >> 4;
    }
    let [code, first, index] = [0, 0, 0];
    for (let length = 1; length <= MAX_BITS; length++) {
      code |= this.#take(1);
      const count = counts[length] as number;
      if (code - count < first) return symbols[index + (code - first)] as number;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new InflateError();
  }

  #decode(literals: HuffmanCode, distances: HuffmanCode): void {
    for (let symbol = this.#symbol(literals); symbol !== END_OF_BLOCK; symbol = this.#symbol(literals)) {
      if (symbol < END_OF_BLOCK) this.#put(symbol);
      else this.#copy(this.#length(symbol - END_OF_BLOCK - 1), this.#distance(this.#symbol(distances)));
    }
  }

  /** RFC 1951, 3.2.5. */
  #length(code: number): number {
    if (code >= LENGTH_CODES) throw new InflateError();
    if (code === LENGTH_CODES - 1) return 258;
    if (code < 8) return code + 3;
    const extra = (code >> 2) - 1;
    return ((4 + (code & 3)) << extra) + 3 + this.#take(extra);
  }

  #distance(code: number): number {
    if (code >= DISTANCE_CODES) throw new InflateError();
    if (code < 4) return code + 1;
    const extra = (code >> 1) - 1;
    return ((2 + (code & 1)) << extra) + 1 + this.#take(extra);
  }

  #copy(length: number, distance: number): void {
    if (distance > this.written || this.written + length > this.result.length) throw new InflateError();
    const { result } = this;
    for (let end = this.written + length; this.written < end; this.written++)
      result[this.written] = result[this.written - distance] as number;
  }
}
