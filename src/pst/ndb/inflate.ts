import { inflateRawSync } from 'node:zlib';

// RFC 1950 and 1951: zlib streams, as in the blocks of OSTs, by Node's own library. In browsers, which cannot inflate
// synchronously, inflate.browser.ts stands in for this file.

/**
 * Inflates a zlib stream that should have `size` bytes; undefined if it is damaged or has any other number. The Adler-32
 * behind it is not computed again: the CRC of the block covers the same bytes.
 */
export function inflateZlib(bytes: Uint8Array, size: number): Uint8Array | undefined {
  const [method = 0, flags = 0] = bytes;
  if ((method & 0x0f) !== 8 || ((method << 8) | flags) % 31 !== 0 || (flags & 0x20) !== 0) return undefined;
  try {
    const inflated = inflateRawSync(bytes.subarray(2), { maxOutputLength: Math.max(1, size) });
    return inflated.length === size ? new Uint8Array(inflated.buffer, inflated.byteOffset, size) : undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!/^Z_|^ERR_BUFFER_TOO_LARGE$/.test(code)) throw error; // such as too little memory
    return undefined; // whatever zlib says of it: the stream is cut, damaged, or longer than it should be
  }
}
