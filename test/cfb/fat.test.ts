import { describe, expect, test } from 'vitest';
import { inMemory } from '../../src/bytes/random-access';
import type { RandomAccessBytes } from '../../src/bytes/random-access';
import { Fat } from '../../src/cfb/fat';
import type { CompoundFileHeader } from '../../src/cfb/header';
import { ENDOFCHAIN, FREESECT } from '../../src/cfb/sector';
import { SectorSpace } from '../../src/cfb/sector-space';
import { AnomalyLog } from '../../src/damage/anomaly';

/** How many entries a sector of 512 bytes has, and where the first FAT sector begins that the header does not list. */
const PER_SECTOR = 128;
const FIRST_IN_DIFAT = 109 * PER_SECTOR;

interface Opened {
  readonly fat: Fat;
  readonly space: SectorSpace;
  /** What follows a sector. */
  readonly next: (sector: number) => number | undefined;
  /** Damage to the FAT itself, and damage to the chain that was followed. */
  readonly shared: () => [string, string][];
  readonly ofChain: () => [string, string][];
}

function open(bytes: RandomAccessBytes, header: Partial<CompoundFileHeader>): Opened {
  const all = {
    majorVersion: 3,
    sectorSize: 512,
    fatSectorCount: 0,
    firstDirectorySector: 0,
    firstMiniFatSector: ENDOFCHAIN,
    firstDifatSector: ENDOFCHAIN,
    difatSectorCount: 0,
    difat: [],
    ...header,
  };
  const space = new SectorSpace(bytes, all.sectorSize);
  const [shared, ofChain] = [new AnomalyLog(false, 100), new AnomalyLog(false, 100)];
  const fat = new Fat(all, space, shared.at(''));
  const found = (log: AnomalyLog): [string, string][] =>
    log.anomalies.map(({ code, message }) => [code, message]);
  return {
    fat,
    space,
    next: (sector) => fat.next(sector, 'Stream', ofChain.at('')),
    shared: () => found(shared),
    ofChain: () => found(ofChain),
  };
}

/** A file of so many sectors, with these numbers at the beginning of some of them; cut to `length`. */
function fileOf(
  count: number,
  sectors: Readonly<Record<number, readonly number[]>>,
  { sectorSize = 512, length }: { readonly sectorSize?: number; readonly length?: number } = {},
): RandomAccessBytes {
  const bytes = new Uint8Array((count + 1) * sectorSize);
  const view = new DataView(bytes.buffer);
  for (const [sector, numbers] of Object.entries(sectors)) {
    numbers.forEach((number, index) => {
      view.setUint32((Number(sector) + 1) * sectorSize + index * 4, number, true);
    });
  }
  return inMemory(bytes.subarray(0, length));
}

/** The numbers of a sector: `at` gives those that are not 0. */
function entries(at: Readonly<Record<number, number>>, perSector = PER_SECTOR): number[] {
  return Array.from({ length: perSector }, (_, index) => at[index] ?? 0);
}

const short = (sector: number): [string, string] => [
  'cfb-fat-short',
  `Stream needs the entry for sector ${sector >>> 0} in the FAT, but there is none`,
];

