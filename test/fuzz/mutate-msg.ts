import { Random } from './random';

// Structure-aware mutations of .msg files: most numbers of a compound file are found without trusting any of them.

/** Numbers that break readers: borders, signs, special sectors. */
const nasty = [
  0, 1, 2, 3, 7, 8, 63, 64, 109, 511, 512, 4095, 4096, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffa,
  0xfffffffc, 0xfffffffd, 0xfffffffe, 0xffffffff,
];

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const headerFields = [24, 26, 28, 30, 32, 40, 44, 48, 56, 60, 64, 68, 72, 76, 80];
const entryFields = [64, 66, 68, 72, 76, 116, 120, 124];

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function poke(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  if (offset >= 0 && offset + 4 <= bytes.length) view(bytes).setUint32(offset, value, true);
  return bytes;
}

function peek(bytes: Uint8Array, offset: number): number {
  return offset >= 0 && offset + 4 <= bytes.length ? view(bytes).getUint32(offset, true) : 0;
}

function someNumber(bytes: Uint8Array, random: Random): number {
  if (random.below(3) === 0) return random.pick(nasty);
  return random.below(2) === 0 ? random.below(Math.ceil(bytes.length / 512) + 2) : random.next();
}

function sectorSize(bytes: Uint8Array): number {
  return bytes[30] === 12 ? 4096 : 512;
}

/** The offset of a field in some entry near the beginning of the directory. */
function entryOffset(bytes: Uint8Array, random: Random): number {
  const size = sectorSize(bytes);
  const first = (peek(bytes, 48) + 1) * size;
  const entries = random.below(4) === 0 ? 64 : size / 128;
  return first + random.below(entries) * 128;
}

const mutations: readonly Mutation[] = [
  function headerField(bytes, random) {
    return poke(bytes, random.pick(headerFields), someNumber(bytes, random));
  },
  function directoryField(bytes, random) {
    return poke(bytes, entryOffset(bytes, random) + random.pick(entryFields), someNumber(bytes, random));
  },
  function directoryName(bytes, random) {
    const offset = entryOffset(bytes, random) + random.below(64);
    if (offset < bytes.length) bytes[offset] = random.pick([0, 0x23, 0x30, 0x46, 0x5f, random.below(256)]);
    return bytes;
  },
  function directoryEntryCopied(bytes, random) {
    const from = entryOffset(bytes, random);
    bytes.copyWithin(Math.min(entryOffset(bytes, random), bytes.length), from, from + 128);
    return bytes;
  },
  function fatEntry(bytes, random) {
    const size = sectorSize(bytes);
    return poke(bytes, (peek(bytes, 76) + 1) * size + random.below(size / 4) * 4, someNumber(bytes, random));
  },
  function miniFatEntry(bytes, random) {
    const size = sectorSize(bytes);
    return poke(bytes, (peek(bytes, 60) + 1) * size + random.below(size / 4) * 4, someNumber(bytes, random));
  },
  function propertyEntry(bytes, random) {
    // entries are 16 bytes apart, in mini sectors of 64: a random aligned place often is one
    const offset = random.below(Math.ceil(bytes.length / 8)) * 8 + random.pick([0, 2, 4]);
    return poke(bytes, offset, someNumber(bytes, random));
  },
  function propertyType(bytes, random) {
    const offset = random.below(Math.ceil(bytes.length / 8)) * 8;
    const types = [
      0, 1, 2, 3, 5, 0x0a, 0x0b, 0x0d, 0x14, 0x1e, 0x1f, 0x40, 0x48, 0x102, 0x1003, 0x101e, 0x101f, 0x1102,
      0x0999,
    ];
    if (offset + 2 <= bytes.length) view(bytes).setUint16(offset, random.pick(types), true);
    return bytes;
  },
  function anyByte(bytes, random) {
    const offset = random.below(bytes.length);
    if (offset < bytes.length) bytes[offset] = (bytes[offset] as number) ^ (1 << random.below(8));
    return bytes;
  },
  function anyNumber(bytes, random) {
    return poke(bytes, random.below(bytes.length) & ~3, someNumber(bytes, random));
  },
  function sectorCopied(bytes, random) {
    const size = sectorSize(bytes);
    const sectors = Math.max(1, Math.floor(bytes.length / size));
    const from = random.below(sectors) * size;
    bytes.copyWithin(random.below(sectors) * size, from, from + size);
    return bytes;
  },
  function cut(bytes, random) {
    return bytes.slice(
      0,
      random.below(4) === 0 ? random.below(bytes.length + 1) : random.below(bytes.length >> 9) << 9,
    );
  },
];

/** A damaged copy of a file: some of the mutations, as the seed says. */
export function mutateMsg(original: Uint8Array, seed: number): Uint8Array {
  const random = new Random(seed);
  const count = 1 + random.below(random.below(4) === 0 ? 12 : 3);
  let bytes: Uint8Array = original.slice();
  for (let index = 0; index < count; index++) bytes = random.pick(mutations)(bytes, random);
  return bytes;
}
