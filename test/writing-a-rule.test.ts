import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'mapilint-rule-'));
const page = readFileSync(join(root, 'docs/writing-a-rule.md'), 'utf8');

/** What a project of its own has; `registry.ts` is made and not kept. */
const parts = readdirSync(root).filter(
  (name) => !name.startsWith('.') && !['node_modules', 'dist', 'coverage'].includes(name),
);
const made = 'src/rules/registry.ts';

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Every file of the copy with its content. */
function snapshot(): Map<string, string> {
  const files = parts.flatMap((part) => filesOf(part)).filter((file) => file !== made);
  return new Map(files.map((file) => [file, readFileSync(join(copy, file), 'base64')]));
}

function filesOf(path: string): string[] {
  const entries = readdirSync(join(copy, dirname(path)), { withFileTypes: true });
  const isFolder = entries.some((entry) => join(dirname(path), entry.name) === path && entry.isDirectory());
  return isFolder ? readdirSync(join(copy, path)).flatMap((name) => filesOf(join(path, name))) : [path];
}

function node(...argv: string[]): { status: number | null; output: string } {
  const env = { ...process.env, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: copy, encoding: 'utf8', env });
  return { status, output: stdout + stderr };
}

const binary = (path: string): string => join(copy, 'node_modules', path);
const tsx = (...argv: string[]) => node(binary('tsx/dist/cli.mjs'), ...argv);

test('a rule is one file, one page and one pair of samples: the page is followed to the letter', () => {
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const before = snapshot();

  const named = [...page.matchAll(/^`([\w/.-]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)];
  expect(named).toHaveLength(3);
  for (const [, path = '', text = ''] of named) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  expect(tsx('samples/build/build.ts')).toEqual({ status: 0, output: '' });

  const after = snapshot();
  const lines = [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `${before.has(file) ? (after.has(file) ? 'M' : 'D') : 'A'} ${file}\n`);
  expect(page).toContain(`## What has changed\n\n\`\`\`text\n${lines.join('')}\`\`\`\n`);

  const tests = ['test/rules/rule-samples.test.ts', 'test/public-api.test.ts', 'test/architecture.test.ts'];
  const tested = node(binary('vitest/vitest.mjs'), 'run', '--typecheck.enabled=false', ...tests);
  expect(tested.status, tested.output.slice(-2000)).toBe(0);
  expect(node(binary('typescript/bin/tsc'), '--noEmit')).toEqual({ status: 0, output: '' });

  const session = /^```text\n\$ npx mapilint (.*)\n([\s\S]*?)^```$/m.exec(page);
  expect(tsx('src/cli/main.ts', ...(session?.[1] ?? '').split(' ')).output).toBe(session?.[2]);
}, 180_000);
