import { describe, expect, test } from 'vitest';
import { Directory, NOSTREAM } from '../../src/cfb/directory';
import { DirectoryTree } from '../../src/cfb/directory-tree';
import { AnomalyLog } from '../../src/damage/anomaly';
import type { Anomaly, ReportDamage } from '../../src/damage/anomaly';

const [UNALLOCATED, STORAGE, STREAM, ROOT] = [0, 1, 2, 5];

interface Entry {
  readonly type?: number;
  readonly left?: number;
  readonly right?: number;
  readonly child?: number;
  readonly name?: string;
  readonly nameBytes?: number;
}

/** A directory of the root and these entries, numbered from 1; each is called by its number unless it says. */
function directoryOf(child: number, entries: readonly Entry[]): Directory {
  const all: readonly Entry[] = [{ type: ROOT, child, name: 'Root' }, ...entries];
  const sectorSize = Math.max(512, 2 ** Math.ceil(Math.log2(all.length * 128)));
  const view = new DataView(new ArrayBuffer(all.length * 128));
  all.forEach(({ type = STREAM, left, right, child: first, name, nameBytes }, id) => {
    const at = id * 128;
    const text = name ?? String(id);
    for (let index = 0; index < text.length; index++)
      view.setUint16(at + index * 2, text.charCodeAt(index), true);
    view.setUint16(at + 64, nameBytes ?? text.length * 2 + 2, true);
    view.setUint8(at + 66, type);
    [left, right, first].forEach((link, index) => {
      view.setUint32(at + 68 + index * 4, link ?? NOSTREAM, true);
    });
  });
  const words = new Int32Array(view.buffer);
  return new Directory({ words, starts: [0], byteLength: view.byteLength }, sectorSize, 3);
}

interface Walk {
  readonly tree: DirectoryTree;
  readonly report: ReportDamage;
  readonly anomalies: readonly Anomaly[];
  readonly damage: () => [string, string][];
}

function walk(child: number, entries: readonly Entry[], maxDepth = 256): Walk {
  const log = new AnomalyLog(false, 1000);
  const tree = new DirectoryTree(directoryOf(child, entries), maxDepth);
  const damage = (): [string, string][] => log.anomalies.map(({ code, message }) => [code, message]);
  return { tree, report: log.at(''), anomalies: log.anomalies, damage };
}

describe('the members of a storage', () => {
  test.each<[string, number, Entry[], number[]]>([
    ['nothing', NOSTREAM, [], []],
    ['one', 1, [{}], [1]],
    ['a root with two sides', 2, [{}, { left: 1, right: 3 }, {}], [1, 2, 3]],
    ['a list to the left', 3, [{}, { left: 1 }, { left: 2 }], [1, 2, 3]],
    ['a list to the right', 1, [{ right: 2 }, { right: 3 }, {}], [1, 2, 3]],
    ['a zigzag', 1, [{ right: 3 }, {}, { left: 2 }], [1, 2, 3]],
    ['a tree whose numbers are in no order', 1, [{ left: 3, right: 2 }, {}, { right: 4 }, {}], [3, 4, 1, 2]],
  ])('of %s come in the order of its tree', (_, child, entries, members) => {
    const { tree, report, damage } = walk(child, entries);
    expect(tree.members(0, report)).toEqual(members);
    tree.walkRest(report);
    expect(damage()).toEqual([]);
  });

  test('are those of each storage alone, whichever is asked for first', () => {
    const entries: Entry[] = [
      { type: STORAGE, right: 2, child: 3 },
      { type: STORAGE, child: 4 },
      {},
      { right: 5 },
      {},
    ];
    const { tree, report, damage } = walk(1, entries);
    expect(tree.members(0, report)).toEqual([1, 2]);
    expect(tree.members(2, report)).toEqual([4, 5]);
    expect(tree.members(1, report)).toEqual([3]);
    expect(tree.members(0, report)).toEqual([1, 2]);
    expect(damage()).toEqual([]);
  });

  test('are a list that one may change without harm', () => {
    const { tree, report } = walk(1, [{ right: 2 }, {}]);
    (tree.members(0, report) as number[]).length = 0;
    expect(tree.members(0, report)).toEqual([1, 2]);
  });

  test('of a stream are none', () => {
    const { tree, report } = walk(1, [{}]);
    tree.members(0, report);
    expect(tree.members(1, report)).toEqual([]);
  });

  test.each([['left'], ['right']] as const)('in a list of 100,000 to the %s cost no stack', (side) => {
    const count = 100_000;
    const entries = Array.from({ length: count }, (_, index) =>
      index + 1 < count ? { [side]: index + 2 } : {},
    );
    const { tree, report, damage } = walk(1, entries);
    const members = tree.members(0, report);
    expect(members).toHaveLength(count);
    expect([members[0], members.at(-1)]).toEqual(side === 'left' ? [count, 1] : [1, count]);
    expect(damage()).toEqual([]);
  });
});

