import { Random } from './random';

const nasty = [
  0, 1, 3, 39, 40, 47, 48, 55, 56, 57, 60, 0x27, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffc, 0xffffffff,
];
const headerFields = [0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44];
const recordFields = [0, 4, 8, 12, 16, 20, 24, 26, 28, 36, 40, 44, 48, 52];
const HEADER = 48;
const SIGNATURE = 0x654c664c;

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

function poke(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  if (offset >= 0 && offset + 4 <= bytes.length)
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(offset, value, true);
  return bytes;
}

function someNumber(bytes: Uint8Array, random: Random): number {
  if (random.below(3) === 0) return random.pick(nasty);
  return random.below(2) === 0 ? random.below(bytes.length + 64) & ~3 : random.next();
}

/** Where some record begins. */
function recordOffset(bytes: Uint8Array, random: Random): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = HEADER + ((random.below(Math.max(4, bytes.length - HEADER)) >> 2) << 2);
  for (let offset = from; offset + 8 <= bytes.length; offset += 4)
    if (view.getUint32(offset + 4, true) === SIGNATURE) return offset;
  return HEADER;
}

const mutations: readonly Mutation[] = [
  function headerField(bytes, random) {
    return poke(bytes, random.pick(headerFields), someNumber(bytes, random));
  },
  function recordField(bytes, random) {
    return poke(bytes, recordOffset(bytes, random) + random.pick(recordFields), someNumber(bytes, random));
  },
  function bothLengths(bytes, random) {
    const [offset, length] = [recordOffset(bytes, random), random.below(bytes.length) & ~3];
    return poke(poke(bytes, offset, length), offset + length - 4, length);
  },
  function endRecordField(bytes, random) {
    return poke(bytes, bytes.length - 40 + random.below(10) * 4, someNumber(bytes, random));
  },
  function anyByte(bytes, random) {
    const offset = random.below(bytes.length);
    if (offset < bytes.length) bytes[offset] = random.next() & 0xff;
    return bytes;
  },
  function piecesCopied(bytes, random) {
    const from = random.below(bytes.length) & ~3;
    bytes.copyWithin(random.below(bytes.length) & ~3, from, from + random.below(512));
    return bytes;
  },
  function cut(bytes, random) {
    return bytes.slice(0, random.below(bytes.length + 1));
  },
];

/** A damaged copy of an .evt log: some of the mutations, as the seed says. */
export function mutateEvt(original: Uint8Array, seed: number): Uint8Array {
  const random = new Random(seed);
  let bytes: Uint8Array = original.slice();
  for (let count = 1 + random.below(4); count > 0; count--) bytes = random.pick(mutations)(bytes, random);
  return bytes;
}
