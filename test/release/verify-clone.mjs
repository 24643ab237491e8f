// npm run verify:clone [-- TESTS]: the README's two commands on a fresh clone of what is committed, with an empty npm cache.
// With names of tests, only these are run: .ci/run has run all of them in its own checkout.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mapilint-clone-'));
const clone = join(folder, 'mapilint');
const tests = process.argv.slice(2);
const env = { ...process.env, npm_config_cache: join(folder, 'cache') };
// the reference corpus and browsers are no part of a clone: what needs them is skipped, as for any newcomer
const bare = {
  ...env,
  MAPILINT_CORPUS: join(folder, 'none'),
  MAPILINT_EVIL: join(folder, 'none'),
  CHROMIUM: join(folder, 'none'),
};

let isSound = true;
function expectCode(expected, command, args, options) {
  console.log(`$ ${command} ${args.join(' ')}`);
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  if (status === expected) return;
  isSound = false;
  console.log(`FAILED  ended with ${status}, not ${expected}\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
}

try {
  expectCode(0, 'git', ['clone', '--quiet', '--no-hardlinks', root, clone], {});
  expectCode(0, 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: clone, env });
  expectCode(1, 'npx', ['mapilint', 'check', 'samples/meetings'], { cwd: clone, env });
  if (tests.length === 0) expectCode(0, 'npm', ['cit', '--no-audit', '--no-fund'], { cwd: clone, env: bare });
  else expectCode(0, 'npm', ['test', '--', ...tests], { cwd: clone, env: bare });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(isSound ? 'the clone is sound' : 'the clone is not sound');
process.exitCode = isSound ? 0 : 1;
