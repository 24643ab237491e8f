import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { mapilint } from '../support/command';

const sample = 'samples/meetings/textbook-defect.msg';

test('the address of a file is its path', async () => {
  const { code, out } = await mapilint('check', pathToFileURL(resolve(sample)).href);
  expect([code, out]).toEqual([1, expect.stringContaining(`${resolve(sample)}: LIKELY`)]);
  expect((await mapilint(pathToFileURL(resolve(sample)).href)).code).toBe(1);
  const elsewhere = await mapilint('check', 'file://server/share/a.msg');
  expect([elsewhere.code, elsewhere.err]).toEqual([
    2,
    expect.stringContaining('is not the address of a file on this machine'),
  ]);
});

test.each([
  ['nowhere/*.msg', 'name the folder instead, and mapilint searches it'],
  ['samples\\meetings\\textbook-defect.msg', 'separates folders by /'],
  ['C:\\share\\a.msg', 'separates folders by /'],
  ['nowhere.msg', 'check the path'],
])('%s: %s', async (path, words) => {
  const { code, err } = await mapilint('check', path);
  expect([code, err]).toEqual([2, expect.stringContaining(words)]);
});

test('a path longer than a system takes is a sentence', async () => {
  const { code, err } = await mapilint('check', `${'a'.repeat(5000)}.msg`);
  expect(code).toBe(2);
  expect(err).toMatch(/ENAMETOOLONG|name too long/i);
});
