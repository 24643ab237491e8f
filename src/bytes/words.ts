// Numbers of 32 bits where bytes lie. They are signed, since V8 keeps those in a register and puts others into an object.

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** Larger files have words that a signed number of 32 bits cannot count in bytes. */
const LARGEST = 2 ** 30;

/** Bytes as little-endian words where they lie; undefined if they lie so, or are so many, that they cannot be read as such. */
export function wordsInPlace({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array | undefined {
  if (!isLittleEndian || byteOffset % 4 !== 0 || byteLength > LARGEST) return undefined;
  return new Int32Array(buffer, byteOffset, byteLength >> 2);
}

/** Copies as many bytes as fill words of an array; what of the last word is missing is 0. */
export function copyWords(bytes: Uint8Array, target: Int32Array | number[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length >> 2;
  for (let word = 0; word < whole; word++) target[word] = view.getInt32(word * 4, true);
  for (let at = whole * 4; at < bytes.length; at++) {
    const before = (at & 3) === 0 ? 0 : (target[whole] as number);
    target[whole] = before | ((bytes[at] as number) << ((at & 3) * 8));
  }
}

/** A copy of bytes as words, the last of which may be incomplete. */
export function copiedWords(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(Math.ceil(bytes.length / 4));
  if (isLittleEndian) new Uint8Array(words.buffer).set(bytes);
  else copyWords(bytes, words);
  return words;
}
