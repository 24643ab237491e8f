import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { codeCacheFolder } from '../../src/cli/code-cache/cache-folder';
import { codeCacheUseOf } from '../../src/cli/code-cache/code-cache-use';
import { readCachedCode, writeCachedCode } from '../../src/cli/code-cache/cached-code';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sample = join(root, 'samples/meetings/textbook-defect.msg');

let caches = '';
let folder = '';
beforeEach(() => {
  caches = mkdtempSync(join(tmpdir(), 'mapilint-caches-'));
  folder = join(caches, 'mapilint', 'code');
});

function check(...options: string[]): { readonly output: string; readonly status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', ...options], {
    env: { ...process.env, XDG_CACHE_HOME: caches, MAPILINT_NO_CODE_CACHE: '' },
    encoding: 'utf8',
  });
  return { output: stdout, status };
}

const kept = (): string[] => readdirSync(folder);
const modeOf = (path: string): string => (lstatSync(path).mode & 0o777).toString(8);

test('a run keeps its compiled code for its user alone, and the next one takes it', () => {
  const first = check(sample);
  expect(first.status).toBe(1);
  const [name = ''] = kept();
  const file = join(folder, name);
  expect([modeOf(folder), modeOf(file), kept().length]).toEqual(['700', '600', 1]);
  const { mtimeMs, ino } = lstatSync(file);
  expect(check(sample)).toEqual(first);
  expect(lstatSync(file)).toMatchObject({ mtimeMs, ino });
});

test.each([
  ['cut', (code: Buffer) => code.subarray(0, -1)],
  ['empty', () => Buffer.alloc(0)],
  [
    'changed in one bit',
    (code: Buffer) => {
      code[code.length >> 1] = (code[code.length >> 1] ?? 0) ^ 1;
      return code;
    },
  ],
])('code that is %s is made anew', (_, damage) => {
  const first = check(sample);
  const file = join(folder, kept()[0] ?? '');
  const sound = readFileSync(file);
  writeFileSync(file, damage(Buffer.from(sound)));
  expect(check(sample)).toEqual(first);
  expect(readFileSync(file).length).toBeGreaterThan(sound.length / 2);
});

test('a folder that others can write to, or a link, is neither read nor written', () => {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  expect(check(sample).status).toBe(1);
  expect(kept()).toEqual([]);
  rmSync(folder, { recursive: true });
  const elsewhere = mkdtempSync(join(tmpdir(), 'mapilint-elsewhere-'));
  symlinkSync(elsewhere, folder);
  expect(check(sample).status).toBe(1);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('code in a file that others can write to, or in a link, is not taken', () => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const code = Buffer.from('compiled');
  writeCachedCode(folder, 'a', code);
  expect(readCachedCode(folder, 'a')).toEqual(code);
  chmodSync(join(folder, 'a.bin'), 0o622);
  expect(readCachedCode(folder, 'a')).toBeUndefined();
  writeCachedCode(folder, 'b', code);
  symlinkSync(join(folder, 'b.bin'), join(folder, 'c.bin'));
  expect(readCachedCode(folder, 'c')).toBeUndefined();
  expect(readCachedCode(folder, 'd')).toBeUndefined();
});

test('it is turned off by an option and by the environment, and a wrong command line leaves nothing behind', () => {
  check('--no-code-cache', sample);
  check('--no-such-option', sample);
  expect(readdirSync(folder, { recursive: true })).toEqual([]);
  expect(codeCacheUseOf(['check', 'a.msg'], {})).toMatchObject({ command: 'check' });
  expect(codeCacheUseOf(['table', 'a.msg'], {})).toMatchObject({ command: 'table' });
  expect(codeCacheUseOf(['a.msg'], {})).toMatchObject({ command: 'check' });
  expect(codeCacheUseOf(['check', '--no-code-cache'], {})).toBeUndefined();
  expect(codeCacheUseOf(['check', '--', '--no-code-cache'], {})).toBeDefined();
  expect(codeCacheUseOf(['check'], { MAPILINT_NO_CODE_CACHE: '1' })).toBeUndefined();
});

test("the folder is the user's own, by the habits of each system", () => {
  const home = { HOME: caches };
  expect(codeCacheFolder(home, 'linux')).toBe(join(caches, '.cache', 'mapilint', 'code'));
  expect(codeCacheFolder(home, 'darwin')).toBe(join(caches, 'Library', 'Caches', 'mapilint', 'code'));
  expect(codeCacheFolder({ ...home, XDG_CACHE_HOME: join(caches, 'x') }, 'linux')).toBe(
    join(caches, 'x', 'mapilint', 'code'),
  );
  expect(codeCacheFolder({ LOCALAPPDATA: caches }, 'win32')).toBe(folder);
  expect(codeCacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux')).toBeUndefined();
  expect(codeCacheFolder({}, 'linux')).toBeUndefined();
});

test('nothing is made where the home belongs to somebody else', ({ skip }) => {
  if (process.getuid?.() !== 0) skip('only root can give a folder away');
  spawnSync('chown', ['12345', caches]);
  expect(codeCacheFolder({ HOME: caches }, 'linux')).toBeUndefined();
  expect(readdirSync(caches)).toEqual([]);
});
