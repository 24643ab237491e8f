import { describe, expect, test } from 'vitest';
import { readThrough } from '../../src/bytes/page-cache';
import { decodeMessage, readMessage } from '../../src/index';
import { expectBytes } from '../support/bytes';
import { mail } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import { countingSource } from '../support/sources';

const MIB = 1 << 20;
const pattern = Uint8Array.from({ length: 3 * MIB + 123 }, (_, index) => (index * 7) % 251);

function withAttachment(size: number): Uint8Array {
  const data = { id: 0x3701, type: 0x0102, value: new Uint8Array(size).fill(0x41) };
  return writeMsg({ ...mail, attachments: [{ properties: [data] }] });
}

describe('views through the cache', () => {
  test.each([
    [0, 10],
    [16_383, 2],
    [16_384, 16_384],
    [100, 70_000],
    [pattern.length - 5, 5],
    [pattern.length - 5, 50],
    [pattern.length, 10],
    [pattern.length + 10, 10],
  ])('from %i, %i bytes', async (offset, length) => {
    const { source } = countingSource(pattern);
    const view = await readThrough(await source.open(), (bytes) => bytes.view(offset, length));
    expectBytes(view, pattern.subarray(offset, offset + length));
  });

  test('walking on doubles the read-ahead, and a quarter read means all is read', async () => {
    const { source, counter } = countingSource(pattern);
    await readThrough(await source.open(), (bytes) => {
      for (let offset = 0; offset < pattern.length; offset += 4096) bytes.view(offset, 4096);
    });
    expect(counter.reads).toBeLessThan(12);
    expect(counter.bytes).toBeLessThan(pattern.length * 1.5);
  });
});

test('work that faults at every step begins anew a bounded number of times', async () => {
  const { source, counter } = countingSource(new Uint8Array(64 * MIB));
  let begun = 0;
  await readThrough(await source.open(), (bytes) => {
    begun += 1;
    for (let step = 0; step < 2000; step++) bytes.view(((step * 7919) % 4096) * 16_384, 100);
  });
  expect(begun).toBeLessThan(2 * 128 + 10);
  expect(counter.reads).toBeLessThan(2 * 128 + 10);
});

test('a small source is read in one piece', async () => {
  const { source, counter } = countingSource(writeMsg(mail));
  await readMessage(source);
  expect(counter).toMatchObject({ reads: 1, opened: 1, closed: 1 });
});

test('an attachment of 8 MB is not read, and the result is that of the whole bytes', async () => {
  const bytes = withAttachment(8 * MIB);
  const { source, counter } = countingSource(bytes);
  const message = await readMessage(source);
  expect(counter.bytes).toBeLessThan(300_000);
  expect(JSON.stringify(message)).toBe(JSON.stringify(decodeMessage(bytes)));
  expect(message.anomalies).toEqual([]);
});

test('a value left in the file is read later, from the source opened anew', async () => {
  const { source, counter } = countingSource(withAttachment(2 * MIB));
  const message = await readMessage(source);
  expect(counter.closed).toBe(1);
  const property = [...(message.attachments[0]?.properties ?? [])].find(
    ({ content }) => content === 'left-in-file',
  );
  const data = await property!.read();
  expect(data).toHaveLength(2 * MIB);
  expect(data.every((byte) => byte === 0x41)).toBe(true);
  expect(counter).toMatchObject({ opened: 2, closed: 2 });
});

test('whichever read fails, the promise rejects with that error and the source is closed', async () => {
  const bytes = withAttachment(8 * MIB);
  const { source, counter } = countingSource(bytes);
  await readMessage(source);
  for (let failAt = 0; failAt < counter.reads; failAt++) {
    const failing = countingSource(bytes, failAt);
    await expect(readMessage(failing.source)).rejects.toThrow('the disk is gone');
    expect(failing.counter.closed).toBe(1);
  }
});

test('a source that is shorter than it said gives damage, not a hang', async () => {
  const bytes = withAttachment(2 * MIB);
  const shrunk = {
    open: () =>
      Promise.resolve({
        byteLength: bytes.length,
        slice: (start: number, end: number) => Promise.resolve(bytes.slice(start, Math.min(end, 40_000))),
        close: () => Promise.resolve(),
      }),
  };
  const outcome = await readMessage(shrunk).then(
    ({ anomalies }) => anomalies.length > 0,
    (error: unknown) => (error as { code?: string }).code !== undefined,
  );
  expect(outcome).toBe(true);
});
