import { execFileSync } from 'node:child_process';
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

/** Parts that several entry points share have names made of their content; other tests say which rules and samples there are. */
const pattern = (path: string): string =>
  path
    .replace(/-[\w-]{8}(\.(?:d\.)?c?[jt]s)$/, '-HASH$1')
    .replace(/^(docs\/rules|samples\/meetings)\/[\w-]+\./, '$1/*.');

// A file more or less is a changed promise: it belongs into CHANGELOG.md.
test('the package holds exactly these files', async () => {
  const list = [...new Set(packedFiles().map(pattern))].sort();
  await expect(`${list.join('\n')}\n`).toMatchFileSnapshot('packed-files.txt');
});