describe('the sector that follows', () => {
  test('is in the FAT sector that the header lists for it', () => {
    const file = fileOf(4, { 3: entries({ 0: 11, 127: 12 }), 1: entries({ 0: 21, 127: ENDOFCHAIN }) });
    const { next, shared, ofChain } = open(file, { difat: [3, 1] });
    expect([255, 0, 128, 127, 0].map(next)).toEqual([ENDOFCHAIN, 11, 21, 12, 11]);
    expect([...shared(), ...ofChain()]).toEqual([]);
  });

  test('is found in sectors of 4,096 bytes', () => {
    const numbers = { 1: entries({ 1023: 5 }, 1024), 0: entries({ 0: 6 }, 1024) };
    const { next } = open(fileOf(2, numbers, { sectorSize: 4096 }), { sectorSize: 4096, difat: [1, 0] });
    expect([1023, 1024].map(next)).toEqual([5, 6]);
  });

  test.each([
    ['a FAT sector that nobody lists', 128, [0]],
    ['the first one after all', FIRST_IN_DIFAT, [0]],
    ['a FAT that has no sector', 0, []],
    ['a FAT sector that is free', 0, [FREESECT, 0]],
    ['the greatest number of all', FREESECT, [0]],
  ])('in %s is not there', (_, sector, difat) => {
    const { next, shared, ofChain } = open(fileOf(2, {}), { difat });
    expect(next(sector)).toBeUndefined();
    expect(ofChain()).toEqual([short(sector)]);
    expect(shared()).toEqual([]);
  });

  test.each<[length: number, known: (number | undefined)[]]>([
    [16, [7, 8, 9]],
    [15, [7, 8, undefined]],
    [12, [7, 8, undefined]],
    [11, [7, undefined, undefined]],
  ])('is read of the %i bytes that are left of a FAT sector', (length, known) => {
    const file = fileOf(2, { 1: entries({ 1: 7, 2: 8, 3: 9 }) }, { length: 1024 + length });
    const { next, ofChain } = open(file, { difat: [1] });
    expect([1, 2, 3].map(next)).toEqual(known);
    expect(ofChain()).toEqual([1, 2, 3].filter((_, index) => known[index] === undefined).map(short));
  });
});

describe('a FAT sector', () => {
  test('outside the file is reported once, and the chain each time', () => {
    const { next, shared, ofChain } = open(fileOf(2, {}), { difat: [2] });
    expect([0, 1].map(next)).toEqual([undefined, undefined]);
    expect(shared()).toEqual([
      ['cfb-sector-out-of-file', 'FAT sector 0 leads to sector 2, but the file has 2'],
    ]);
    expect(ofChain()).toEqual([short(0), short(1)]);
  });

  test('that is listed twice counts where it is first needed', () => {
    const { next, shared, ofChain } = open(fileOf(2, { 1: entries({ 5: 7 }) }), { difat: [1, 1] });
    expect([128 + 5, 5].map(next)).toEqual([7, undefined]);
    expect(shared()).toEqual([
      ['cfb-sector-claimed-twice', 'FAT sector 0 leads to sector 1, which is already in use'],
    ]);
    expect(ofChain()).toEqual([short(5)]);
  });

  test('is taken when it is needed, and not before', () => {
    const { next, space, shared } = open(fileOf(3, {}), { difat: [1, 2] });
    next(0);
    const taken = new AnomalyLog(false, 10);
    expect([1, 2].map((sector) => space.take(sector, 'Other', taken.at('')))).toEqual([false, true]);
    expect(shared()).toEqual([]);
  });
});

