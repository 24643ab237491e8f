// Little-endian numbers in the structures of a store. The caller has checked that they are there.

export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

/**
 * A BID, IB or key of 4 or 8 bytes. Beyond 2^53 it is not exact: no file has so many bytes, and what was meant is told
 * by the trailer of the page or block.
 */
export function id(bytes: Uint8Array, at: number, size: 4 | 8): number {
  return size === 4 ? u32(bytes, at) : u32(bytes, at) + u32(bytes, at + 4) * 2 ** 32;
}

/** A number as people write it in hexadecimal: `0x200024`. */
export function hex(value: number): string {
  return `0x${value.toString(16).toUpperCase()}`;
}
