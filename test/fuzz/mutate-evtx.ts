import { sumChunk } from '../support/evtx-writer';
import { Random } from './random';

const nasty = [0, 1, 3, 0x41, 0x200, 0x2a2a, 0xffff, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];
/** What tokens of binary XML there are, and some that there are not. */
const tokens = [
  0, 1, 0x41, 2, 3, 4, 5, 6, 0x46, 7, 8, 9, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x21, 0x81,
];
const headerFields = [0x18, 0x20, 0x24, 0x28, 0x78, 0x7c, 0x1000, 0x1028, 0x1030, 0x1034, 0x1078, 0x107c];
const FIRST_CHUNK = 0x1000;
const FIRST_RECORD = 0x1200;

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

function poke(bytes: Uint8Array, offset: number, value: number, size: 1 | 2 | 4): Uint8Array {
  if (offset < 0 || offset + size > bytes.length) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (size === 1) view.setUint8(offset, value);
  else if (size === 2) view.setUint16(offset, value, true);
  else view.setUint32(offset, value, true);
  return bytes;
}

/** Somewhere among the records that there are. */
function somewhere(bytes: Uint8Array, random: Random): number {
  if (bytes.length < FIRST_RECORD) return random.below(bytes.length + 1);
  const free = new DataView(bytes.buffer, bytes.byteOffset).getUint32(FIRST_CHUNK + 0x30, true);
  return FIRST_RECORD + random.below(Math.max(64, Math.min(free, 0x10000) - 0x200));
}

const mutations: readonly Mutation[] = [
  function headerField(bytes, random) {
    return poke(bytes, random.pick(headerFields), random.pick(nasty), 4);
  },
  function number(bytes, random) {
    const value = random.below(2) === 0 ? random.pick(nasty) : random.below(0x10000);
    return poke(bytes, somewhere(bytes, random), value, random.pick([2, 4]));
  },
  function token(bytes, random) {
    return poke(bytes, somewhere(bytes, random), random.pick(tokens), 1);
  },
  function bit(bytes, random) {
    const offset = somewhere(bytes, random);
    return poke(bytes, offset, (bytes[offset] ?? 0) ^ (1 << random.below(8)), 1);
  },
  function piecesCopied(bytes, random) {
    const from = somewhere(bytes, random);
    bytes.copyWithin(somewhere(bytes, random), from, from + random.below(512));
    return bytes;
  },
  function cut(bytes, random) {
    return random.below(4) === 0 ? bytes.slice(0, random.below(bytes.length + 1)) : bytes;
  },
];

/** A damaged copy of an .evtx log, as the seed says; in half of them the checksums fit again. */
export function mutateEvtx(original: Uint8Array, seed: number): Uint8Array {
  const random = new Random(seed);
  let bytes: Uint8Array = original.slice();
  for (let count = 1 + random.below(5); count > 0; count--) bytes = random.pick(mutations)(bytes, random);
  const chunk = bytes.subarray(FIRST_CHUNK, FIRST_CHUNK + 0x10000);
  if (random.below(2) === 0 && chunk.length === 0x10000) sumChunk(chunk);
  return bytes;
}