describe('the DIFAT', () => {
  /** A DIFAT sector that lists one FAT sector at a place, and leads on. */
  const listing = (place: number, location: number, next: number): number[] =>
    entries({
      ...Object.fromEntries(Array.from({ length: 127 }, (_, index) => [index, FREESECT])),
      [place]: location,
      127: next,
    });

  test('goes on in its own sectors, each of which lists 127 FAT sectors', () => {
    const file = fileOf(8, {
      2: listing(0, 5, 4),
      4: listing(126, 6, ENDOFCHAIN),
      5: entries({ 0: 50 }),
      6: entries({ 127: 60 }),
    });
    const { next, shared, ofChain } = open(file, { difat: [7], firstDifatSector: 2 });
    const last = (109 + 127 + 126) * PER_SECTOR + 127;
    expect([last, FIRST_IN_DIFAT].map(next)).toEqual([60, 50]);
    expect([...shared(), ...ofChain()]).toEqual([]);
  });

  test.each([
    ['ENDOFCHAIN', ENDOFCHAIN],
    ['FREESECT', FREESECT],
  ])('ends with %s, and what it does not list is not there', (_, end) => {
    const { next, shared, ofChain } = open(fileOf(4, { 2: listing(0, 3, end) }), { firstDifatSector: 2 });
    const beyond = (109 + 127) * PER_SECTOR;
    expect(next(beyond)).toBeUndefined();
    expect(next(FIRST_IN_DIFAT)).toBe(0);
    expect(shared()).toEqual([]);
    expect(ofChain()).toEqual([short(beyond)]);
  });

  test.each([
    [
      'leads back into itself',
      { 2: listing(0, 3, 2) },
      2,
      'claimed-twice',
      'sector 2, which is already in use',
    ],
    ['leaves the file', { 2: listing(0, 3, 9) }, 2, 'out-of-file', 'sector 9, but the file has 4'],
    ['begins outside the file', {}, 4, 'out-of-file', 'sector 4, but the file has 4'],
  ])('that %s is reported once', (_, sectors, firstDifatSector, code, words) => {
    const { next, shared, ofChain } = open(fileOf(4, sectors), { firstDifatSector });
    const beyond = (109 + 127) * PER_SECTOR;
    expect([next(beyond), next(beyond)]).toEqual([undefined, undefined]);
    expect(shared()).toEqual([[`cfb-sector-${code}`, `DIFAT leads to ${words}`]]);
    expect(ofChain()).toEqual([short(beyond), short(beyond)]);
  });

  test('is not read while the header lists what is needed', () => {
    const { next, space, shared } = open(fileOf(4, {}), { difat: [1], firstDifatSector: 2 });
    next(0);
    expect(space.take(2, 'Other', new AnomalyLog(false, 0).at(''))).toBe(true);
    expect(shared()).toEqual([]);
  });

  test('that is cut lists what is left of it', () => {
    const file = fileOf(4, { 3: [2, 1, 0] }, { length: 4 * 512 + 7 });
    const { next, shared, ofChain } = open(file, { firstDifatSector: 3 });
    expect([0, 1].map((place) => next(FIRST_IN_DIFAT + place * PER_SECTOR))).toEqual([0, undefined]);
    expect(shared()).toEqual([]);
    expect(ofChain()).toEqual([short(FIRST_IN_DIFAT + PER_SECTOR)]);
  });
});

describe('what the header counts', () => {
  /** A file of so many sectors that nobody reads. */
  const sized = (count: number): RandomAccessBytes => {
    const unread = (): never => {
      throw new Error('nothing is to be read');
    };
    return { byteLength: (count + 1) * 512, view: unread, word: unread, copy: unread };
  };

  test.each([
    [0, 0, true],
    [0, 1, false],
    [1, 1, true],
    [1, 2, false],
    [2, 3, false],
    [128, 3, true],
    [128, 4, false],
    [129, 5, true],
    [129, 6, false],
    [129, 0xffffffff, false],
  ])('in a file of %i sectors, %i FAT sectors are believable: %s', (count, fatSectorCount, isBelievable) => {
    const { shared } = open(sized(count), { fatSectorCount });
    const message = `Number of FAT Sectors is ${fatSectorCount}, but the file needs ${Math.ceil(count / 128)}`;
    expect(shared()).toEqual(isBelievable ? [] : [['cfb-fat-count', message]]);
  });

  test.each([
    [6912, 0, 0],
    [6912, 1, 0],
    [6913, 1, 1],
    [6913, 2, 1],
    [128 * 118, 1, 1],
    [128 * 118 + 1, 2, 2],
    [6912, 0xffffffff, 0],
  ])('in a file of %i sectors, %i DIFAT sectors are compared with %i', (count, difatSectorCount, needed) => {
    const { shared } = open(sized(count), { difatSectorCount });
    const message = `Number of DIFAT Sectors is ${difatSectorCount}, but the file needs at most ${needed}`;
    expect(shared()).toEqual(difatSectorCount <= needed ? [] : [['cfb-fat-count', message]]);
  });

  test('is a warning with its place, and changes nothing', () => {
    const log = new AnomalyLog(true, 10);
    const header = {
      majorVersion: 3,
      sectorSize: 512,
      firstDirectorySector: 0,
      firstMiniFatSector: ENDOFCHAIN,
    };
    const counts = { fatSectorCount: 9, difatSectorCount: 9, firstDifatSector: ENDOFCHAIN, difat: [0] };
    const fat = new Fat({ ...header, ...counts }, new SectorSpace(fileOf(1, { 0: [7] }), 512), log.at(''));
    expect(log.anomalies.map(({ severity, offset }) => [severity, offset])).toEqual([
      ['warning', 44],
      ['warning', 72],
    ]);
    expect(fat.next(0, 'Stream', log.at(''))).toBe(7);
  });
});
