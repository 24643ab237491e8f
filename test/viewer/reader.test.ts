import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WorkerRequest, Question, WorkerResponse } from '../../src/viewer/protocol';
import { Reader } from '../../src/viewer/page/reader';

const question = (name: string): Question => ({
  kind: 'properties',
  source: { number: 1, file: new File([], name), path: name },
  place: name,
});

const answerTo = (place: string) => ({ kind: 'properties' as const, place, properties: [] });

/** A worker that answers every place but one called `hang`, at which it stays silent. */
class FakeWorker {
  static made = 0;
  static asked: string[] = [];
  onmessage: ((event: { data: WorkerResponse }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
  isTerminated = false;

  constructor() {
    FakeWorker.made += 1;
  }

  postMessage({ id, question: { kind, ...rest } }: WorkerRequest): void {
    const { place } = rest as { place: string };
    FakeWorker.asked.push(place);
    if (place === 'hang' || kind !== 'properties') return;
    if (place === 'crash') this.onerror?.({ message: 'out of memory', preventDefault: () => undefined });
    else setTimeout(() => this.onmessage?.({ data: { id, answer: answerTo(place) } }), 1);
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeWorker.made = 0;
  FakeWorker.asked = [];
});
afterEach(() => {
  vi.useRealTimers();
});

test('a file that never ends costs its question and the worker, not those that wait', async () => {
  const workers: FakeWorker[] = [];
  const reader = new Reader(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  const hanging = reader.ask(question('hang'));
  const waiting = reader.ask(question('sound'));
  const failed = expect(hanging).rejects.toMatchObject({ code: 'timeout' });
  await vi.advanceTimersByTimeAsync(19_000);
  expect(FakeWorker.made).toBe(1);
  await vi.advanceTimersByTimeAsync(2_000);
  await failed;
  expect(await waiting).toEqual(answerTo('sound'));
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

test('a worker that dies is replaced, and says why', async () => {
  const reader = new Reader(() => new FakeWorker() as unknown as Worker);
  await expect(reader.ask(question('crash'))).rejects.toMatchObject({
    message: 'The reader stopped: out of memory',
  });
  const sound = reader.ask(question('sound'));
  await vi.advanceTimersByTimeAsync(5);
  expect(await sound).toEqual(answerTo('sound'));
});

test('what is asked first goes before what waits', async () => {
  const reader = new Reader(() => new FakeWorker() as unknown as Worker);
  const all = [
    reader.ask(question('one')),
    reader.ask(question('two')),
    reader.ask(question('urgent'), true),
  ];
  await vi.advanceTimersByTimeAsync(20);
  await Promise.all(all);
  expect(FakeWorker.asked).toEqual(['one', 'urgent', 'two']);
});
