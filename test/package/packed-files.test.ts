import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

/** What npm would publish, as it is built. */
function packedFiles(): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' })) as Packed[];
  return packed?.files.map(({ path }) => path) ?? [];
}

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
