import type { ByteReader } from '../../bytes/byte-reader';
import { decodeString8 } from '../values/code-page';

/** Reads 8-bit text up to and with its NUL; undefined if it does not fit the code page. */
export function readString8(reader: ByteReader, codePage: number): string | undefined {
  const bytes: number[] = [];
  for (let byte = reader.u8(); byte !== 0; byte = reader.u8()) bytes.push(byte);
  return decodeString8(Uint8Array.from(bytes), codePage);
}

/** Reads UTF-16 up to and with its NUL. */
export function readUtf16(reader: ByteReader): string {
  const units: number[] = [];
  for (let unit = reader.u16(); unit !== 0; unit = reader.u16()) units.push(unit);
  let text = '';
  for (let start = 0; start < units.length; start += 8192)
    text += String.fromCharCode(...units.slice(start, start + 8192));
  return text;
}
