import { describe, expect, test } from 'vitest';
import { inMemory } from '../../src/bytes/random-access';
import { Fat } from '../../src/cfb/fat';
import { MiniStream } from '../../src/cfb/mini-stream';
import { ENDOFCHAIN, FREESECT } from '../../src/cfb/sector';
import { SectorSpace } from '../../src/cfb/sector-space';
import { AnomalyLog } from '../../src/damage/anomaly';
import type { ReportDamage } from '../../src/damage/anomaly';
import { damageKinds } from '../../src/damage/damage';

const SECTOR = 512;
const MINI = 64;
const FATSECT = 0xfffffffd;

/** What lies in the sectors of the file: the FAT, the mini FAT, and the mini stream in sectors 4 and 2. */
const [FAT, MINI_FAT, SECOND, FIRST] = [0, 1, 2, 4];
const fatOf = { [FAT]: FATSECT, [MINI_FAT]: ENDOFCHAIN, [SECOND]: ENDOFCHAIN, 3: FREESECT, [FIRST]: SECOND };

interface Setting {
  /** Mini sectors and what follows them in the mini FAT; all others follow none. */
  readonly chains?: Readonly<Record<number, number>>;
  readonly fat?: Readonly<Record<number, number>>;
  readonly start?: number;
  readonly size?: number;
  readonly firstMiniFatSector?: number;
  /** How much of the file there is. */
  readonly length?: number;
}

interface Opened {
  readonly bytes: Uint8Array;
  readonly mini: MiniStream;
  readonly report: ReportDamage;
  /** Damage to the mini stream itself, and to the streams in it. */
  readonly shared: () => [string, string][];
  readonly damage: () => [string, string][];
}

function open({ chains = {}, fat = {}, length, ...place }: Setting = {}): Opened {
  const whole = new Uint8Array(6 * SECTOR);
  const view = new DataView(whole.buffer);
  for (const sector of [FIRST, 3, SECOND]) {
    for (let at = 0; at < SECTOR; at++) whole[(sector + 1) * SECTOR + at] = sector * 40 + (at % 251);
  }
  const put = (sector: number, index: number, number: number): void => {
    view.setUint32((sector + 1) * SECTOR + index * 4, number, true);
  };
  for (let index = 0; index < SECTOR / 4; index++) {
    put(FAT, index, FREESECT);
    put(MINI_FAT, index, ENDOFCHAIN);
  }
  for (const [sector, next] of Object.entries({ ...fatOf, ...fat })) put(FAT, Number(sector), next);
  for (const [sector, next] of Object.entries(chains)) put(MINI_FAT, Number(sector), next);

  const bytes = whole.subarray(0, length);
  const space = new SectorSpace(inMemory(bytes), SECTOR);
  const [shared, own] = [new AnomalyLog(false, 100), new AnomalyLog(false, 100)];
  const header = { majorVersion: 3, sectorSize: SECTOR, firstDirectorySector: 3, fatSectorCount: 1 };
  const difat = {
    firstMiniFatSector: MINI_FAT,
    firstDifatSector: ENDOFCHAIN,
    difatSectorCount: 0,
    difat: [FAT],
  };
  const table = new Fat({ ...header, ...difat }, space, shared.at(''));
  const where = { start: FIRST, size: 2 * SECTOR, firstMiniFatSector: MINI_FAT, ...place };
  const found = (log: AnomalyLog): [string, string][] =>
    log.anomalies.map(({ code, message }) => [code, message]);
  return {
    bytes,
    mini: new MiniStream(table, space, where, shared.at('')),
    report: own.at(''),
    shared: () => found(shared),
    damage: () => found(own),
  };
}

/** The bytes of mini sectors, by where they must lie. */
function miniSectors(bytes: Uint8Array, ...numbers: number[]): number[] {
  return numbers.flatMap((number) => {
    const sector = number < 8 ? FIRST : SECOND;
    const at = (sector + 1) * SECTOR + (number % 8) * MINI;
    return [...bytes.subarray(at, at + MINI)];
  });
}

/** The bytes of a chain, the same copied as looked at. */
function read(
  setting: Setting,
  start: number,
  length: number,
): { bytes: number[]; damage: [string, string][] } {
  const { mini, bytes: file, report, damage } = open(setting);
  const extents = mini.follow(start, length, 'Stream', report);
  const bytes = [...extents.read(inMemory(file), length)];
  const copy = new Uint8Array(1 + bytes.length).fill(0xaa);
  extents.copy(inMemory(file), length, copy, 1);
  expect([...copy]).toEqual([0xaa, ...bytes]);
  return { bytes, damage: damage() };
}

