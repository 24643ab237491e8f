// The writer of test stores keeps to its own arithmetic; other readers judge it in pff-oracle.test.ts.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expectBytes } from '../support/bytes';
import { corpusFolder, corpusTitle, hasCorpus } from '../support/corpus';
import { text } from '../support/messages';
import { checksum, signature } from '../support/pst-writer/checksum';
import { breakChecksum, repairChecksums, repairReachable } from '../support/pst-writer/checksum-repair';
import { cyclic, permute, unpermute } from '../support/pst-writer/encoding';
import { readNumber } from '../support/pst-writer/little-endian';
import { deep, mailWithFile, sampleStore, storeShapes } from '../support/pst-writer/sample-store';
import { sparseStore, writeStore } from '../support/pst-writer/store';
import type { WrittenStore } from '../support/pst-writer/store';
import { walkStore } from '../support/pst-writer/store-walk';
import { mailboxFolders } from '../support/pst-writer/written-folder';

const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);

function at(store: WrittenStore, name: string): Uint8Array {
  const { offset, length } = store.places.get(name)!;
  return store.bytes.subarray(offset, offset + length);
}

test('the checksum of a known text, and the signature of a block of a real store', () => {
  expect(checksum(new TextEncoder().encode('123456789'))).toBe(0x2dfd2d88);
  expect(signature(0x25000, 0x4)).toBe(0x5006);
  expect(signature(2 ** 33 + 0x25000, 0x4)).toBe(0x5006);
});

test('encodings change every byte and can be undone', () => {
  expect([...permute(everyByte)].sort((a, b) => a - b)).toEqual([...everyByte]);
  expectBytes(unpermute(permute(everyByte)), everyByte);
  for (const bid of [4, 0x1234, 0xfffffffc]) {
    expect(cyclic(everyByte, bid)).not.toEqual(everyByte);
    expectBytes(cyclic(cyclic(everyByte, bid), bid), everyByte);
  }
  expect(cyclic(everyByte, 4)).not.toEqual(cyclic(everyByte, 8));
});

describe.each(Object.entries(storeShapes))('%s', (_, shape) => {
  const store = sampleStore(shape);

  test('whoever follows the B-trees meets every page and block', () => {
    const { pages, blocks } = walkStore(store.bytes);
    const placed = [...store.places.values()];
    const offsets = (kind: string): number[] =>
      placed.filter((place) => place.kind === kind).map(({ offset }) => offset);
    const ascending = (numbers: number[]): number[] => numbers.sort((a, b) => a - b);
    expect(ascending(pages.map(({ offset }) => offset))).toEqual(ascending(offsets('page')));
    expect(ascending(blocks.map(({ offset }) => offset))).toEqual(ascending(offsets('block')));
  });

  test('no two pages or blocks overlap', () => {
    const parts = [...store.places.values()]
      .filter(({ kind }) => kind !== 'field')
      .sort((a, b) => a.offset - b.offset);
    parts.forEach((part, index) => {
      const next = parts[index + 1];
      if (next !== undefined) expect(part.offset + part.length).toBeLessThanOrEqual(next.offset);
    });
  });

  test('checksums are right, and are repaired where they were broken', () => {
    const bytes = store.bytes.slice();
    repairChecksums(bytes, store);
    repairReachable(bytes);
    expectBytes(bytes, store.bytes);
    for (const [name, which] of [
      ['bbt root', 'crc'],
      ['nbt root', 'signature'],
      ['name map data', 'crc'],
      ['folder Calendar data', 'signature'],
    ] as const) {
      const place = store.places.get(name);
      if (place !== undefined) breakChecksum(bytes, store.format, place, which);
    }
    expect(Buffer.compare(bytes, store.bytes)).not.toBe(0);
    repairReachable(bytes);
    expectBytes(bytes, store.bytes);
  });
});

