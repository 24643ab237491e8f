// The samples for continuous integration: what they run is run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, 'samples', path), 'utf8');
const cli = join(root, 'dist/cli.js');

/** YAML as Python reads it, where it can; undefined: there is no reader. */
function parsed(path: string): unknown {
  const program = 'import sys, json, yaml; print(json.dumps(yaml.safe_load(sys.stdin)))';
  const { stdout, status } = spawnSync('python3', ['-c', program], { input: read(path), encoding: 'utf8' });
  return status === 0 ? (JSON.parse(stdout) as unknown) : undefined;
}

describe.skipIf(process.platform === 'win32')('the GitHub Action', () => {
  const action = read('github-action/action.yml');
  const script = (/ {6}run: \|\n([\s\S]*)$/.exec(action)?.[1] ?? '').replace(/^ {8}/gm, '');

  test('takes no input into its script as text', () => {
    expect(script).toContain('npx --yes "mapilint@$INPUT_VERSION" check -');
    expect(script).not.toContain('${{');
    const inputs = [...action.matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)].map(([, name]) => name);
    for (const name of inputs) expect(action).toContain(`\n  ${name ?? ''}:\n`);
    const yaml = parsed('github-action/action.yml');
    if (yaml !== undefined)
      expect(yaml).toMatchObject({ runs: { using: 'composite', steps: [{ shell: 'bash' }] } });
  });

  test.each([
    ['textbook-defect', 1],
    ['healthy-answered', 0],
  ])('its script writes SARIF and ends as the command does: %s', (name, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'mapilint-action-'));
    writeFileSync(join(folder, 'npx'), `#!/bin/sh\nshift 2\nexec node ${cli} "$@"\n`, { mode: 0o755 });
    const sarif = join(folder, 'out.sarif');
    const { status, stderr } = spawnSync('bash', ['--norc', '--noprofile', '-eo', 'pipefail', '-c', script], {
      encoding: 'utf8',
      env: {
        PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
        INPUT_PATHS: `${join(root, `samples/meetings/${name}.msg`)}\n\n`,
        INPUT_VERSION: 'latest',
        INPUT_CONFIG: '',
        INPUT_BASELINE: '',
        INPUT_FAIL_ON: 'warning',
        INPUT_SARIF: sarif,
      },
    });
    expect({ status, stderr }).toEqual({ status: code, stderr: '' });
    expect(JSON.parse(readFileSync(sarif, 'utf8'))).toMatchObject({ version: '2.1.0' });
  });
});

describe('the pre-commit hook', () => {
  const hook = read('pre-commit/.pre-commit-hooks.yaml');
  const field = (name: string): string => new RegExp(`^ {2}${name}: (.*)$`, 'm').exec(hook)?.[1] ?? '';

  test('its entry runs on the files that its pattern means', () => {
    const files = ['a.msg', 'b/c.eml', 'd.PST', 'e.txt', 'msg'];
    expect(files.filter((name) => new RegExp(field('files')).test(name))).toEqual(['a.msg', 'b/c.eml']);
    const [, ...argv] = field('entry').split(' ');
    const run = (name: string) =>
      spawnSync(process.execPath, [cli, ...argv, join(root, `samples/meetings/${name}.msg`)]).status;
    expect([run('healthy-answered'), run('textbook-defect')]).toEqual([0, 1]);
    const yaml = parsed('pre-commit/.pre-commit-hooks.yaml');
    if (yaml !== undefined)
      expect(yaml).toMatchObject([{ id: 'mapilint', language: 'node', require_serial: true }]);
    expect(read('pre-commit/README.md')).toContain(`files: ${field('files')}`);
  });
});
