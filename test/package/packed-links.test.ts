import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { packedFiles } from '../support/packed-files';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packed = packedFiles();
const pages = packed.filter((path) => path.endsWith('.md'));

/** The links of a page that lead to files, as paths in the package. */
function linkedFiles(page: string): string[] {
  const text = readFileSync(root + page, 'utf8').replace(/```[^]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s#]+)[^)\s]*\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => posix.join(dirname(page), link));
}

// On npm, and in node_modules, a page has nothing else to lead to.
test.each(pages)('every link of %s leads to a file of the package', (page) => {
  expect(linkedFiles(page).filter((path) => !packed.includes(path))).toEqual([]);
});

test('the pages are those that people read', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['README.md', 'SECURITY.md', 'docs/README.md', 'docs/cli.md']),
  );
});