const outside = (sector: number | string, count = 16): [string, string] => [
  'cfb-sector-out-of-file',
  `Stream leads to mini sector ${sector}, but the mini stream has ${count}`,
];
const long = (length: number, next: number): [string, string] => [
  'cfb-stream-long',
  `Stream has ${length} bytes, but its chain continues to sector ${next}`,
];
const twice = (sector: number): [string, string] => [
  'cfb-sector-claimed-twice',
  `Stream leads to mini sector ${sector}, which is already in use`,
];

describe('the offset of a mini sector', () => {
  test.each([
    [0, (FIRST + 1) * SECTOR],
    [1, (FIRST + 1) * SECTOR + MINI],
    [7, (FIRST + 1) * SECTOR + 7 * MINI],
    [8, (SECOND + 1) * SECTOR],
    [15, (SECOND + 1) * SECTOR + 7 * MINI],
    [16, undefined],
    [ENDOFCHAIN, undefined],
    [FREESECT, undefined],
  ])('%i is %i', (sector, offset) => {
    const { mini, shared, damage } = open();
    expect(mini.offsetOf(sector)).toBe(offset);
    expect([...shared(), ...damage()]).toEqual([]);
  });

  test('does not take it', () => {
    const { mini, report, damage } = open();
    mini.offsetOf(3);
    mini.offsetOf(3);
    expect(mini.follow(3, 1, 'Stream', report).byteLength).toBe(MINI);
    expect(damage()).toEqual([]);
  });
});

describe('a chain', () => {
  const chains = { 3: 4, 4: 7, 7: 8, 8: 1 };

  test.each([
    [0, []],
    [1, [3]],
    [MINI, [3]],
    [MINI + 1, [3, 4]],
    [3 * MINI, [3, 4, 7]],
    [4 * MINI - 1, [3, 4, 7, 8]],
    [5 * MINI, [3, 4, 7, 8, 1]],
  ])(
    'gives the first %i bytes of its mini sectors, wherever they lie, and ends with them',
    (length, sectors) => {
      const { bytes, damage } = read({ chains }, 3, length);
      expect(bytes).toEqual(miniSectors(open().bytes, ...sectors).slice(0, length));
      const next = chains[sectors.at(-1) as keyof typeof chains] as number | undefined;
      expect(damage).toEqual(next === undefined ? [] : [long(length, next)]);
    },
  );

  test('that ends early gives what it has, and that is for its reader to tell', () => {
    const { bytes, damage } = read({ chains: { 3: 5 } }, 3, 1000);
    expect(bytes).toEqual(miniSectors(open().bytes, 3, 5));
    expect(damage).toEqual([]);
  });

  test('without beginning has nothing', () => {
    expect(read({}, ENDOFCHAIN, 100)).toEqual({ bytes: [], damage: [] });
  });

  test('of no bytes takes no mini sector, wherever it says it begins', () => {
    const { mini, report, damage } = open();
    mini.follow(FREESECT, 0, 'Stream', report);
    mini.follow(3, 0, 'Stream', report);
    expect(mini.follow(3, MINI, 'Stream', report).byteLength).toBe(MINI);
    expect(damage()).toEqual([]);
  });

  test('takes no more mini sectors than it needs, and says that it goes on', () => {
    const { mini, report, damage } = open({ chains: { 3: 4 } });
    mini.follow(3, MINI, 'Stream', report);
    expect(mini.follow(4, MINI, 'Stream', report).byteLength).toBe(MINI);
    expect(damage()).toEqual([long(MINI, 4)]);
  });

  test.each<[string, Record<number, number>, number, number[], [string, string][]]>([
    ['begins behind the mini stream', {}, 16, [], [outside(16)]],
    ['begins at the mark of a free sector', {}, FREESECT, [], [outside('FREESECT')]],
    ['leads behind the mini stream', { 3: 4, 4: 16 }, 3, [3, 4], [outside(16)]],
    ['leads to a free mini sector', { 3: FREESECT }, 3, [3], [outside('FREESECT')]],
    ['leads to itself', { 3: 3 }, 3, [3], [twice(3)]],
    ['leads back into itself', { 3: 4, 4: 5, 5: 4 }, 3, [3, 4, 5], [twice(4)]],
  ])('that %s gives what comes before, and is reported', (_, links, start, sectors, expected) => {
    const { bytes, damage } = read({ chains: links }, start, 1000);
    expect(bytes).toEqual(miniSectors(open().bytes, ...sectors));
    expect(damage).toEqual(expected);
  });

  test('that leads into another is reported with the place of what they share', () => {
    const { mini } = open({ chains: { 3: 4, 5: 4 } });
    const log = new AnomalyLog(false, 10);
    mini.follow(3, 2 * MINI, 'Stream', log.at(''));
    expect(mini.follow(5, 2 * MINI, 'Table', log.at('')).byteLength).toBe(MINI);
    expect(log.anomalies).toEqual([
      {
        code: 'cfb-sector-claimed-twice',
        ...damageKinds['cfb-sector-claimed-twice'],
        message: 'Table leads to mini sector 4, which is already in use',
        path: '',
        offset: (FIRST + 1) * SECTOR + 4 * MINI,
      },
    ]);
  });
});

