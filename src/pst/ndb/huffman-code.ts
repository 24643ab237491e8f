// RFC 1951, 3.2.2: Huffman codes that are made from the lengths of their codes

/** The bytes cannot be inflated. Internal: `inflateZlib` says what that means. */
export class InflateError extends Error {}

export const MAX_BITS = 15;

/** A Huffman code: how many codes there are of each length, and the symbols in the order of their codes. */
export interface HuffmanCode {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
  /** For codes of up to `FAST_BITS`: symbol and length by the bits as they come; 0 where the code is longer. */
  readonly fast: Uint16Array;
}
export const FAST_BITS = 9;

/** The code in which each symbol has a length; 0: it does not occur. Throws an `InflateError` if there is no such code. */
export function makeCode(lengths: Uint8Array): HuffmanCode {
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
  const symbols = new Uint16Array(lengths.length);
  const fast = new Uint16Array(1 << FAST_BITS);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    symbols[starts[length] as number] = symbol;
    starts[length] = (starts[length] as number) + 1;
    const code = codes[length] as number;
    codes[length] = code + 1;
    if (length > FAST_BITS) return;
    for (let at = reversed(code, length); at < fast.length; at += 1 << length)
      fast[at] = (symbol << 4) | length;
  });
  return { counts, symbols, fast };
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

/** RFC 1951, 3.2.6. */
export function fixedCodes(): [HuffmanCode, HuffmanCode] {
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  return [makeCode(lengths), makeCode(new Uint8Array(30).fill(5))];
}
