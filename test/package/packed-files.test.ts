import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packedFiles } from '../support/packed-files';

/** Of each module of src that runs in browsers there is one file. */
const ofModule = /^dist\/browser\/(.+)\.js$/;

/** Parts that several entry points share have names made of their content; other tests say which rules and samples there are. */
const pattern = (path: string): string =>
  path
    .replace(/-[\w-]{8}(\.(?:d\.)?c?[jt]s)$/, '-HASH$1')
    .replace(ofModule, 'dist/browser/MODULE.js')
    .replace(/^(docs\/rules|samples\/meetings)\/[\w-]+\./, '$1/*.');

// A file more or less is a changed promise: it belongs into CHANGELOG.md.
test('the package holds exactly these files', async () => {
  const list = [...new Set(packedFiles().map(pattern))].sort();
  await expect(`${list.join('\n')}\n`).toMatchFileSnapshot('packed-files.txt');
});

test('and for browsers a module each, none without its source', () => {
  const modules = packedFiles().flatMap((path) => ofModule.exec(path)?.[1] ?? []);
  expect(modules).toEqual(expect.arrayContaining(['index', 'store', 'rules/index', 'mapi/names/index']));
  expect(modules.filter((module) => !existsSync(new URL(`../../src/${module}.ts`, import.meta.url)))).toEqual(
    [],
  );
});
