import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { mapilint } from '../support/command';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'dist/cli.js');
const sick = join(root, 'samples/meetings/textbook-defect.msg');
const folder = mkdtempSync(join(tmpdir(), 'mapilint-no-room-'));
const place = (name: string): string => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};

/** A disk of one page, which only root can make, and not in every container. */
const disk = place('disk');
const hasDisk =
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'mapilint', disk]).status === 0;
/** A folder of its owner alone, for somebody else. */
const closed = place('closed');
const asNobody = (...argv: readonly string[]) =>
  spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, cli, ...argv], {
    encoding: 'utf8',
  });
const isAble = process.getuid?.() === 0 && asNobody('check', sick).stdout.includes('LIKELY');
chmodSync(folder, 0o755);

afterAll(() => {
  if (hasDisk) spawnSync('umount', [disk]);
});

/** What writes files of its own, as words of the command that end with the option. */
const writers: readonly (readonly [name: string, file: string, words: readonly string[]])[] = [
  ['repair', 'copy.msg', ['repair', sick, '-o']],
  ['parquet', 'all.parquet', ['check', join(root, 'samples/meetings'), '--format', 'parquet', '-o']],
  ['html', 'all.html', ['check', join(root, 'samples/meetings'), '--format', 'html', '-o']],
  ['view', 'page.html', ['view', sick, '-o']],
];

describe.runIf(hasDisk)('a disk that is full', () => {
  test.each(writers)('of %s is said, and nothing of it is left', async (_name, file, words) => {
    const { code, err } = await mapilint(...words, join(disk, file));
    expect(err).toMatch(/^-(?:o|-output) \S*\/disk\/\S+: ENOSPC: no space left on device/m);
    expect(err).not.toContain('bug');
    expect(code).toBe(2);
    expect(readdirSync(disk)).toEqual([]);
  });
});

describe.runIf(isAble)('a folder in which nothing may be written', () => {
  test.each(writers)('of %s is said, and nothing is made there', (_name, file, words) => {
    const { status, stderr } = asNobody(...words, join(closed, file));
    expect(stderr).toMatch(/: it, or a file in its folder, may not be written \(EACCES\)$/m);
    expect(status).toBe(2);
    expect(readdirSync(closed)).toEqual([]);
  });
});