describe('damage', () => {
  const cycle = (id: number): [string, string] => [
    'cfb-directory-cycle',
    `Directory entry ${id} is reached twice`,
  ];
  const noEntry = (id: number, count: number): [string, string] => [
    'cfb-directory-entry',
    `A link leads to directory entry ${id}, but there are ${count}`,
  ];
  const badType = (id: number, type: number): [string, string] => [
    'cfb-directory-entry',
    `Directory entry ${id} has Object Type ${type}, expected 1 or 2`,
  ];

  test.each<[string, number, Entry[], number[], [string, string][]]>([
    ['an entry that is its own sibling', 1, [{ right: 1 }], [1], [cycle(1)]],
    ['two entries that are each other’s', 1, [{ right: 2 }, { left: 1 }], [1, 2], [cycle(1)]],
    ['an entry on both sides', 1, [{ left: 2, right: 2 }, {}], [2, 1], [cycle(2)]],
    ['the root as its own child', 0, [], [], [cycle(0)]],
    ['the root as a sibling', 1, [{ left: 0 }], [1], [cycle(0)]],
    ['a child beyond the directory', 2, [{}], [], [noEntry(2, 2)]],
    ['a sibling beyond the directory', 1, [{ left: 2, right: 3 }], [1], [noEntry(2, 2), noEntry(3, 2)]],
    ['a sibling just below the mark for none', 1, [{ right: NOSTREAM - 1 }], [1], [noEntry(0xfffffffe, 2)]],
    ['an unallocated entry', 2, [{}, { type: UNALLOCATED, left: 1, right: 3 }, {}], [1, 3], [badType(2, 0)]],
    ['a second root', 1, [{ type: ROOT }], [], [badType(1, 5)]],
    ['an entry of no known type', 1, [{ type: 3, right: 2 }, {}], [2], [badType(1, 3)]],
  ])('%s is reported, and the rest of the tree is there', (_, child, entries, members, damage) => {
    const found = walk(child, entries);
    expect(found.tree.members(0, found.report)).toEqual(members);
    expect(found.damage()).toEqual(damage);
    expect(found.tree.members(0, found.report)).toEqual(members);
    expect(found.damage()).toEqual(damage);
  });

  test.each([
    [0, false],
    [2, false],
    [3, false],
    [4, true],
    [5, false],
    [63, false],
    [64, true],
    [65, false],
    [66, false],
    [0xffff, false],
  ])('a name of %i bytes, terminator included, is sound: %s', (nameBytes, isSound) => {
    const { tree, report, damage } = walk(1, [{ nameBytes }]);
    expect(tree.members(0, report)).toEqual([1]);
    const message = 'Directory entry 1 has a Name Length that is odd or out of range';
    expect(damage()).toEqual(isSound ? [] : [['cfb-directory-entry', message]]);
  });

  test('an entry in two storages belongs to the one that is read first', () => {
    const entries: Entry[] = [{ type: STORAGE, right: 2, child: 3 }, { type: STORAGE, child: 3 }, {}];
    const { tree, report, damage } = walk(1, entries);
    tree.members(0, report);
    expect(tree.members(2, report)).toEqual([3]);
    expect(tree.members(1, report)).toEqual([]);
    expect(tree.path(3)).toBe('/2/3');
    expect(damage()).toEqual([cycle(3)]);
  });

  test('a storage that holds the one around it is reported', () => {
    const { tree, report, damage } = walk(1, [
      { type: STORAGE, child: 2 },
      { type: STORAGE, child: 1 },
    ]);
    tree.walkRest(report);
    expect(damage()).toEqual([cycle(1)]);
    expect(tree.path(2)).toBe('/1/2');
  });
});

