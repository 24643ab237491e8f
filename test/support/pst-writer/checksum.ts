const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  return value;
});

/** The checksum of [MS-PST] 5.3: CRC-32 that starts at 0 and is not inverted at the end. */
export function checksum(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] as number);
  return value >>> 0;
}

const LOW_32 = 2 ** 32;

/** The signature of [MS-PST] 5.5, of a page or block with this BID at this offset. */
export function signature(offset: number, bid: number): number {
  const mixed = ((offset % LOW_32) ^ (bid % LOW_32)) >>> 0;
  return (mixed >>> 16) ^ (mixed & 0xffff);
}
