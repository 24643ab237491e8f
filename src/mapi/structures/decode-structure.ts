import { ByteReader, EndOfBytes } from '../../bytes/byte-reader';

/** Decodes a structure inside a binary value; undefined if that is absent or cut, or if the decoder says it is none. */
export function decodeStructure<T>(
  bytes: Uint8Array | undefined,
  decode: (reader: ByteReader) => T | undefined,
): T | undefined {
  return bytes && readWhole(new ByteReader(bytes), decode);
}

/** A part of a structure; undefined if it is cut, and the reader stands where the part begins. */
export function readWhole<T>(reader: ByteReader, read: (reader: ByteReader) => T | undefined): T | undefined {
  const { position } = reader;
  try {
    return read(reader);
  } catch (error) {
    reader.seek(position);
    if (error instanceof EndOfBytes) return undefined;
    throw error;
  }
}

/** As many of `count` parts as are whole, one after the other: nothing is allocated for a count that lies. */
export function readParts<T extends object>(
  reader: ByteReader,
  count: number,
  read: (reader: ByteReader, index: number) => T,
): T[] {
  const parts: T[] = [];
  for (let index = 0; index < count; index++) {
    const part = readWhole(reader, (each) => read(each, index));
    if (part === undefined) break;
    parts.push(part);
  }
  return parts;
}
