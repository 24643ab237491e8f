import { describe, expect, test } from 'vitest';
import type { ReportDamage } from '../../src/damage/anomaly';
import type { DataTree } from '../../src/pst/ndb/data-tree';
import { forEachRecord } from '../../src/pst/ltp/b-tree-on-heap';
import { HeapOnNode } from '../../src/pst/ltp/heap-on-node';
import { decodeMultipleValues } from '../../src/pst/ltp/multiple-values';

/** A heap of one block with these items; its user root is the first. */
function heapBlock(items: readonly Uint8Array[], signature = 0xec): Uint8Array {
  const data = items.flatMap((item) => [...item]);
  const map = 12 + data.length;
  const bytes = new Uint8Array(map + 4 + (items.length + 1) * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, map, true);
  bytes.set([signature, 0xb5], 2);
  view.setUint32(4, 0x20, true);
  bytes.set(data, 12);
  view.setUint16(map, items.length, true);
  let at = 12;
  items.forEach((item, index) => {
    view.setUint16(map + 4 + index * 2, at, true);
    at += item.length;
  });
  view.setUint16(map + 4 + items.length * 2, at, true);
  return bytes;
}

function open(block: Uint8Array): { heap: HeapOnNode | undefined; said: string[]; report: ReportDamage } {
  const said: string[] = [];
  const report: ReportDamage = (code, message) => said.push(`${code}: ${message}`);
  const data = {
    blockCount: 1,
    block: () => block,
    offsetOf: (_: number, position: number) => 1000 + position,
    prefetch: () => undefined,
  } as unknown as DataTree;
  return { heap: HeapOnNode.open(data, 11, report), said, report };
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const hid = (index: number): number => index << 5;

describe('a heap', () => {
  test('has items by index, from 1, with their place in the file', () => {
    const { heap, said } = open(heapBlock([bytes(1, 2, 3), bytes(), bytes(9)]));
    expect(heap?.find(hid(3))).toBe(true);
    expect([heap?.bytes[heap.start], heap?.length, heap?.offsetOf(heap.start)]).toEqual([9, 1, 1015]);
    expect([heap?.find(hid(2)), heap?.length]).toEqual([true, 0]);
    expect(said).toEqual([]);
  });

  test('has no item beyond its page map, in another block, or of another type', () => {
    const { heap, said } = open(heapBlock([bytes(1)]));
    for (const id of [hid(0), hid(2), hid(2047), hid(1) + 0x10000, hid(1) + 4])
      expect(heap?.find(id)).toBe(false);
    expect(said).toHaveLength(5);
    expect(said.every((line) => line.startsWith('pst-heap: '))).toBe(true);
  });

  test('an item that ends before it begins, or behind the heap, is none', () => {
    const block = heapBlock([bytes(1, 2), bytes(3)]);
    const map = new DataView(block.buffer).getUint16(0, true);
    new DataView(block.buffer).setUint16(map + 6, 0xffff, true);
    const { heap } = open(block);
    expect([heap?.find(hid(1)), heap?.find(hid(2))]).toEqual([false, false]);
  });

  test('without its signature, or cut, is none', () => {
    expect(open(heapBlock([], 0xed)).heap).toBeUndefined();
    expect(open(heapBlock([]).subarray(0, 11)).heap).toBeUndefined();
    expect(open(bytes()).heap).toBeUndefined();
  });
});

describe('a B-tree-on-heap', () => {
  const format = { keySize: 2, entrySizes: [1], isOrdered: true };
  const recordsOf = (...items: readonly Uint8Array[]): { keys: number[]; said: string[] } => {
    const { heap, said, report } = open(heapBlock(items));
    const keys: number[] = [];
    forEachRecord(heap as HeapOnNode, hid(1), format, (item, at) => keys.push(item[at]!), report);
    return { keys, said };
  };
  const header = (levels: number, root: number): Uint8Array => bytes(0xb5, 2, 1, levels, root, 0, 0, 0);
  const leaf = (...keys: number[]): Uint8Array => bytes(...keys.flatMap((key) => [key, 0, 7]));
  const branch = (...steps: [key: number, index: number][]): Uint8Array =>
    bytes(...steps.flatMap(([key, index]) => [key, 0, hid(index), 0, 0, 0]));

  test('gives its records in order, over several levels', () => {
    expect(recordsOf(header(0, hid(2)), leaf(1, 2, 5)).keys).toEqual([1, 2, 5]);
    const { keys, said } = recordsOf(header(1, hid(2)), branch([1, 3], [5, 4]), leaf(1, 2), leaf(5, 6));
    expect([keys, said]).toEqual([[1, 2, 5, 6], []]);
    expect(recordsOf(header(0, 0)).keys).toEqual([]);
  });

  test('ends where it leads back into itself, or to an item twice', () => {
    const cycle = recordsOf(header(200, hid(2)), branch([1, 2], [2, 2]));
    expect([cycle.keys, cycle.said.length]).toEqual([[], 2]);
    const shared = recordsOf(header(1, hid(2)), branch([1, 3], [5, 3]), leaf(1, 2));
    expect([shared.keys, shared.said]).toEqual([
      [1, 2],
      ['pst-heap-tree: B-tree-on-heap reaches HID 0x60 twice'],
    ]);
  });

  test('leaves out keys that do not ascend', () => {
    const { keys, said } = recordsOf(header(0, hid(2)), leaf(3, 1, 3, 4));
    expect([keys, said.length]).toEqual([[3, 4], 2]);
  });

  test('says when its sizes are others, or a record is cut', () => {
    expect(recordsOf(bytes(0xb5, 4, 1, 0, hid(2), 0, 0, 0), leaf(1)).said).toHaveLength(1);
    const cut = recordsOf(header(0, hid(2)), leaf(1, 2).subarray(0, 5));
    expect([cut.keys, cut.said.length]).toEqual([[1], 1]);
  });
});

describe('several values', () => {
  const several = (count: number, starts: number[], data: number[]): Uint8Array =>
    bytes(...[count, ...starts].flatMap((number) => [number & 0xff, number >> 8, 0, 0]), ...data);

  test('each runs to the next, the last one to the end', () => {
    const { items, problem } = decodeMultipleValues(several(3, [16, 18, 18], [1, 2, 3]));
    expect(items).toEqual([bytes(1, 2), bytes(), bytes(3)]);
    expect(problem).toBeUndefined();
    expect(decodeMultipleValues(several(0, [], [])).items).toEqual([]);
  });

  test.each([0, 1, 2])(
    'of 3 of which %i are counted, the last may run into others, and it is said',
    (count) => {
      const whole = several(3, [16, 18, 19], [1, 2, 3, 4]);
      new DataView(whole.buffer).setUint32(0, count, true);
      const { items, problem } = decodeMultipleValues(whole);
      expect(problem).toContain(`counts ${count} values`);
      expect(items.at(-1)).toBeUndefined();
      expect(items.slice(0, -1)).toEqual([bytes(1, 2)].slice(0, Math.max(0, count - 1)));
    },
  );

  test('of which more are counted than there are, say so', () => {
    const whole = several(2, [12, 14], [1, 2, 3]);
    new DataView(whole.buffer).setUint32(0, 3, true);
    expect(decodeMultipleValues(whole).problem).toBeDefined();
  });

  test('what lies outside is not there, and is said to be wrong', () => {
    for (const wrong of [several(2, [12, 99], [1]), several(2, [12, 11], [1]), several(2, [4, 12], [1])]) {
      const { items, problem } = decodeMultipleValues(wrong);
      expect(items).toContain(undefined);
      expect(problem).toBeDefined();
    }
    expect(decodeMultipleValues(several(60_000, [], [])).items).toEqual([undefined]);
    expect(decodeMultipleValues(bytes(1, 0)).problem).toBeDefined();
  });
});
