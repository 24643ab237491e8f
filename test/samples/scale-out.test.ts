import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mapilint-scale-out-'));
const share = join(folder, 'share');
cpSync(join(root, 'samples/meetings'), share, { recursive: true });
const mapilint = `${process.execPath} ${join(root, 'dist/cli.js')}`;
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

function script(name: string, args: readonly string[], env: Record<string, string> = {}): number | null {
  const path = join(root, 'samples/scale-out', name);
  return spawnSync('sh', [path, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, MAPILINT: mapilint, ...env },
  }).status;
}

const pathsIn = (...files: readonly string[]): string[] =>
  files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line.startsWith('{"path"'))
    .map((line) => (JSON.parse(line) as { path: string }).path)
    .sort();

const all = readdirSync(share)
  .map((name) => join(share, name))
  .sort();
const partsIn = (output: string): string[] =>
  readdirSync(output)
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => join(output, name));

describe('samples/scale-out', () => {
  test('xargs.sh: every file once', () => {
    const output = join(folder, 'xargs.ndjson');
    expect(script('xargs.sh', [share, output, '2'])).toBe(0);
    expect(pathsIn(output)).toEqual(all);
  });

  test.skipIf(!has('parallel'))('parallel.sh: every file once; what failed runs again, alone', () => {
    const output = join(folder, 'parallel');
    const log = (): string[] => readFileSync(join(output, 'joblog'), 'utf8').trimEnd().split('\n').slice(1);
    // the third part finds no command at first
    const flaky = `sh -c 'case "$*" in *3/4*) exit 7;; esac; exec ${mapilint} "$@"' sh`;
    expect(script('parallel.sh', [share, output, '4', '--jobs', '2'], { MAPILINT: flaky })).not.toBe(0);
    expect(log()).toHaveLength(4);
    expect(pathsIn(...partsIn(output)).length).toBeLessThan(all.length);
    expect(script('parallel.sh', [share, output, '4', '--jobs', '2', '--resume-failed'])).toBe(0);
    expect(log()).toHaveLength(5);
    expect(pathsIn(...partsIn(output))).toEqual(all);
  });

  test('slurm.sbatch: every file in one task', () => {
    const output = join(folder, 'slurm');
    for (const task of ['1', '2', '3']) {
      const env = { FOLDER: share, OUTPUT: output, SLURM_ARRAY_TASK_ID: task, SLURM_ARRAY_TASK_COUNT: '3' };
      expect(script('slurm.sbatch', [], env)).toBe(0);
    }
    expect(pathsIn(...partsIn(output))).toEqual(all);
  });
});
