import { cyclic, permute, unpermute } from '../support/pst-writer/encoding';
import { repairReachable } from '../support/pst-writer/checksum-repair';
import { readNumber } from '../support/pst-writer/little-endian';
import { walkStore } from '../support/pst-writer/store-walk';
import type { FoundBlock, FoundPage, FoundStructures } from '../support/pst-writer/store-walk';
import { Random } from './random';

// Structure-aware mutations of PST and OST files. Pages and blocks are found in the sound file; what lies in a data
// block is changed as it is read, and encoded again. In half of all copies the checksums are made right at last.

/** Numbers that break readers: borders, signs, sizes of pages and blocks. */
const nasty = [
  0, 1, 2, 3, 4, 7, 8, 0x1f, 0x20, 0x21, 0x40, 0x60, 0x61, 0x122, 0x671, 0x692, 511, 512, 3580, 4096, 8176,
  8192, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff,
];

/** A sound store, and what was found in it. */
interface Target {
  readonly bytes: Uint8Array;
  readonly found: FoundStructures;
}

type Mutation = (target: Target, random: Random) => void;

function poke(bytes: Uint8Array, offset: number, value: number, size: number): void {
  for (let index = 0; index < size; index++)
    if (offset + index < bytes.length) bytes[offset + index] = Math.floor(value / 256 ** index) & 0xff;
}

function someNumber({ bytes, found }: Target, random: Random): number {
  if (random.below(3) === 0) return random.pick(nasty);
  if (random.below(3) === 0) return random.next();
  if (random.below(2) === 0) return random.below(bytes.length);
  const block = random.pick(found.blocks);
  return random.below(2) === 0 ? block.bid : block.offset;
}

/** Changes a number a little, or into another. */
function changed(old: number, target: Target, random: Random): number {
  return random.below(3) === 0 ? Math.max(0, old + random.below(9) - 4) : someNumber(target, random);
}

function change(target: Target, offset: number, size: number, random: Random): void {
  poke(target.bytes, offset, changed(readNumber(target.bytes, offset, size), target, random), size);
}

const isCut = ({ found }: Target): boolean => found.pages.length === 0 || found.blocks.length === 0;

const mutations: readonly Mutation[] = [
  function headerField(target, random) {
    const isAnsi = target.found.layout.wordSize === 4;
    const offset = random.pick(
      isAnsi
        ? [8, 10, 24, 28, 168, 184, 188, 192, 196, 200, 461]
        : [8, 10, 32, 184, 216, 224, 232, 240, 248, 513],
    );
    change(target, offset, random.pick([1, 2, 4]), random);
  },
  function pageCounts(target, random) {
    const { layout, pages } = target.found;
    const field = random.below(4) * (layout.pageSize === 4096 ? 2 : 1);
    change(target, random.pick(pages).offset + layout.pageCounts + field, 1, random);
  },
  function pageTrailer(target, random) {
    const { layout, pages } = target.found;
    change(
      target,
      random.pick(pages).offset + layout.pageTrailer + random.below(16),
      random.pick([1, 2, 4]),
      random,
    );
  },
  function pageEntry(target, random) {
    const page = random.pick(target.found.pages);
    const field = random.below(Math.floor(page.entrySize / 2)) * 2;
    change(target, entryOffset(page, random) + field, random.pick([1, 2, 4]), random);
  },
  function pagePointsElsewhere(target, random) {
    const { layout, pages } = target.found;
    const branches = pages.filter(({ level }) => level > 0);
    const page = random.pick(branches.length === 0 ? pages : branches);
    const other = random.below(3) === 0 ? page : random.pick(pages);
    poke(target.bytes, entryOffset(page, random) + layout.wordSize * 2, other.offset, layout.wordSize);
  },
  function entriesExchanged(target, random) {
    const page = random.pick(target.found.pages);
    const [from, to] = [entryOffset(page, random), entryOffset(page, random)];
    target.bytes.copyWithin(to, from, from + page.entrySize);
  },
  function blockTrailer(target, random) {
    const { offset, stored } = random.pick(target.found.blocks);
    const { blockAlignment, blockTrailer } = target.found.layout;
    const end = offset + Math.ceil((stored + blockTrailer) / blockAlignment) * blockAlignment;
    change(target, end - blockTrailer + random.below(blockTrailer), random.pick([1, 2, 4]), random);
  },
  function internalBlock(target, random) {
    const internal = target.found.blocks.filter(({ bid }) => (bid & 2) !== 0);
    if (internal.length === 0) return;
    const { offset, stored } = random.pick(internal);
    const isHead = random.below(3) === 0;
    change(
      target,
      offset + (isHead ? random.below(8) : 8 + random.below(stored)),
      random.pick([1, 2, 4]),
      random,
    );
  },
  function heapHeader(target, random) {
    inData(target, random, (data) => {
      const field = random.pick([0, 2, 3, 4, 6]);
      poke(data, field, changed(readNumber(data, field, 2), target, random), 2);
    });
  },
  function pageMap(target, random) {
    inData(target, random, (data) => {
      const map = readNumber(data, 0, 2);
      const field = map + random.below(8 + Math.min(64, readNumber(data, map, 2) * 2));
      poke(data, field & ~1, changed(readNumber(data, field & ~1, 2), target, random), 2);
    });
  },
  function heapItem(target, random) {
    inData(target, random, (data) => {
      const [start, length] = heapItemOf(data, random);
      const field = start + random.below(Math.min(length, 64));
      poke(data, field, changed(readNumber(data, field, 4), target, random), random.pick([1, 2, 4]));
    });
  },
  function tableInfo(target, random) {
    inTables(target, random, 0x7c, (data, start) => {
      const field = start + random.pick([0, 1, 2, 4, 6, 8, 10, 14, 18, 22 + random.below(64)]);
      poke(data, field, changed(readNumber(data, field, 2), target, random), random.pick([1, 2]));
    });
  },
  function treeHeader(target, random) {
    inTables(target, random, 0xb5, (data, start) => {
      const field = start + random.below(8);
      poke(data, field, changed(readNumber(data, field, 1), target, random), random.pick([1, 2]));
    });
  },
  function dataWord(target, random) {
    inData(target, random, (data) => {
      poke(data, random.below(data.length) & ~1, someNumber(target, random), random.pick([1, 2, 4]));
    });
  },
  function blockCopied(target, random) {
    const [from, to] = [random.pick(target.found.blocks), random.pick(target.found.blocks)];
    target.bytes.copyWithin(to.offset, from.offset, from.offset + Math.min(from.stored, to.stored));
  },
  function anyByte({ bytes }, random) {
    const offset = random.below(bytes.length);
    bytes[offset] = (bytes[offset] as number) ^ (1 << random.below(8));
  },
  function anyNumber(target, random) {
    poke(target.bytes, random.below(target.bytes.length) & ~3, someNumber(target, random), 4);
  },
];

