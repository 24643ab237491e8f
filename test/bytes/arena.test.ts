import { describe, expect, test } from 'vitest';
import { Arena } from '../../src/bytes/arena';

const written = (arena: Arena): number[] => [...arena.bytes.subarray(0, arena.length)];

test.each([0, 1, 100])('an arena with room for %i bytes takes it with the first one', (capacity) => {
  const arena = new Arena(capacity);
  expect(arena.length).toBe(0);
  expect(arena.bytes).toHaveLength(0);
  expect(arena.trimmed()).toEqual(new Uint8Array(0));
  arena.append(Uint8Array.of(7));
  expect(arena.bytes).toHaveLength(Math.max(1, capacity));
});

test('all empty arenas share one array', () => {
  expect(new Arena(0).bytes).toBe(new Arena(9).bytes);
});

test('writing to one arena without room leaves the others empty', () => {
  const arena = new Arena(0);
  arena.append(Uint8Array.of(7));
  expect(written(arena)).toEqual([7]);
  expect(new Arena(0).bytes).toHaveLength(0);
});

test('values lie one after the other, and each is told where it begins', () => {
  const arena = new Arena(4);
  const starts = [[1, 2], [], [3], [4, 5, 6]].map((bytes) => arena.append(Uint8Array.from(bytes)));
  expect(starts).toEqual([0, 2, 2, 3]);
  expect(arena.length).toBe(6);
  expect(written(arena)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('what is appended is copied', () => {
  const arena = new Arena(0);
  const bytes = Uint8Array.of(1, 2);
  arena.append(bytes);
  bytes.fill(9);
  expect(written(arena)).toEqual([1, 2]);
});

describe('growing', () => {
  test.each([
    [0, 0],
    [3, 4],
    [4, 4],
    [5, 5],
    [8, 8],
    [9, 9],
    [100, 100],
  ])('%i bytes in an empty arena with room for four then have room for %i', (length, room) => {
    const arena = new Arena(4);
    expect(arena.reserve(length)).toBe(0);
    expect(arena.length).toBe(length);
    expect(arena.bytes).toHaveLength(room);
  });

  test('takes what was written along, and nothing else', () => {
    const arena = new Arena(3);
    arena.append(Uint8Array.of(1, 2));
    const before = arena.bytes;
    before[2] = 9; // behind the end
    expect(arena.reserve(3)).toBe(2);
    expect(arena.bytes).not.toBe(before);
    expect(written(arena)).toEqual([1, 2, 0, 0, 0]);
  });

  test('does not happen while there is room', () => {
    const arena = new Arena(3);
    arena.append(Uint8Array.of(1));
    const before = arena.bytes;
    arena.append(Uint8Array.of(2, 3));
    arena.reserve(0);
    expect(arena.bytes).toBe(before);
  });

  test('byte by byte seldom needs another array', () => {
    const arena = new Arena(0);
    const arrays = new Set<Uint8Array>();
    for (let index = 0; index < 1024; index++) {
      arena.append(Uint8Array.of(index));
      arrays.add(arena.bytes);
    }
    expect(arrays.size).toBe(11);
    expect(written(arena)).toEqual(Array.from({ length: 1024 }, (_, index) => index & 0xff));
  });
});

describe('trimming', () => {
  test('a full arena gives its own array', () => {
    const arena = new Arena(2);
    arena.append(Uint8Array.of(1, 2));
    expect(arena.trimmed()).toBe(arena.bytes);
  });

  test('an arena with room to spare gives a copy that has none', () => {
    const arena = new Arena(3);
    arena.append(Uint8Array.of(1, 2));
    const trimmed = arena.trimmed();
    expect(trimmed).toEqual(Uint8Array.of(1, 2));
    expect(trimmed.buffer.byteLength).toBe(2);
  });
});