describe('the mini FAT', () => {
  test('that is missing ends every chain after one mini sector', () => {
    const { bytes, damage } = read({ chains: { 3: 4 }, firstMiniFatSector: ENDOFCHAIN }, 3, 1000);
    expect(bytes).toEqual(miniSectors(open().bytes, 3));
    expect(damage).toEqual([]);
  });

  test('outside the file is reported, and ends every chain too', () => {
    const { mini, shared, report } = open({ chains: { 3: 4 }, firstMiniFatSector: 5 });
    expect(shared()).toEqual([['cfb-sector-out-of-file', 'Mini FAT leads to sector 5, but the file has 5']]);
    expect(mini.follow(3, 1000, 'Stream', report).byteLength).toBe(MINI);
  });

  test('in a sector of the mini stream is reported', () => {
    expect(open({ firstMiniFatSector: SECOND }).shared()).toEqual([
      ['cfb-sector-claimed-twice', 'Mini FAT leads to sector 2, which is already in use'],
    ]);
  });
});

describe('the mini stream', () => {
  const short = (found: number, stated: number): [string, string] => [
    'cfb-stream-short',
    `The mini stream has ${found} bytes, but its directory entry says ${stated}`,
  ];

  test.each([
    [0, 0],
    [1, 8],
    [SECTOR, 8],
    [SECTOR + 1, 16],
    [2 * SECTOR, 16],
  ])('of %i bytes has %i mini sectors: all of the sectors that it needs', (size, count) => {
    const { mini, shared } = open({ size });
    expect(mini.offsetOf(count)).toBeUndefined();
    if (count > 0) expect(mini.offsetOf(count - 1)).toBeDefined();
    const goesOn = `Mini stream has ${size} bytes, but its chain continues to sector ${SECOND}`;
    expect(shared()).toEqual(count === 8 ? [['cfb-stream-long', goesOn]] : []);
  });

  test.each<[string, Setting, number, [string, string][]]>([
    ['says it is longer', { size: 2 * SECTOR + 1 }, 2 * SECTOR, [short(2 * SECTOR, 2 * SECTOR + 1)]],
    ['has no beginning', { start: ENDOFCHAIN }, 0, [short(0, 2 * SECTOR)]],
    [
      'begins outside the file',
      { start: 5 },
      0,
      [['cfb-sector-out-of-file', 'Mini stream leads to sector 5, but the file has 5'], short(0, 2 * SECTOR)],
    ],
    [
      'leads back into itself',
      { fat: { [FIRST]: FIRST } },
      SECTOR,
      [
        ['cfb-sector-claimed-twice', 'Mini stream leads to sector 4, which is already in use'],
        short(SECTOR, 2 * SECTOR),
      ],
    ],
  ])('that %s has what there is, and is reported', (_, setting, found, expected) => {
    const { mini, shared } = open(setting);
    expect(shared()).toEqual(expected);
    expect(mini.offsetOf(found / MINI)).toBeUndefined();
    expect(found === 0 || mini.offsetOf(found / MINI - 1) !== undefined).toBe(true);
  });

  test.each([
    [MINI, 1],
    [MINI - 1, 1],
    [MINI + 1, 2],
    [1, 1],
  ])('of which %i bytes are left of its last sector ends inside that', (left, sectors) => {
    const setting = { start: FIRST, size: SECTOR, fat: { [FIRST]: ENDOFCHAIN }, length: 5 * SECTOR + left };
    const { mini, shared } = open(setting);
    expect(shared()).toEqual([short(left, SECTOR)]);
    expect(mini.offsetOf(sectors)).toBeUndefined();
    const last = read(setting, sectors - 1, MINI);
    expect(last.bytes).toEqual(miniSectors(open().bytes, sectors - 1).slice(0, left - (sectors - 1) * MINI));
    expect(last.damage).toEqual([]);
  });
});
