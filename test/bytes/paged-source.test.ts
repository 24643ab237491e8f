import { expect, test } from 'vitest';
import type { OpenByteSource } from '../../src/bytes/byte-source';
import { PagedSource } from '../../src/bytes/paged-source';

const PAGE = 4096;
const LENGTH = 2 << 20;
const content = Uint8Array.from({ length: LENGTH }, (_, at) => (at >> 12) ^ at);

interface Counted {
  readonly open: OpenByteSource;
  /** How often each page was read. */
  readonly pages: Map<number, number>;
  reads: number;
}

function counted(isSync: boolean, length = LENGTH): Counted {
  const pages = new Map<number, number>();
  const take = (start: number, end: number): Uint8Array => {
    counter.reads += 1;
    for (let page = start / PAGE; page * PAGE < end; page++) pages.set(page, (pages.get(page) ?? 0) + 1);
    return content.slice(start, Math.min(end, length));
  };
  const open: OpenByteSource = {
    byteLength: length,
    slice: (start, end) => Promise.resolve().then(() => take(start, end)),
    close: () => Promise.resolve(),
    ...(isSync ? { sliceSync: take } : {}),
  };
  const counter: Counted = { open, pages, reads: 0 };
  return counter;
}

test.each([true, false])('reads only the pages that are touched, each once (at once: %s)', async (isSync) => {
  const { open, pages } = counted(isSync);
  const source = await PagedSource.over(open, 1 << 20);
  const view = (at: number, length: number) => source.run(() => source.view(at, length).slice());
  expect(await view(5 * PAGE + 10, 20)).toEqual(content.slice(5 * PAGE + 10, 5 * PAGE + 30));
  expect(await view(4 * PAGE + 1, 3 * PAGE)).toEqual(content.slice(4 * PAGE + 1, 7 * PAGE + 1));
  expect(await view(LENGTH - 3, 10)).toEqual(content.slice(-3));
  expect(await view(LENGTH + 3, 10)).toHaveLength(0);
  expect([...pages].sort()).toEqual([
    [4, 1],
    [5, 1],
    [511, 1],
    [6, 1],
    [7, 1],
  ]);
});

test.each([true, false])(
  'keeps no more than the budget, what was used last (at once: %s)',
  async (isSync) => {
    const { open, pages } = counted(isSync);
    const source = await PagedSource.over(open, 4 * PAGE);
    const touch = (page: number) => source.run(() => source.view(page * PAGE, 1)[0]);
    for (const page of [0, 1, 2, 3, 0, 4, 0, 1]) await touch(page);
    expect(pages.get(0)).toBe(isSync ? 1 : pages.get(0)); // it was used meanwhile
    for (let page = 10; page < 30; page++) await touch(page);
    await touch(2);
    expect(pages.get(2)).toBe(2);
  },
);

test('what is independent is awaited together: the work begins anew once, however many steps there are', async () => {
  const counter = counted(false);
  const source = await PagedSource.over(counter.open, 1 << 20);
  let begun = 0;
  const sum = await source.run(() => {
    begun += 1;
    let total = 0;
    source.gather(200, (index) => {
      total += source.view(index * 2 * PAGE, 1)[0]!;
    });
    return total;
  });
  expect(begun).toBe(2);
  expect(counter.pages.size).toBe(200);
  expect(sum).toBe(
    Array.from({ length: 200 }, (_, index) => content[index * 2 * PAGE]!).reduce((a, b) => a + b),
  );
});

test('an error of the work or of the source is passed on, and the next piece of work runs', async () => {
  const { open } = counted(false);
  let isGone = true;
  const failing = {
    ...open,
    slice: (start: number, end: number) =>
      isGone ? Promise.reject(new Error('gone')) : open.slice(start, end),
  };
  const source = await PagedSource.over(failing, 1 << 20);
  await expect(source.run(() => source.view(0, 1))).rejects.toThrow('gone');
  await expect(
    source.run(() => {
      throw new RangeError('mine');
    }),
  ).rejects.toThrow('mine');
  isGone = false;
  expect(await source.run(() => source.view(1, 1)[0])).toBe(content[1]);
});

test('a small source is read in one piece', async () => {
  const counter = counted(false, 70_000);
  const source = await PagedSource.over(counter.open, 1 << 20);
  expect(await source.run(() => source.view(69_990, 100).length)).toBe(10);
  expect(counter.reads).toBe(1);
});

test('a source that shrank gives what it has', async () => {
  const { open } = counted(true);
  const source = await PagedSource.over({ ...open, sliceSync: () => new Uint8Array(5) }, 1 << 20);
  expect(await source.run(() => source.view(0, 100).length)).toBe(5);
});