describe('the rest', () => {
  test('is every storage that nobody asked for, and is walked once', () => {
    const entries: Entry[] = [{ type: STORAGE, child: 2 }, { type: STORAGE, child: 3 }, { right: 9 }];
    const { tree, report, damage } = walk(1, entries);
    tree.walkRest(report);
    tree.walkRest(report);
    expect(damage()).toEqual([['cfb-directory-entry', 'A link leads to directory entry 9, but there are 4']]);
    expect(tree.members(2, report)).toEqual([3]);
  });

  test.each<[string, Entry[], string | undefined]>([
    ['no orphan', [{}], undefined],
    ['free entries', [{}, { type: UNALLOCATED }], undefined],
    ['an orphan', [{}, {}], '1 directory entries cannot be reached, the first of them 2 ("2")'],
    [
      'orphans among free entries',
      [{}, { type: UNALLOCATED }, { name: 'a"b' }, { type: STORAGE }],
      '2 directory entries cannot be reached, the first of them 3 ("a\\"b")',
    ],
  ])('with %s', (_, entries, message) => {
    const { tree, report, damage } = walk(1, entries);
    tree.walkRest(report);
    expect(damage()).toEqual(message === undefined ? [] : [['cfb-directory-orphans', message]]);
  });
});

describe('the limit of depth', () => {
  /** Storages in one another, each called by its number, with a stream in the innermost. */
  const nested = (levels: number): Entry[] => [
    ...Array.from({ length: levels }, (_, index) => ({ type: STORAGE, child: index + 2 })),
    {},
  ];

  test.each([
    [0, 1, true],
    [1, 1, false],
    [2, 3, true],
    [3, 3, false],
    [0, 0, false],
  ])('of %i, met by %i storages in one another, is exceeded: %s', (maxDepth, levels, isExceeded) => {
    const { tree, report, damage } = walk(1, nested(levels), maxDepth);
    tree.walkRest(report);
    const message = `Storages are nested deeper than ${maxDepth}; the deeper ones were not read`;
    expect(damage()[0]).toEqual(isExceeded ? ['limit-storage-depth', message] : undefined);
  });

  test('leaves the storages that are too deep empty, and is reported once', () => {
    const entries: Entry[] = [
      { type: STORAGE, child: 2 },
      { type: STORAGE, right: 3, child: 4 },
      { type: STORAGE, child: 5 },
      {},
      {},
    ];
    const { tree, report, damage } = walk(1, entries, 1);
    tree.walkRest(report);
    expect([1, 2, 3].map((storage) => tree.members(storage, report))).toEqual([[2, 3], [], []]);
    expect(damage()).toEqual([
      ['limit-storage-depth', 'Storages are nested deeper than 1; the deeper ones were not read'],
      ['cfb-directory-orphans', '2 directory entries cannot be reached, the first of them 4 ("4")'],
    ]);
  });
});

describe('a path', () => {
  test('leads from the root to an entry', () => {
    const entries: Entry[] = [
      { type: STORAGE, name: 'out', child: 2 },
      { type: STORAGE, name: 'in', child: 3 },
      { name: 'x' },
    ];
    const { tree, report } = walk(1, entries);
    tree.walkRest(report);
    expect([0, 1, 2, 3].map((id) => tree.path(id))).toEqual(['/', '/out', '/out/in', '/out/in/x']);
  });

  test('of an entry that was not reached is its name', () => {
    expect(walk(NOSTREAM, [{ name: 'lost' }]).tree.path(1)).toBe('/lost');
  });
});
