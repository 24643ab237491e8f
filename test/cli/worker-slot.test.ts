import { describe, expect, test } from 'vitest';
import type { AnyInput } from '../../src/cli/checking/batches';
import type { CheckSettings } from '../../src/cli/checking/check-settings';
import { InOrder } from '../../src/cli/checking/in-order';
import type { FileOutcome } from '../../src/cli/checking/file-outcome';
import { checkInWorkers } from '../../src/cli/checking/worker-pool';
import { WorkerSlot } from '../../src/cli/checking/worker-slot';
import { WorkerStarts } from '../../src/cli/checking/worker-starts';

/** A worker that speaks as ours does, dies at a file called `die`, and never ends with one called `hang`. */
const workerWith = (prelude: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort, workerData } from 'node:worker_threads';
      ${prelude}
      const numbers = new Int32Array(workerData.progress);
      parentPort.on('message', ({ inputs }) => {
        const outcomes = inputs.map(({ path }, index) => {
          Atomics.store(numbers, 0, index);
          if (path === 'die') process.exit(3);
          if (path === 'throw') throw new Error('a bug');
          while (path === 'hang');
          Atomics.add(numbers, 1, 1);
          return { path, output: 'read' };
        });
        parentPort.postMessage({ outcomes, delivered: inputs.length, isDone: true });
      });
      parentPort.postMessage('ready');
    `)}`,
  );
const entry = workerWith('');

/** The same, but only so many are ever started: the others end with an error. */
const startsOnly = (most: number, error = SHORT_OF_FILES): URL =>
  workerWith(`
    const started = new Int32Array(workerData.settings.started);
    if (Atomics.add(started, 0, 1) >= ${most}) throw ${error};
  `);
const SHORT_OF_FILES = "Object.assign(new Error('EMFILE: too many open files, open x'), { code: 'EMFILE' })";

const input = (path: string): AnyInput => ({ path, relativePath: path, isNamed: true });

// eslint-disable-next-line @typescript-eslint/require-await -- it stands for one that waits
async function* batches(...all: readonly (readonly string[])[]) {
  for (const [index, paths] of all.entries()) yield { index, inputs: paths.map(input) };
}

/** What this thread does itself, and that nothing was short. */
const here = {
  async *here(file: AnyInput) {
    await Promise.resolve();
    yield {
      path: file.path,
      output: 'error' in file ? `error ${file.error.message}` : 'read here',
    } as FileOutcome;
  },
  fewer: (error: Error): void => {
    throw error;
  },
};

async function checked(
  all: readonly (readonly string[])[],
  jobs: number,
  timeout?: number,
  { isOrdered = true, ...more }: { entry?: URL; isOrdered?: boolean; fewer?: (error: Error) => void } = {},
): Promise<string[]> {
  const started = new SharedArrayBuffer(4);
  const found: string[] = [];
  const outcomes = checkInWorkers(batches(...all), {
    entry,
    settings: { started } as unknown as CheckSettings,
    jobs,
    timeout,
    isOrdered,
    ...here,
    ...more,
    lost: (path, error) => ({ path, output: (error as { code?: string }).code ?? '' }) as FileOutcome,
  });
  for await (const { path, output: printed } of outcomes) found.push(`${path} ${printed}`);
  return found;
}

describe('workers', () => {
  test('one that dies costs its file, and only that', async () => {
    expect(await checked([['a', 'die', 'b', 'throw', 'c'], ['d']], 2)).toEqual([
      'a read',
      'die worker-died',
      'b read',
      'throw worker-died',
      'c read',
      'd read',
    ]);
  });

  test('one of which nothing comes is given up', async () => {
    expect(await checked([['a', 'hang'], ['b']], 1, 150)).toEqual(['a read', 'hang timeout', 'b read']);
  });

  test('the order is that of the files, whatever the number of workers', async () => {
    const all = Array.from({ length: 150 }, (_, index) => [`${index}`, `${index}'`]);
    const expected = all.flat().map((path) => `${path} read`);
    for (const jobs of [1, 3]) expect(await checked(all, jobs)).toEqual(expected);
  });

  test('whoever wants no more ends them', async () => {
    const outcomes = checkInWorkers(batches(['a'], ['hang'], ['b']), {
      entry,
      settings: {} as CheckSettings,
      jobs: 2,
      timeout: undefined,
      isOrdered: false,
      lost: (path) => ({ path, output: 'lost' }) as FileOutcome,
      ...here,
    });
    for await (const { path } of outcomes) {
      expect(path).toBe('a');
      break;
    }
  });
});

