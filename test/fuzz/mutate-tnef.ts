import { concat } from '../support/compound-file-writer';
import { Random } from './random';

// Structure-aware mutations of TNEF streams: attributes are found by their lengths, as far as those lead.

const nasty = [
  0, 1, 2, 3, 4, 7, 8, 15, 16, 17, 0xff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffff5, 0xfffffffc,
  0xffffffff,
];
const types = [
  0, 1, 2, 3, 4, 5, 6, 7, 0x0a, 0x0b, 0x0d, 0x14, 0x1e, 0x1f, 0x40, 0x48, 0xfb, 0xfd, 0x102, 0x1002, 0x1003,
  0x100b, 0x100d, 0x101e, 0x101f, 0x1048, 0x1102, 0x0999,
];
const attributeIds = [
  0x00069003, 0x00069004, 0x00069005, 0x00069002, 0x0006800f, 0x00018010, 0x00069007, 0x00078008, 0x00018004,
  0x00038005, 0x00008000, 0x00060000, 0x00060001, 0x00018009, 0x00068007, 0x0004800d, 0x00050008,
];
const HEADER = 6;
const ATTRIBUTE_HEADER = 9;
const IID_IMessage = [7, 3, 2, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];

interface Found {
  readonly at: number;
  readonly length: number;
}

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

function poke(bytes: Uint8Array, offset: number, value: number, size: 1 | 2 | 4 = 4): Uint8Array {
  for (let index = 0; index < size && offset + index < bytes.length; index++)
    bytes[offset + index] = (value >>> (8 * index)) & 0xff;
  return bytes;
}

function peek(bytes: Uint8Array, offset: number): number {
  return offset + 4 <= bytes.length
    ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset, true)
    : 0;
}

/** The attributes of a stream as far as their lengths lead. */
function attributesIn(bytes: Uint8Array, from = HEADER): Found[] {
  const found: Found[] = [];
  for (let at = from; at + ATTRIBUTE_HEADER <= bytes.length;) {
    const length = peek(bytes, at + 5);
    if (at + ATTRIBUTE_HEADER + length + 2 > bytes.length) break;
    found.push({ at, length });
    at += ATTRIBUTE_HEADER + length + 2;
  }
  return found;
}

function someAttribute(bytes: Uint8Array, random: Random): Found {
  const found = attributesIn(bytes);
  return found.length === 0 ? { at: HEADER, length: 4 } : random.pick(found);
}

function someNumber(bytes: Uint8Array, random: Random): number {
  if (random.below(3) === 0) return random.pick(nasty);
  return random.below(2) === 0 ? random.below(bytes.length + 16) : random.next();
}

/** A place in the data of some attribute. */
function somePlace(bytes: Uint8Array, random: Random): number {
  const { at, length } = someAttribute(bytes, random);
  return at + ATTRIBUTE_HEADER + (random.below(Math.max(1, length)) & ~(random.below(4) === 0 ? 0 : 3));
}

/** The bytes with some of them replaced; a place behind the end is the end. */
function splice(bytes: Uint8Array, place: number, removed: number, added: Uint8Array): Uint8Array {
  const at = Math.min(place, bytes.length);
  return concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);
}

const mutations: readonly Mutation[] = [
  function level(bytes, random) {
    return poke(bytes, someAttribute(bytes, random).at, random.pick([0, 1, 2, 3, 75]), 1);
  },
  function identifier(bytes, random) {
    return poke(bytes, someAttribute(bytes, random).at + 1, random.pick(attributeIds));
  },
  function length(bytes, random) {
    return poke(bytes, someAttribute(bytes, random).at + 5, someNumber(bytes, random));
  },
  function number(bytes, random) {
    return poke(bytes, somePlace(bytes, random), someNumber(bytes, random));
  },
  function count(bytes, random) {
    return poke(bytes, someAttribute(bytes, random).at + ATTRIBUTE_HEADER, someNumber(bytes, random));
  },
  function propertyType(bytes, random) {
    return poke(bytes, somePlace(bytes, random), random.pick(types), 2);
  },
  function propertyId(bytes, random) {
    return poke(
      bytes,
      somePlace(bytes, random) + 2,
      random.pick([0x3701, 0x8000, 0x5fff, 0x5ffb, 0x001a, 0xffff]),
      2,
    );
  },
  function anyByte(bytes, random) {
    const at = random.below(bytes.length);
    return poke(bytes, at, (bytes[at] ?? 0) ^ (1 << random.below(8)), 1);
  },
  function repeated(bytes, random) {
    const { at, length: data } = someAttribute(bytes, random);
    return splice(bytes, at, 0, bytes.slice(at, at + ATTRIBUTE_HEADER + data + 2));
  },
  function removed(bytes, random) {
    const { at, length: data } = someAttribute(bytes, random);
    return splice(bytes, at, Math.min(bytes.length - at, ATTRIBUTE_HEADER + data + 2), new Uint8Array(0));
  },
  function embedded(bytes, random) {
    const at = somePlace(bytes, random);
    const inner = bytes.length < 20_000 ? bytes.slice() : new Uint8Array(0);
    const object = new Uint8Array(12 + IID_IMessage.length);
    poke(poke(poke(object, 0, 0x3701000d), 4, 1), 8, IID_IMessage.length + inner.length);
    object.set(IID_IMessage, 12);
    return splice(splice(bytes, at, 0, inner), at, 0, object);
  },
  function cut(bytes, random) {
    const { at } = someAttribute(bytes, random);
    return bytes.slice(0, random.below(2) === 0 ? at + random.below(24) : random.below(bytes.length + 1));
  },
];

/** Writes the checksums that the attributes should have. */
function repaired(bytes: Uint8Array): Uint8Array {
  for (const { at, length } of attributesIn(bytes)) {
    const data = bytes.subarray(at + ATTRIBUTE_HEADER, at + ATTRIBUTE_HEADER + length);
    poke(
      bytes,
      at + ATTRIBUTE_HEADER + length,
      data.reduce((sum, byte) => sum + byte, 0),
      2,
    );
  }
  return bytes;
}

/** A damaged copy of a stream: some of the mutations, as the seed says; of every second the checksums are right. */
export function mutateTnef(original: Uint8Array, seed: number): Uint8Array {
  const random = new Random(seed);
  const count = 1 + random.below(random.below(4) === 0 ? 12 : 3);
  let bytes: Uint8Array = original.slice();
  for (let index = 0; index < count; index++) bytes = random.pick(mutations)(bytes, random);
  return random.below(2) === 0 ? repaired(bytes) : bytes;
}
