import * as CFB from 'cfb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inMemory } from '../../../src/bytes/random-access';
import { CompoundFile } from '../../../src/cfb/compound-file';
import { ROOT } from '../../../src/cfb/directory';
import { listEntries } from '../../../src/cfb/writing/directory-entries';
import { oneAfterAnother, rangeLockSector } from '../../../src/cfb/writing/sector-placement';
import { encodeFat } from '../../../src/cfb/writing/sector-tables';
import type { StorageNode, StreamNode } from '../../../src/cfb/writing/storage-node';
import {
  layOutCompoundFile,
  versionFor,
  writeCompoundFile,
} from '../../../src/cfb/writing/write-compound-file';
import { AnomalyLog } from '../../../src/damage/anomaly';
import { expectBytes } from '../../support/bytes';

function counted(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => index * 7 + length);
}

function root(children: StorageNode['children']): StorageNode {
  return { name: 'Root Entry', children };
}

/** The paths and bytes of all streams below a storage. */
function streamsOf({ children }: StorageNode, prefix = ''): Map<string, Uint8Array> {
  const streams = new Map<string, Uint8Array>();
  for (const child of children) {
    const path = `${prefix}/${child.name}`;
    if ('data' in child) streams.set(path, child.data);
    else for (const [below, data] of streamsOf(child, path)) streams.set(below, data);
  }
  return streams;
}

/** The same as our reader gives them, which throws at the first damage. */
function read(bytes: Uint8Array): Map<string, Uint8Array> {
  const report = new AnomalyLog(true, 0).at('');
  const file = new CompoundFile(inMemory(bytes), 256, report);
  const streams = new Map<string, Uint8Array>();
  const storages = [ROOT];
  for (const storage of storages)
    for (const member of file.members(storage))
      if (file.isStorage(member)) storages.push(member);
      else streams.set(file.path(member), file.read(member, report));
  file.checkRest();
  return streams;
}

function expectStreams(found: Map<string, Uint8Array>, expected: Map<string, Uint8Array>): void {
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [path, bytes] of expected) expectBytes(found.get(path), bytes);
}

const size = fc.oneof(
  fc.constantFrom(0, 1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097),
  fc.integer({ min: 0, max: 9000 }),
);
const name = fc.string({ minLength: 1, maxLength: 31 }).filter((text) => !/[/\\:!\0]/.test(text));
const tree = fc.letrec<{ members: (StreamNode | StorageNode)[] }>((tie) => ({
  members: fc.uniqueArray(
    fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.record({ name, data: size.map(counted) }),
      fc.record({ name, children: tie('members') }),
    ),
    { maxLength: 8, selector: (node) => node.name.toUpperCase() },
  ),
})).members;

test('whatever is written is read again, by us and by cfb', () => {
  fc.assert(
    fc.property(tree, fc.constantFrom<3 | 4>(3, 4), (children, version) => {
      const { bytes } = layOutCompoundFile(root(children), version, oneAfterAnother);
      expectStreams(read(bytes), streamsOf(root(children)));
      const other = CFB.read(Buffer.from(bytes), { type: 'buffer' });
      const found = other.FileIndex.filter(({ type }) => type === 2).map((entry) => entry.size);
      const sizes = [...streamsOf(root(children)).values()].map(({ length }) => length);
      expect(found.sort()).toEqual(sizes.sort());
      expectBytes(writeCompoundFile(root([...children].reverse())), writeCompoundFile(root(children)));
    }),
    { numRuns: 60 },
  );
});

