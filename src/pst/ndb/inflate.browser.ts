// RFC 1950 and 1951: zlib streams, as in the blocks of OSTs, for browsers, which have no synchronous inflater. Bounded by
// the size that the block states. No more than that is needed, which is a tenth of a library.

import { FAST_BITS, findLongCode, fixedCodes, InflateError, makeCode, MAX_BITS } from './huffman-code';
import type { HuffmanCode } from './huffman-code';

const END_OF_BLOCK = 256;
const LENGTH_CODES = 29;
const DISTANCE_CODES = 30;
const MAX_LITERALS = 286;
/** In which order the lengths of the codes for lengths stand. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const FAST_MASK = (1 << FAST_BITS) - 1;

/** RFC 1951, 3.2.5: what a code means, and how many bits follow that are added. */
const lengths = /* @__PURE__ */ steps(LENGTH_CODES - 1, 3, 8, 4);
const distances = /* @__PURE__ */ steps(DISTANCE_CODES, 1, 4, 2);
const LONGEST = 258;

/** The numbers that codes begin at, and how many bits each adds. */
interface Numbers {
  readonly base: readonly number[];
  readonly extra: readonly number[];
}

/** Codes that add no bits at first, and then one more after every few. */
function steps(count: number, first: number, plain: number, perStep: number): Numbers {
  const extra = Array.from({ length: count }, (_, code) =>
    code < plain ? 0 : Math.floor((code - plain) / perStep) + 1,
  );
  const base: number[] = [];
  for (let code = 0, next = first; code < count; code++) {
    base.push(next);
    next += 1 << (extra[code] as number);
  }
  return { base, extra };
}

/**
 * Inflates a zlib stream that should have `size` bytes; undefined if it is damaged or has any other number. The Adler-32
 * behind it is not computed again: the CRC of the block covers the same bytes.
 */
export function inflateZlib(bytes: Uint8Array, size: number): Uint8Array | undefined {
  const [method = 0, flags = 0] = bytes;
  if ((method & 0x0f) !== 8 || ((method << 8) | flags) % 31 !== 0 || (flags & 0x20) !== 0) return undefined;
  try {
    const inflater = new Inflater(bytes, 2, size);
    inflater.run();
    return inflater.written === size ? inflater.result : undefined;
  } catch (error) {
    if (error instanceof InflateError) return undefined;
    throw error;
  }
}

class Inflater {
  readonly result: Uint8Array;
  written = 0;
  readonly #bytes: Uint8Array;
  #at: number;
  /** Bits that were taken from the bytes and not used yet, and how many. */
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

  /** RFC 1951, 3.2.4. */
  #copyStored(): void {
    this.#take(this.#bits % 8);
    const length = this.#take(16);
    if (this.#take(16) !== (~length & 0xffff)) throw new InflateError();
    if (this.written + length > this.result.length) throw new InflateError();
    for (let index = 0; index < length; index++) this.result[this.written++] = this.#take(8);
  }

  /** RFC 1951, 3.2.7: the codes of a block, themselves encoded. */
  #readCodes(): [HuffmanCode, HuffmanCode] {
    const literalCount = this.#take(5) + END_OF_BLOCK + 1;
    const distanceCount = this.#take(5) + 1;
    const count = this.#take(4) + 4;
    if (literalCount > MAX_LITERALS || distanceCount > DISTANCE_CODES) throw new InflateError();
    const ofLengths = new Uint8Array(lengthOrder.length);
    for (const symbol of lengthOrder.slice(0, count)) ofLengths[symbol] = this.#take(3);
    const code = makeCode(ofLengths, false);
    const all = new Uint8Array(literalCount + distanceCount);
    for (let at = 0; at < all.length;) {
      const symbol = this.#symbol(code);
      if (symbol < 16) all[at++] = symbol;
      else at = this.#repeat(all, at, symbol);
    }
    if (all[END_OF_BLOCK] === 0) throw new InflateError();
    return [makeCode(all.subarray(0, literalCount)), makeCode(all.subarray(literalCount))];
  }

  #repeat(all: Uint8Array, at: number, symbol: number): number {
    if (symbol === 16 && at === 0) throw new InflateError();
    const value = symbol === 16 ? (all[at - 1] as number) : 0;
    const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
    if (at + times > all.length) throw new InflateError();
    all.fill(value, at, at + times);
    return at + times;
  }

  #symbol(code: HuffmanCode): number {
    while (this.#bits < 16 && this.#at < this.#bytes.length) {
      this.#held |= (this.#bytes[this.#at++] as number) << this.#bits;
      this.#bits += 8;
    }
    const entry = code.fast[this.#held & FAST_MASK] || findLongCode(code, this.#held);
    this.#take(entry & 15);
    return entry >> 4;
  }

  /** The symbols of a block. Between copies all state stands in local variables, which takes half the time. */
  #decode(literals: HuffmanCode, distanceCode: HuffmanCode): void {
    const bytes = this.#bytes;
    const { fast } = literals;
    const { result } = this;
    for (;;) {
      let [at, held, bits, written] = [this.#at, this.#held, this.#bits, this.written];
      let symbol = 0;
      for (;;) {
        for (; bits < MAX_BITS; bits += 8)
          held |= (at < bytes.length ? (bytes[at++] as number) : this.#past(at++)) << bits;
        const entry = (fast[held & FAST_MASK] as number) || findLongCode(literals, held);
        held >>>= entry & 15;
        bits -= entry & 15;
        symbol = entry >> 4;
        if (symbol >= END_OF_BLOCK) break;
        if (written >= result.length) throw new InflateError();
        result[written++] = symbol;
      }
      [this.#at, this.#held, this.#bits, this.written] = [at, held, bits, written];
      if (symbol === END_OF_BLOCK) break;
      this.#copy(symbol - END_OF_BLOCK - 1, distanceCode);
    }
    this.#giveBack();
  }

  /** Copies bytes from further back, of a length by its code. */
  #copy(code: number, distanceCode: HuffmanCode): void {
    if (code >= LENGTH_CODES) throw new InflateError();
    const length = code === LENGTH_CODES - 1 ? LONGEST : this.#number(lengths, code);
    const distance = this.#number(distances, this.#symbol(distanceCode));
    const { result } = this;
    const stop = this.written + length;
    if (distance > this.written || stop > result.length) throw new InflateError();
    for (let at = this.written; at < stop; at++) result[at] = result[at - distance] as number;
    this.written = stop;
  }

  #number({ base, extra }: Numbers, code: number): number {
    const first = base[code];
    if (first === undefined) throw new InflateError();
    return first + this.#take(extra[code] as number);
  }

  /** A few zeros behind the end are looked at and never used; a stream that goes on there is cut. */
  #past(at: number): number {
    if (at > this.#bytes.length + 8) throw new InflateError();
    return 0;
  }

  /** Puts whole bytes back that were taken too early: what follows may begin at a byte. */
  #giveBack(): void {
    const whole = this.#bits >> 3;
    this.#at -= whole;
    this.#bits -= whole * 8;
    this.#held &= (1 << this.#bits) - 1;
    if (this.#at > this.#bytes.length) throw new InflateError();
  }
}
