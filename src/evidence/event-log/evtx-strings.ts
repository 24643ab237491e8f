import { ByteReader, EndOfBytes } from '../../bytes/byte-reader';
import { decodeUtf16 } from '../../mapi/values/utf16';

// Binary XML of .evtx logs: the values that an EventData fragment puts into its template

const FRAGMENT_HEADER = 4;
const TEMPLATE_INSTANCE = 0x0c;
/** Next template's offset, identifier, and size of the definition that follows. */
const TEMPLATE_HEADER = 24;
const STRING_ARRAY = 0x81;

/**
 * The insertion strings of an event of a classic source: they are one value, an array of texts. Undefined if the
 * fragment has no such value. `offset` is the fragment's place in its chunk.
 */
export function classicStrings(fragment: Uint8Array, offset: number): string[] | undefined {
  try {
    return readStrings(fragment, offset);
  } catch (error) {
    if (error instanceof EndOfBytes) return undefined;
    throw error;
  }
}

function readStrings(fragment: Uint8Array, offset: number): string[] | undefined {
  const reader = new ByteReader(fragment, FRAGMENT_HEADER);
  if (reader.u8() !== TEMPLATE_INSTANCE) return undefined;
  reader.skip(1); // unknown
  reader.skip(4); // template identifier
  const definition = reader.u32();
  if (definition === offset + reader.position) {
    reader.skip(TEMPLATE_HEADER - 4);
    reader.skip(reader.u32()); // the definition itself: its first use carries it
  }
  const count = reader.u32();
  if (count * 4 > reader.remaining) return undefined;
  const values = Array.from({ length: count }, () => {
    const size = reader.u16();
    const type = reader.u8();
    reader.skip(1); // zero
    return { size, type };
  });
  for (const { size, type } of values) {
    const bytes = reader.bytes(size);
    if (type === STRING_ARRAY) return textsOf(bytes);
  }
  return undefined;
}

/** Texts that each end with a zero. */
function textsOf(bytes: Uint8Array): string[] {
  const text = decodeUtf16(bytes.subarray(0, bytes.length & ~1)) ?? '';
  if (text === '') return [];
  const texts = text.split('\0');
  return text.endsWith('\0') ? texts.slice(0, -1) : texts;
}
