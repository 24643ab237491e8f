// A store of 10 GB, almost all of it holes: what is read of it depends on what is asked for, not on its size.

import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { fromFile } from '../../src/node';
import { openStore } from '../../src/store';
import type { OpenByteSource } from '../../src/store';
import { sampleMessages } from '../support/pst-writer/sample-store';
import { sparseStore } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';

const SIZE = 10 * 2 ** 30;
const COPIES = 10;
const folder = mkdtempSync(join(tmpdir(), 'mapilint-sparse-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const meetings = Array.from({ length: COPIES }, sampleMessages).flat();
const path = join(folder, 'large.pst');

function write(): void {
  const { pieces, byteLength } = sparseStore(
    { format: 'unicode', folders: mailboxFolders({ calendar: meetings }) },
    { byteLength: SIZE },
  );
  const descriptor = openSync(path, 'w');
  ftruncateSync(descriptor, byteLength);
  for (const { offset, bytes } of pieces) writeSync(descriptor, bytes, 0, bytes.length, offset);
  closeSync(descriptor);
}
write();

/** The file, with how often each page of it was asked for. */
async function counted(): Promise<{ readonly open: OpenByteSource; readonly pages: Map<number, number> }> {
  const pages = new Map<number, number>();
  const file = await fromFile(path).open();
  const slice = (start: number, end: number): Promise<Uint8Array> => {
    for (let page = Math.floor(start / 4096); page * 4096 < end; page++)
      pages.set(page, (pages.get(page) ?? 0) + 1);
    return file.slice(start, end);
  };
  return { open: { byteLength: file.byteLength, slice, close: () => file.close() }, pages };
}

test('it is larger than 10 GB, and its last item lies behind 4 GB', () => {
  expect(statSync(path).size).toBeGreaterThan(SIZE);
});

test('bytes read grow with the items visited, and no page is read twice', async () => {
  const { open, pages } = await counted();
  const store = await openStore({ open: () => Promise.resolve(open) });
  expect(store.calendars[0]!.itemCount).toBe(meetings.length);
  const after: number[] = [];
  for await (const { message } of store.items({ folders: 'calendar' })) {
    expect(message!.recipients.length).toBeGreaterThanOrEqual(0);
    after.push(pages.size);
  }
  await store.close();
  expect(after).toHaveLength(meetings.length);
  expect([...pages.values()].filter((times) => times > 1)).toEqual([]);
  const half = after.length / 2;
  const [first, middle, last] = [after[0]!, after[half]!, after.at(-1)!];
  expect((last - middle) / (middle - first)).toBeGreaterThan(0.6);
  expect((last - middle) / (middle - first)).toBeLessThan(1.7);
  expect(pages.size).toBeLessThan(meetings.length * 8);
  expect(Math.max(...pages.keys()) * 4096).toBeGreaterThan(2 ** 32);
});

test('it takes at most 64 MB more than Node alone', () => {
  const child = fileURLToPath(new URL('read-sparse.mjs', import.meta.url));
  const run = (...argv: string[]): { readonly recipients: number; readonly peak: number } =>
    JSON.parse(execFileSync(process.execPath, [child, ...argv], { encoding: 'utf8' })) as never;
  const bare = run();
  const read = run(path);
  expect(read.recipients).toBe(meetings.reduce((sum, { recipients = [] }) => sum + recipients.length, 0));
  expect(read.peak - bare.peak).toBeLessThan(64);
});
