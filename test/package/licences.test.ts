import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

interface Locked {
  readonly license?: string;
  readonly version: string;
  readonly dev?: boolean;
  readonly peer?: boolean;
}
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, { license = 'none', ...rest }]) => ({
    name: path.replace(/^.*node_modules\//, ''),
    license,
    ...rest,
  }));

/** Licences that ask nothing of who installs the package, or, as MPL and CC-BY, only of who changes or hands on the file. */
const accepted =
  /^(\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|MPL-2\.0|CC-BY-4\.0|Zlib)( AND |\)?$))+/;

test('the licence of every dependency is listed, and is one that is accepted', async () => {
  expect(locked.filter(({ license }) => !accepted.test(license))).toEqual([]);
  const licenses = [...new Set(locked.map(({ license }) => license))].sort();
  const list = licenses.map((license) => {
    const names = new Set(locked.filter((each) => each.license === license).map(({ name }) => name));
    return `${license}\n${[...names]
      .sort()
      .map((name) => `  ${name}\n`)
      .join('')}`;
  });
  await expect(list.join('\n')).toMatchFileSnapshot('licences.txt');
});

test('docs/licences.md names what comes with the package', () => {
  const page = read('docs/licences.md');
  for (const { name, version } of locked.filter(({ dev, peer }) => dev !== true && peer !== true))
    expect(page).toContain(`${name} ${version}`);
});