describe('the tree of a storage', () => {
  /** Red-black, [MS-CFB] 2.6.4: sorted, no red below red, as many black entries on every way down. */
  function blackHeight(
    view: DataView,
    offsetOf: (id: number) => number,
    id: number,
    isBelowRed: boolean,
  ): number {
    if (id === 0xffffffff) return 1;
    const at = offsetOf(id);
    const isRed = view.getUint8(at + 67) === 0;
    expect(isRed && isBelowRed, `${id} is red below red`).toBe(false);
    const [left, right] = [68, 72].map((link) =>
      blackHeight(view, offsetOf, view.getUint32(at + link, true), isRed),
    );
    expect(left, `the sides of ${id}`).toBe(right);
    return (left as number) + (isRed ? 0 : 1);
  }

  test.each([0, 1, 2, 3, 4, 6, 7, 8, 9, 30, 31, 32, 100, 1000, 1023, 1024])('%i entries', (count) => {
    const children = Array.from({ length: count }, (_, index) => ({
      name: `entry ${index}`,
      data: counted(index % 3),
    }));
    const written = layOutCompoundFile(root(children), 3, oneAfterAnother);
    const view = new DataView(written.bytes.buffer);
    const offsetOf = (id: number): number =>
      ((written.directory[id >> 2] as number) + 1) * 512 + (id & 3) * 128;
    const top = view.getUint32(offsetOf(0) + 76, true);
    blackHeight(view, offsetOf, top, true); // the topmost is black
    expectStreams(read(written.bytes), streamsOf(root(children)));
  });

  test('names are ordered by length, then by unit without case; no letter becomes two', () => {
    const names = ['b', 'A', 'zz', 'ß', 'aB', 'AA'];
    const entries = listEntries(root(names.map((each) => ({ name: each, data: counted(1) }))));
    expect(entries.slice(1).map((entry) => entry.name)).toEqual(['A', 'b', 'ß', 'AA', 'aB', 'zz']);
  });
});

test('the class, state and times of a storage', () => {
  const storage = { clsid: counted(16), stateBits: 0xfedcba98, times: counted(16) };
  const bytes = writeCompoundFile({
    ...root([{ name: 'object', children: [], ...storage }]),
    clsid: counted(16),
  });
  const file = new CompoundFile(inMemory(bytes), 256, new AnomalyLog(true, 0).at(''));
  expect(file.storageClass(1)).toEqual(storage);
  expect(file.storageClass(ROOT)).toEqual({ clsid: counted(16), stateBits: 0, times: new Uint8Array(16) });
});

test('above 7 MB the FAT needs a DIFAT', () => {
  const full = (109 * 128 - 109 - 1) * 512; // with the FAT and the directory, what 109 sectors of the FAT describe
  for (const [length, difatSectors] of [
    [full, 0],
    [full + 1, 1],
    [16_000_000, 2],
  ] as const) {
    const bytes = writeCompoundFile(root([{ name: 'large', data: new Uint8Array(length).fill(5) }]));
    expect(new DataView(bytes.buffer).getUint32(72, true)).toBe(difatSectors);
    expectBytes(read(bytes).get('/large'), new Uint8Array(length).fill(5));
  }
});

describe('above 2 GB', () => {
  const sized = (length: number): Parameters<typeof versionFor>[0] => [
    { size: 0, data: undefined },
    { size: length, data: counted(1) },
  ];

  test('the version is 4', () => {
    expect(versionFor(sized(2_000_000_000))).toBe(3);
    expect(versionFor(sized(2_130_000_000))).toBe(3);
    expect(versionFor(sized(2 ** 31))).toBe(4);
  });

  test('the sector at 2 GB is left to locks', () => {
    const length = 2 ** 31 / 4096 + 100;
    const placement = oneAfterAnother([{ holds: 'stream', length }], 4);
    const lock = rangeLockSector(4);
    expect((lock + 1) * 4096).toBe(0x7ffff000);
    expect(placement.chains[0]).toHaveLength(length);
    const all = [...placement.chains.flat(), ...placement.fat, ...placement.difat];
    expect(all.includes(lock)).toBe(false);
    expect(all).toHaveLength(placement.sectorCount - 1);
    expect(placement.fat.length * 1024).toBeGreaterThanOrEqual(placement.sectorCount);
    const fat = new DataView(encodeFat(placement, 4).buffer);
    expect(fat.getUint32(lock * 4, true)).toBe(0xfffffffe);
    expect(fat.getUint32((lock - 1) * 4, true)).toBe(lock + 1); // the chain goes on behind it
  });

  test('what no array holds is refused', () => {
    const place = (): ReturnType<typeof oneAfterAnother> => ({
      chains: [],
      fat: [],
      difat: [],
      sectorCount: 2 ** 41,
    });
    expect(() => layOutCompoundFile(root([]), 4, place)).toThrow(
      expect.objectContaining({ code: 'unsupported', feature: 'msg-size' }) as Error,
    );
  });
});
