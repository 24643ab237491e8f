import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { decodeEvidence } from '../../src/evidence/index';
import { decodeCfb, decodeMsgReader } from '../../src/interop/index';
import { decodeMessage, diagnose, readMessage } from '../../src/index';
import { fromFile } from '../../src/node';
import { openStore } from '../../src/store';

// What programs without a compiler get wrong, and what they are told.

const sample = new URL('../../samples/meetings/textbook-defect.msg', import.meta.url);
const bytes = new Uint8Array(readFileSync(sample));
const wrong = (value: unknown): never => value as never;

test.each([
  [
    'a path',
    () => decodeMessage(wrong('a.msg')),
    /Uint8Array, got "a\.msg"; for files use readMessage, .* fromFile/,
  ],
  ['an ArrayBuffer', () => decodeMessage(wrong(bytes.buffer)), /got ArrayBuffer/],
  ['a promise', () => diagnose(wrong(readMessage(bytes))), /await the result of readMessage/],
  [
    'nothing',
    () => diagnose(wrong(undefined)),
    /must be a Message: await the result of readMessage, not undefined/,
  ],
  [
    'the id of a rule',
    () => diagnose(decodeMessage(bytes), { rules: wrong(['x']) }),
    /The option rules of diagnose must be a list of rules.*, not \["x"\]/,
  ],
  ['a number', () => fromFile(wrong(5)), /a path or a file: URL, got 5/],
  ['null', () => fromFile(wrong(null)), /got null/],
  ['bytes', () => decodeCfb(wrong(bytes)), /CFB\.read/],
  ['bytes', () => decodeMsgReader(wrong(bytes)), /new MsgReader/],
])('%s where something else belongs: a TypeError that helps', (_, call, message) => {
  expect(call).toThrow(TypeError);
  expect(call).toThrow(message);
});

test('what is asynchronous rejects in the same way', async () => {
  await expect(readMessage(wrong('a.msg'))).rejects.toThrow(/got "a\.msg"; for a path use fromFile/);
  await expect(openStore(wrong(null))).rejects.toThrow(/got null/);
  await expect(decodeEvidence(wrong({}))).rejects.toThrow(/must be a Uint8Array, not Object/);
});

test('a file: URL is a file', async () => {
  expect((await readMessage(fromFile(sample))).subject).toBe('Quarterly review');
});

describe('bytes of another realm, as of a frame or a test environment', () => {
  const Foreign = runInNewContext('Uint8Array') as Uint8ArrayConstructor;
  const foreign = new Foreign(bytes.length);
  foreign.set(bytes);

  test('are bytes', async () => {
    expect(foreign).not.toBeInstanceOf(Uint8Array);
    expect(decodeMessage(foreign).subject).toBe('Quarterly review');
    expect((await readMessage(foreign)).subject).toBe('Quarterly review');
    expect((await readMessage(wrong(foreign.buffer))).subject).toBe('Quarterly review');
  });
});
