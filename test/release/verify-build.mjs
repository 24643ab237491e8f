// npm run verify:build [-- --repository URL]: packs the project twice, in two folders of different names, and compares the
// tarballs byte by byte. With the address that a release names, they are the release.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** Builds and packs a copy of the project, and gives the tarball's SHA-512 as npm writes it. */
function pack(name) {
  const copy = join(folder, name);
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  if (repository !== undefined)
    run('npm', ['pkg', 'set', 'repository.type=git', `repository.url=${repository}`], copy);
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--silent'], copy));
  return `sha512-${createHash('sha512')
    .update(readFileSync(join(copy, filename)))
    .digest('base64')}`;
}

try {
  const [one, other] = [pack('one'), pack('another-folder')];
  console.log(one === other ? `reproducible: ${one}` : `FAILED  two builds differ: ${one} and ${other}`);
  process.exitCode = one === other ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
