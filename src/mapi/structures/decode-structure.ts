import { ByteReader, EndOfBytes } from '../../bytes/byte-reader';

/** Decodes a structure inside a binary value; undefined if it is cut, or if the decoder says it is none. */
export function decodeStructure<T>(
  bytes: Uint8Array,
  decode: (reader: ByteReader) => T | undefined,
): T | undefined {
  try {
    return decode(new ByteReader(bytes));
  } catch (error) {
    if (error instanceof EndOfBytes) return undefined;
    throw error;
  }
}
