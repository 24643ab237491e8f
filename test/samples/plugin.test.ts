import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

// samples/plugin beside the package that was built here; `npm run plugin` does the same with its packed tarball

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mapilint-plugin-'));
  cpSync(join(root, 'samples/plugin'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/mapilint'), 'junction');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return stdout + stderr;
}

test('its own tests are green', () => {
  expect(run('--test', '--test-reporter=tap')).toMatch(/# tests 13\n[^]*# pass 13\n# fail 0\n/);
});

test('its rules are applied by the library, with the options of the caller', () => {
  const program = `
    import { diagnose } from 'mapilint';
    import { rulesOf } from 'mapilint/rules';
    import { buildMessage } from 'mapilint/rules/kit';
    import plugin from './index.js';
    const rules = rulesOf(plugin, 'house');
    const message = buildMessage({ messageClass: 'IPM.Appointment', recipients: [{ emailAddress: 'a@b.example' }] });
    for (const domains of [['example.com'], ['b.example']])
      console.log(diagnose(message, { rules, options: { 'house/external-attendee': { domains } } }).findings.map(({ rule }) => rule));
  `;
  expect(run('--input-type=module', '-e', program)).toBe("[ 'house/external-attendee' ]\n[]\n");
});

test('the page shows all of it, and what testRule says of a case that comes out otherwise', () => {
  const page = readFileSync(join(root, 'docs/writing-a-rule.md'), 'utf8');
  const files = run(
    '-e',
    "console.log(require('node:fs').readdirSync('.', { recursive: true }).join('\\n'))",
  );
  const sources = files.split('\n').filter((name) => /^(?!node_modules).*\.(js|mjs|json)$/.test(name));
  expect(sources.length).toBe(7);
  for (const name of sources) expect(page).toContain(`\`samples/plugin/${name.replaceAll('\\', '/')}\`\n\n`);
  const test = readFileSync(join(folder, 'test/external-attendee.test.js'), 'utf8')
    .replace("path: 'recipients[1].emailAddress'", "path: 'recipients[0].emailAddress'")
    .replace(/^ {12}message: 'Bob .*\n/m, '')
    .replace(/^ {2}test,\n/m, '');
  writeFileSync(join(folder, 'test/otherwise.mjs'), test);
  const [, words] =
    /^Error: (external-attendee: 1 of 8[^]*?)\n {4}at /m.exec(run('test/otherwise.mjs')) ?? [];
  expect(page).toContain(`\`\`\`text\n${words ?? ''}\n\`\`\`\n`);
});
