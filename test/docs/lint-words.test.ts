import { expect, test } from 'vitest';
import { lintPage, wordsOf } from '../../lint-words.mjs';

test('a word that is not ours is reported where it is', async () => {
  const page = '# Title\n\nFine here.\n\nIt is for whoever reads.\n';
  expect(await lintPage('docs/x.md', page)).toEqual([
    'docs/x.md:5:11 "whoever": write "you", or name the reader',
  ]);
});

test.each([
  ['Of a mail, the part is read.', 'Of a '],
  ['This is no proof.', 'is no proof'],
  ['Two people stand in the table.', 'stand in'],
  ['Files are handed over.', 'handed over'],
])('%s', async (sentence, found) => {
  expect((await lintPage('x.md', `${sentence}\n`)).join()).toContain(`"${found}"`);
});

test.each([
  '```text\nwhoever\n```',
  'The code `whoever` is fine.',
  'It says "for whoever reads".',
  'It is no longer there, and there is no reason.',
  '[a link](whoever.md)',
])('%s', async (page) => {
  expect(await lintPage('x.md', `${page}\n`)).toEqual([]);
});

test('blanking keeps every line and column', () => {
  const page = 'a `b` "c"\n```js\nd\n```\n<!-- e\nf -->\n';
  expect(
    wordsOf(page)
      .split('\n')
      .map(({ length }) => length),
  ).toEqual(page.split('\n').map(({ length }) => length));
});
