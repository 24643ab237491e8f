// npm run verify:build [-- --repository URL]: packs the project twice, in two folders of different names, and compares the
// tarballs byte by byte. One is this checkout with the build that is there, the other a copy that is built anew. With the address
// that a release names, both are such copies, and they are the release.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packInto } from './pack.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mapilint-build-'));
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const files = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], root)
  .split('\0')
  .filter(Boolean);

const [option, repository] = process.argv.slice(2);
if (option !== undefined && (option !== '--repository' || repository === undefined))
  throw new TypeError('usage: npm run verify:build [-- --repository URL]');

/** A tarball's SHA-512, as npm writes it. */
const sumOf = (tarball) => `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;

/** Builds and packs a copy of the project. */
function packCopy(name) {
  const copy = join(folder, name);
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  if (repository !== undefined)
    run('npm', ['pkg', 'set', 'repository.type=git', `repository.url=${repository}`], copy);
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--silent'], copy));
  return join(copy, filename);
}

try {
  const first = repository === undefined ? packInto(folder) : packCopy('one');
  const [one, other] = [first, packCopy('another-folder')].map(sumOf);
  console.log(one === other ? `reproducible: ${one}` : `FAILED  two builds differ: ${one} and ${other}`);
  process.exitCode = one === other ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
