import { decodeStructure } from './decode-structure';

/** PidTagRtfCompressed, [MS-OXCMSG] 2.2.1.56.4. */
export const RTF_COMPRESSED = 0x10090102;

/** COMPTYPE: LZFu, compressed. */
export const LZFU = 0x75465a4c;
/** COMPTYPE: MELA, not compressed. */
export const MELA = 0x414c454d;
/** Two bytes stand for at most 17, and eight such pairs need a byte of flags: no text grows more than ninefold. */
const MOST_EXPANSION = 9;
/** The dictionary that every compressed text begins with. */
const DICTIONARY = 207;

/** The header of a compressed RTF body, [MS-OXRTFCP] 2.1.3.1. */
export interface RtfHeader {
  /** COMPSIZE: how many bytes follow this number. Real files have it some bytes off. */
  readonly compressedSize: number;
  /** RAWSIZE: how many bytes the text has. */
  readonly rawSize: number;
  readonly type: number;
  readonly crc: number;
}

/** Reads the header; undefined if it is cut. */
export function decodeRtfHeader(bytes: Uint8Array): RtfHeader | undefined {
  return decodeStructure(bytes, (reader) => {
    const [compressedSize, rawSize, type] = [reader.u32(), reader.u32(), reader.u32()];
    return { compressedSize, rawSize, type, crc: reader.remaining < 4 ? 0 : reader.u32() };
  });
}

/** Whether the sizes in the header of a compressed RTF body can be true. */
export function hasPlausibleRtfHeader(bytes: Uint8Array): boolean {
  const header = decodeRtfHeader(bytes);
  if (header === undefined) return false;
  const { rawSize, type } = header;
  return rawSize <= (type === LZFU ? bytes.length * MOST_EXPANSION + DICTIONARY : bytes.length);
}
