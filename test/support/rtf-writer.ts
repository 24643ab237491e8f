// Compresses RTF as [MS-OXRTFCP] 2.2.2 says, with the longest match of a simple search.

import { crcOf } from '../../src/bytes/crc';
import { LZFU, MELA } from '../../src/mapi/structures/compressed-rtf';

const PRELOADED =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const WINDOW = 4095;
const LONGEST = 17;

/** RTF as LZFu. */
export function compressRtf(text: Uint8Array | string): Uint8Array {
  const bytes = bytesOf(text);
  const all = new Uint8Array(PRELOADED.length + bytes.length);
  all.set(bytesOf(PRELOADED));
  all.set(bytes, PRELOADED.length);
  const output: number[] = [];
  const places = new Map<number, number>();
  let [at, indexed, bit, control] = [PRELOADED.length, 0, 8, 0];
  const begin = (isReference: boolean): void => {
    if (bit === 8) {
      control = output.push(0) - 1;
      bit = 0;
    }
    if (isReference) output[control] = (output[control] as number) | (1 << bit);
    bit += 1;
  };
  while (at < all.length) {
    for (; indexed < at - 1; indexed++) places.set(pair(all, indexed), indexed);
    const match = matchAt(all, at, places.get(pair(all, at)));
    begin(match !== undefined);
    if (match === undefined) output.push(all[at++] as number);
    else {
      const reference = ((match.from & 0xfff) << 4) | (match.length - 2);
      output.push(reference >> 8, reference & 0xff);
      at += match.length;
    }
  }
  begin(true);
  output.push(((at & 0xfff) << 4) >> 8, ((at & 0xfff) << 4) & 0xff);
  const body = Uint8Array.from(output);
  return withHeader(body, bytes.length, LZFU, crcOf(body));
}

/** RTF as MELA, not compressed. */
export function storeRtf(text: Uint8Array | string): Uint8Array {
  const bytes = bytesOf(text);
  return withHeader(bytes, bytes.length, MELA, 0);
}

function pair(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] ?? 0);
}

function matchAt(
  bytes: Uint8Array,
  at: number,
  from: number | undefined,
): { from: number; length: number } | undefined {
  if (from === undefined || at - from > WINDOW) return undefined;
  let length = 0;
  while (length < LONGEST && at + length < bytes.length && bytes[from + length] === bytes[at + length])
    length += 1;
  return length < 2 ? undefined : { from, length };
}

function withHeader(body: Uint8Array, rawSize: number, type: number, crc: number): Uint8Array {
  const bytes = new Uint8Array(16 + body.length);
  const view = new DataView(bytes.buffer);
  [body.length + 12, rawSize, type, crc].forEach((number, index) => {
    view.setUint32(index * 4, number, true);
  });
  bytes.set(body, 16);
  return bytes;
}

function bytesOf(text: Uint8Array | string): Uint8Array {
  return typeof text === 'string' ? Uint8Array.from(text, (each) => each.charCodeAt(0)) : text;
}
