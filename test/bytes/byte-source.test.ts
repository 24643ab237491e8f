import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMessage } from '../../src/index';
import { fromFile } from '../../src/node';
import { mail } from '../support/messages';
import { writeMsg } from '../support/msg-writer';

const bytes = writeMsg(mail);
const copy = new Uint8Array(bytes); // over a plain ArrayBuffer, as Blob wants it
const folder = mkdtempSync(join(tmpdir(), 'mapilint-'));
const path = join(folder, 'mail.msg');
writeFileSync(path, bytes);

test.each([
  ['a Uint8Array', bytes],
  ['a Buffer', Buffer.from(bytes)],
  ['a view into a larger buffer', new Uint8Array([...new Uint8Array(99), ...bytes]).subarray(99)],
  ['an ArrayBuffer', copy.buffer],
  ['a Blob', new Blob([copy])],
  ['a File', new File([copy], 'mail.msg')],
  ['a file', fromFile(path)],
])('reads from %s', async (_, input) => {
  const { recipients } = await readMessage(input);
  expect(recipients.map(({ displayName }) => displayName)).toEqual(['Ann', 'Bob', 'Cid']);
});

test.each([
  ['a string', 'mail.msg'],
  ['null', null],
  ['nothing', undefined],
  ['a number', 5],
])('refuses %s and says what to do', async (_, input) => {
  await expect(readMessage(input as never)).rejects.toThrow(/Expected a Uint8Array.*fromFile/);
});

test('a file that is not there fails with the system’s own error', async () => {
  await expect(readMessage(fromFile(join(folder, 'none.msg')))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a folder fails as a folder', async () => {
  await expect(readMessage(fromFile(folder))).rejects.toMatchObject({ code: 'EISDIR', path: folder });
});
