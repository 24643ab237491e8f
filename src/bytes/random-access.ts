/** Bytes that synchronous code may look at anywhere. */
export interface RandomAccessBytes {
  readonly byteLength: number;
  /** The bytes from `offset` on, `length` of them or as many as there are before the end. */
  view(offset: number, length: number): Uint8Array;
}

/** Bytes that are all in memory. */
export function inMemory(bytes: Uint8Array): RandomAccessBytes {
  return { byteLength: bytes.length, view: (offset, length) => bytes.subarray(offset, offset + length) };
}