function entryOffset(page: FoundPage, random: Random): number {
  return page.offset + random.below(Math.max(1, page.count)) * page.entrySize;
}

/** Lets a data block be changed as it is once decoded. Compressed blocks are left alone. */
function inBlock(
  { bytes }: Target,
  { bid, offset, stored }: FoundBlock,
  use: (data: Uint8Array) => void,
): void {
  const raw = bytes.subarray(offset, offset + stored);
  const method = bytes[readNumber(bytes, 10, 2) < 21 ? 461 : 513];
  const decoded = method === 1 ? unpermute(raw) : method === 2 ? cyclic(raw, bid) : raw.slice();
  use(decoded);
  raw.set(method === 1 ? permute(decoded) : method === 2 ? cyclic(decoded, bid) : decoded);
}

function inData(target: Target, random: Random, use: (data: Uint8Array) => void): void {
  const blocks = target.found.blocks.filter(({ bid, isCompressed }) => (bid & 2) === 0 && !isCompressed);
  if (blocks.length > 0) inBlock(target, random.pick(blocks), use);
}

/** Where an item of a heap's block lies, as far as its page map can be believed. */
function heapItemOf(data: Uint8Array, random: Random): readonly [start: number, length: number] {
  const map = readNumber(data, 0, 2);
  const count = Math.min(readNumber(data, map, 2), data.length >> 1);
  const at = map + 4 + random.below(Math.max(1, count)) * 2;
  const start = readNumber(data, at, 2);
  return [start, Math.max(1, readNumber(data, at + 2, 2) - start)];
}

/** Looks for an item that begins with this byte in a few blocks. */
function inTables(
  target: Target,
  random: Random,
  signature: number,
  use: (data: Uint8Array, start: number) => void,
): void {
  const found = { isDone: false };
  for (let attempt = 0; attempt < 40 && !found.isDone; attempt++) {
    inData(target, random, (data) => {
      const [start] = heapItemOf(data, random);
      if (data[start] !== signature || data[2] !== 0xec) return;
      use(data, start);
      found.isDone = true;
    });
  }
}

/** A damaged copy of a store: some of the mutations, as the seed says, and now and then cut short. */
export function mutatePst(original: Uint8Array, seed: number): Uint8Array {
  const random = new Random(seed);
  const bytes = original.slice();
  const target = { bytes, found: walkStore(bytes) };
  if (isCut(target)) return bytes;
  const count = 1 + random.below(random.below(4) === 0 ? 12 : 3);
  for (let index = 0; index < count; index++) random.pick(mutations)(target, random);
  if (random.below(2) === 0) repairReachable(bytes);
  return random.below(20) === 0 ? bytes.slice(0, random.below(bytes.length + 1)) : bytes;
}
