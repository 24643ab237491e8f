import { decodeStructure } from './decode-structure';

/** PidTagRtfCompressed, [MS-OXCMSG] 2.2.1.56.4. */
export const RTF_COMPRESSED = 0x10090102;

/** COMPTYPE: LZFu, or MELA for text that is not compressed. */
const COMPRESSED = 0x75465a4c;
/** Two bytes stand for at most 17, and eight such pairs need a byte of flags: no text grows more than ninefold. */
const MOST_EXPANSION = 9;
/** The dictionary that every compressed text begins with. */
const DICTIONARY = 207;

/** Whether the sizes in the header of a compressed RTF body ([MS-OXRTFCP] 2.1.3.1) can be true. */
export function hasPlausibleRtfHeader(bytes: Uint8Array): boolean {
  const isPlausible = decodeStructure(bytes, (reader) => {
    reader.skip(4); // COMPSIZE: real files have it some bytes off
    const rawSize = reader.u32();
    const isCompressed = reader.u32() === COMPRESSED;
    return rawSize <= (isCompressed ? bytes.length * MOST_EXPANSION + DICTIONARY : bytes.length);
  });
  return isPlausible ?? false;
}