test('a small limit makes B-trees of three levels and more, and every kind of tree of blocks', () => {
  const store = sampleStore({ ...deep, format: 'unicode' });
  const levels = walkStore(store.bytes).pages.map(({ level }) => level);
  expect(Math.max(...levels)).toBeGreaterThanOrEqual(3);
  const names = [...store.places.keys()];
  for (const kind of [/XXBLOCK$/, / XBLOCK \d+$/, / SIBLOCK$/, / SLBLOCK \d+$/, /row index level 1 item 0$/])
    expect(
      names.some((name) => kind.test(name)),
      String(kind),
    ).toBe(true);
});

test('the ninth block of a heap begins with a bitmap of 64 bytes', () => {
  const properties = Array.from({ length: 60 }, (_, index) => text(0x6000 + index, 'x'.repeat(200)));
  const store = writeStore({ folders: mailboxFolders({ inbox: [{ properties }] }), maxBlockData: 1024 });
  const first = (index: number): number => {
    const block = at(store, `message 0 data block ${index}`);
    return readNumber(block, readNumber(block, 0, 2) + 4, 2);
  };
  expect([0, 1, 7, 8, 9].map(first)).toEqual([12, 2, 2, 66, 2]);
});

test('blocks with the same bytes are one block that is counted', () => {
  const [shared, apart] = [true, false].map((shareBlocks) => sampleStore({ shareBlocks }));
  expect(walkStore(shared!.bytes).blocks.length).toBeLessThan(walkStore(apart!.bytes).blocks.length);
  const counts = (store: WrittenStore): number[] =>
    walkStore(store.bytes)
      .pages.filter(({ tree, level }) => tree === 'bbt' && level === 0)
      .flatMap(({ offset, count, entrySize }) =>
        Array.from({ length: count }, (_, index) =>
          readNumber(store.bytes, offset + index * entrySize + 18, 2),
        ),
      );
  expect(Math.max(...counts(apart!))).toBe(2);
  expect(Math.max(...counts(shared!))).toBeGreaterThan(2);
});

test('blocks of a 4 KiB store are zlib streams, those of sub-nodes too', () => {
  const store = sampleStore({ format: '4k', compress: 'always' });
  const [name, place] = [...store.places].find(
    ([label, { stored = 0, offset }]) =>
      label.endsWith('SLBLOCK') && readNumber(store.bytes, offset, 2) === 0x9c78 && stored > 0,
  )!;
  const inflated = inflateSync(at(store, name).subarray(0, place.stored));
  expect([...inflated.subarray(0, 2)]).toEqual([2, 0]);
  expect(readNumber(store.bytes, place.offset + place.length - 6, 2)).toBe(inflated.length);
});

test('a sparse store of 10 GB is a few pieces far apart', () => {
  const folders = mailboxFolders({ inbox: Array.from({ length: 20 }, () => mailWithFile) });
  const { pieces, byteLength, places } = sparseStore({ folders }, { byteLength: 10 * 2 ** 30 });
  expect(byteLength).toBeGreaterThan(10 * 2 ** 30);
  expect(pieces.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(4e6);
  pieces.forEach(({ offset, bytes }, index) => {
    expect(offset + bytes.length).toBeLessThanOrEqual(pieces[index + 1]?.offset ?? byteLength);
  });
  expect(places.get('message 10 SLBLOCK')!.offset).toBeGreaterThan(2 ** 32);
});

describe(corpusTitle, () => {
  const folder = join(corpusFolder, 'pst');
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(pst|ost)$/i.test(path))
    : [];

  test.runIf(hasCorpus)('real stores have the checksums that are computed here', () => {
    expect(files.length).toBeGreaterThan(30);
    for (const path of files) {
      const original = new Uint8Array(readFileSync(join(folder, path)));
      expect(walkStore(original).blocks.length, path).toBeGreaterThan(20);
      const repaired = original.slice();
      repairReachable(repaired);
      expect(Buffer.compare(repaired, original), path).toBe(0);
    }
  });
});