describe('workers of which some cannot be started', () => {
  const many = Array.from({ length: 100 }, (_, index) => [`${index}`, `${index}'`]);
  const shortages = [
    SHORT_OF_FILES,
    "Object.assign(new Error('Worker initialization failure: EAGAIN'), { code: 'ERR_WORKER_INIT_FAILED' })",
    "Object.assign(new Error('Worker terminated due to reaching memory limit'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })",
    "Object.assign(new Error('ENOMEM: not enough memory, read'), { code: 'ENOMEM' })",
    "new RangeError('Array buffer allocation failed')",
  ];

  test.each(shortages)('%s: the others do their part', async (error) => {
    const told: Error[] = [];
    const options = { entry: startsOnly(1, error), fewer: (why: Error) => void told.push(why) };
    const expected = many.flat().map((path) => `${path} read`);
    expect(await checked(many, 3, undefined, options)).toEqual(expected);
    expect(told).toHaveLength(1);
  });

  test('where none is, this thread does it all; what is to be given up after a time is not read', async () => {
    const told: Error[] = [];
    const options = { entry: startsOnly(0), fewer: (why: Error) => void told.push(why) };
    for (const isOrdered of [true, false]) {
      const found = await checked(many, 3, undefined, { ...options, isOrdered });
      expect(found.sort()).toEqual(
        many
          .flat()
          .map((path) => `${path} read here`)
          .sort(),
      );
    }
    expect(await checked([['a'], ['b']], 2, 5000, options)).toEqual(['a EMFILE', 'b EMFILE']);
    expect(told).toHaveLength(3);
  });

  test('a file that cost a worker its life is read by nobody else', async () => {
    const options = { entry: startsOnly(1), fewer: () => undefined };
    expect(await checked([['a', 'b', 'die', 'c'], ['d']], 1, undefined, options)).toEqual([
      'a read here',
      'b read here',
      'die error The worker that read it died: it ended',
      'c read here',
      'd read here',
    ]);
  });

  test('one that cannot for another reason is a bug', async () => {
    const entry = startsOnly(0, "new Error('x is not a function')");
    await expect(checked([['a']], 2, undefined, { entry })).rejects.toThrow('x is not a function');
  });
});

describe('a run that is stopped', () => {
  test.each([1, 2])('ends, whatever its %i workers do, with what was done', async (jobs) => {
    const stop = new AbortController();
    const found: string[] = [];
    const outcomes = checkInWorkers(batches(['a', 'b'], ['hang'], ['hang'], ['c']), {
      entry,
      settings: {} as CheckSettings,
      jobs,
      timeout: undefined,
      isOrdered: true,
      signal: stop.signal,
      lost: (path) => ({ path, output: 'lost' }) as FileOutcome,
      ...here,
    });
    for await (const { path } of outcomes) {
      found.push(path);
      if (path === 'b')
        setTimeout(() => {
          stop.abort();
        }, 20);
    }
    expect(found).toEqual(['a', 'b']);
  });

  test('before it begins, begins nothing', async () => {
    const outcomes = checkInWorkers(batches(['hang']), {
      entry,
      settings: {} as CheckSettings,
      jobs: 1,
      timeout: undefined,
      isOrdered: false,
      signal: AbortSignal.abort(),
      lost: (path) => ({ path, output: 'lost' }) as FileOutcome,
      ...here,
    });
    expect(await outcomes.next()).toEqual({ done: true, value: undefined });
  });
});

describe('InOrder', () => {
  const chunk = (batch: number, path: string, isLast: boolean) => ({
    batch,
    isLast,
    outcomes: [{ path } as FileOutcome],
  });

  test('gives what has its turn, at once', () => {
    const order = new InOrder();
    const given = (...args: Parameters<typeof chunk>): string[] =>
      [...order.take(chunk(...args))].map(({ path }) => path);
    expect(given(1, 'late', true)).toEqual([]);
    expect(given(0, 'first', false)).toEqual(['first']);
    expect(given(0, 'second', true)).toEqual(['second', 'late']);
  });

  test('holds those back that are too far ahead', async () => {
    const order = new InOrder();
    let isReady = false;
    const waiting = order.until(InOrder.WINDOW).then(() => (isReady = true));
    await order.until(InOrder.WINDOW - 1);
    expect(isReady).toBe(false);
    expect([...order.take(chunk(0, 'a', true))]).toHaveLength(1);
    await waiting;
    expect(isReady).toBe(true);
  });

  test('one that is not ready yet ends with its slot', async () => {
    const slot = new WorkerSlot(
      {
        entry: new URL('data:text/javascript,setInterval(() => undefined, 1000)'),
        settings: {} as CheckSettings,
        timeout: undefined,
        lost: (path) => ({ path, output: 'lost' }) as FileOutcome,
      },
      new WorkerStarts(),
    );
    const emitted: FileOutcome[] = [];
    const work = slot.work([input('a')], (outcomes) => {
      emitted.push(...outcomes);
      return Promise.resolve();
    });
    await slot.close();
    await work; // which hung, and the command with it, when the worker was ready only now
    expect(emitted).toEqual([]);
  });
});
