/** [MS-PST] 5.5: the signature of a page or block, from where it lies and its BID. */
export function signatureOf(offset: number, id: number): number {
  const mixed = lowHalf(offset) ^ lowHalf(id);
  return ((mixed >>> 16) ^ mixed) & 0xffff;
}

function lowHalf(value: number): number {
  return (value % 2 ** 32) >>> 0;
}
