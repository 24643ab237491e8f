// node test/release/pack.mjs TARBALL: the project as it is here, packed. Nothing is built twice for it: the build that is there is
// packed, and made anew only if it is older than what it is made from.
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Packs the project into a folder, and gives the path of the tarball. */
export function packInto(folder) {
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
  mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, ['build.mjs', '--if-stale'], options);
  const args = ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, options));
  return join(folder, filename);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tarball] = process.argv.slice(2);
  renameSync(packInto(dirname(tarball)), tarball);
}
