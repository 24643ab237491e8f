import { describe, expect, test } from 'vitest';
import type { AnyInput } from '../../src/cli/checking/batches';
import type { CheckSettings } from '../../src/cli/checking/file-checker';
import { InOrder } from '../../src/cli/checking/in-order';
import type { FileOutcome } from '../../src/cli/checking/file-outcome';
import { checkInWorkers } from '../../src/cli/checking/worker-pool';
import { WorkerSlot } from '../../src/cli/checking/worker-slot';

/** A worker that speaks as ours does, dies at a file called `die`, and never ends with one called `hang`. */
const entry = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads';
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

const input = (path: string): AnyInput => ({ path, relativePath: path, isNamed: true });

// eslint-disable-next-line @typescript-eslint/require-await -- it stands for one that waits
async function* batches(...all: readonly (readonly string[])[]) {
  for (const [index, paths] of all.entries()) yield { index, inputs: paths.map(input) };
}

async function checked(
  all: readonly (readonly string[])[],
  jobs: number,
  timeout?: number,
): Promise<string[]> {
  const found: string[] = [];
  const outcomes = checkInWorkers(batches(...all), {
    entry,
    settings: {} as CheckSettings,
    jobs,
    timeout,
    isOrdered: true,
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
    });
    for await (const { path } of outcomes) {
      expect(path).toBe('a');
      break;
    }
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
    const slot = new WorkerSlot({
      entry: new URL('data:text/javascript,setInterval(() => undefined, 1000)'),
      settings: {} as CheckSettings,
      timeout: undefined,
      lost: (path) => ({ path, output: 'lost' }) as FileOutcome,
    });
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
