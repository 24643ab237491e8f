// What reading costs, counted and not timed: the same on every machine, so that it can be a gate.

import { describe, expect, test, vi } from 'vitest';
import { Directory } from '../../src/cfb/directory';
import { decodeMessage, diagnose, readMessage } from '../../src/index';
import type { ByteSource } from '../../src/index';
import { PropertyTable } from '../../src/mapi/rows/property-table';
import { mail } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import { countingSource } from '../support/sources';

const MIB = 1 << 20;
const [recipient = []] = mail.recipients ?? [];

function withRecipients(count: number): Uint8Array {
  return writeMsg({
    ...mail,
    recipients: Array.from({ length: count }, () => recipient),
  });
}

function withAttachment(size: number): Uint8Array {
  const value = new Uint8Array(size).fill(0x41);
  return writeMsg({ ...mail, attachments: [{ properties: [{ id: 0x3701, type: 0x0102, value }] }] });
}

/** How often a method is called while some work is done. */
function callsOf<T extends object>(prototype: T, method: keyof T & string, work: () => void): number {
  const spy = vi.spyOn(prototype as Record<string, () => unknown>, method);
  work();
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}

describe('entries visited and values decoded', () => {
  const [hundred, thousand] = [withRecipients(100), withRecipients(1000)];

  test('ten times the recipients cost ten times the directory entries', () => {
    const visited = [hundred, thousand].map((bytes) =>
      callsOf(Directory.prototype, 'objectType', () => decodeMessage(bytes).anomalies),
    );
    expect((visited[1] ?? NaN) / (visited[0] ?? 0)).toBeLessThan(10.5);
  });

  test('reading decodes no value of a recipient', () => {
    const message = writeMsg({ ...mail, recipients: mail.recipients ?? [] });
    expect(callsOf(PropertyTable.prototype, 'value', () => decodeMessage(message))).toBe(0);
  });

  test('the rows decode each of their named cells once', () => {
    const message = decodeMessage(hundred);
    expect(message.isMeeting).toBe(false);
    const cells = callsOf(PropertyTable.prototype, 'value', () => message.recipients);
    expect(cells).toBe(message.recipients.reduce((sum, row) => sum + Object.keys(row).length, 0));
    expect(callsOf(PropertyTable.prototype, 'value', () => JSON.stringify(message.recipients))).toBe(0);
  });

  test.each([1, 4, 17])('bytes in memory are read once: %i MB', async (megabytes) => {
    const large = withAttachment(megabytes * MIB);
    const atOnce = callsOf(Directory.prototype, 'streamSize', () => decodeMessage(large).anomalies);
    const spy = vi.spyOn(Directory.prototype, 'streamSize');
    const { anomalies } = await readMessage(large);
    const calls = spy.mock.calls.length;
    spy.mockRestore();
    expect(anomalies).toEqual([]);
    expect(calls).toBe(atOnce);
  });

  test('a mail is told to be none without a look at its recipients', () => {
    const message = decodeMessage(hundred);
    expect(message.anomalies).toEqual([]);
    const decoded = callsOf(PropertyTable.prototype, 'value', () => diagnose(message));
    expect(decoded).toBeLessThan(100);
  });

  test('what lies deeper in a small file is not visited before it is asked for', () => {
    const attachments = Array.from({ length: 50 }, () => ({ properties: mail.properties }));
    const bytes = writeMsg({ ...mail, attachments });
    let message = decodeMessage(bytes);
    const few = callsOf(Directory.prototype, 'leftSibling', () => (message = decodeMessage(bytes)));
    const many = callsOf(Directory.prototype, 'leftSibling', () => message.attachments);
    expect(many).toBeGreaterThan(few * 2);
  });
});

describe('bytes and reads', () => {
  test('of a small file one read', async () => {
    const { source, counter } = countingSource(withRecipients(3));
    await readMessage(source);
    expect(counter.reads).toBe(1);
  });

  test('an attachment ten times as large costs no more bytes, and of 16 MB hardly any is read', async () => {
    const counts = [];
    for (const size of [2 * MIB, 16 * MIB]) {
      const { source, counter } = countingSource(withAttachment(size));
      await readMessage(source);
      counts.push(counter);
    }
    expect(counts[1]?.bytes).toBeLessThan((counts[0]?.bytes ?? 0) + 16_384 * 4);
    expect(counts[1]?.bytes).toBeLessThan(16 * MIB * 0.02);
    expect(counts[1]?.reads).toBeLessThan(20);
  });

  test('ten times the recipients cost at most ten times the bytes', async () => {
    const counts = [];
    for (const recipients of [1000, 10_000]) {
      const { source, counter } = countingSource(withRecipients(recipients));
      await readMessage(source);
      counts.push(counter.bytes);
    }
    expect((counts[1] ?? NaN) / (counts[0] ?? 0)).toBeLessThan(10.5);
  });

  test('no page is read twice, of an attachment or of ten thousand recipients', async () => {
    for (const bytes of [withAttachment(4 * MIB), withRecipients(10_000)]) {
      const read = new Set<number>();
      let pages = 0;
      const source: ByteSource = {
        open: () =>
          Promise.resolve({
            byteLength: bytes.length,
            slice: (start, end) => {
              for (let page = Math.floor(start / 8192); page * 8192 < end; page++, pages++) read.add(page);
              return Promise.resolve(bytes.slice(start, end));
            },
            close: () => Promise.resolve(),
          }),
      };
      await readMessage(source);
      expect(pages).toBe(read.size);
      expect(pages).toBeGreaterThan(8);
    }
  });
});
