// RFC 1951, 3.2.2: Huffman codes that are made from the lengths of their codes

/** The bytes cannot be inflated. Internal: `inflateZlib` says what that means. */
export class InflateError extends Error {}

export const MAX_BITS = 15;
/** Codes of up to so many bits are found with one look into a table. */
export const FAST_BITS = 10;

/** A Huffman code. */
export interface HuffmanCode {
  /** How many codes there are of each length. */
  readonly counts: Uint16Array;
  /** The symbols in the order of their codes. */
  readonly symbols: Uint16Array;
  /** By the next `FAST_BITS` bits: the symbol times 16, and how long its code is; 0 where the code is longer. */
  readonly fast: Uint16Array;
}

/**
 * The code in which each symbol has a length; 0: it does not occur. Throws an `InflateError` if there is no such code, or
 * if it leaves bits without a meaning and is neither empty nor, where it may be, of a single bit.
 */
export function makeCode(lengths: Uint8Array, mayBeOneBit = true): HuffmanCode {
  const counts = new Uint16Array(MAX_BITS + 1);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;
  counts[0] = 0;
  const starts = new Uint16Array(MAX_BITS + 2);
  const codes = new Uint16Array(MAX_BITS + 2);
  let left = 1;
  for (let length = 1; length <= MAX_BITS; length++) {
    const count = counts[length] as number;
    left = left * 2 - count;
    if (left < 0) throw new InflateError();
    starts[length + 1] = (starts[length] as number) + count;
    codes[length + 1] = ((codes[length] as number) + count) << 1;
  }
  const longest = counts.reduce((most, count, length) => (count > 0 ? length : most), 0);
  if (left > 0 && longest > (mayBeOneBit ? 1 : 0)) throw new InflateError();
  const symbols = new Uint16Array(lengths.length);
  const fast = new Uint16Array(1 << FAST_BITS);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] as number;
    if (length === 0) continue;
    symbols[starts[length] as number] = symbol;
    starts[length] = (starts[length] as number) + 1;
    const code = codes[length] as number;
    codes[length] = code + 1;
    if (length > FAST_BITS) continue;
    for (let at = reversed(code, length); at < fast.length; at += 1 << length)
      fast[at] = (symbol << 4) | length;
  }
  return { counts, symbols, fast };
}

/** Codes stand in the stream with their first bit lowest. */
function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

/** RFC 1951, 3.2.6. */
export function fixedCodes(): [HuffmanCode, HuffmanCode] {
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  return [makeCode(lengths), makeCode(new Uint8Array(32).fill(5))];
}

/** A code longer than `FAST_BITS`, from bits in the order of the stream: the symbol times 16, and how long its code is. */
export function findLongCode({ counts, symbols }: HuffmanCode, bits: number): number {
  let [code, first, index] = [0, 0, 0];
  for (let length = 1; length <= MAX_BITS; length++) {
    code |= (bits >> (length - 1)) & 1;
    const count = counts[length] as number;
    if (code - count < first) return ((symbols[index + code - first] as number) << 4) | length;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw new InflateError();
}
