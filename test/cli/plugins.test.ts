// A rule of one's own: what is run, what is refused, and what is never run.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { mapilint } from '../support/command';

const root = fileURLToPath(new URL('../../', import.meta.url));
const before = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mapilint-plugins-'));
  copyFileSync(join(root, 'samples/meetings/healthy-answered.msg'), join(folder, 'a.msg'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
});

function put(path: string, content: unknown): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const rule = `{
  meta: {
    id: 'short', title: 'Subjects are short', severity: 'warning', kinds: { subject: 'subject' },
    messages: { long: ({ subject, max }) => subject + ' is longer than ' + max },
    schema: { type: 'object', properties: { max: { type: 'integer', minimum: 1 } }, additionalProperties: false },
    defaultOptions: { max: 3 },
  },
  check: ({ subject }, { options: { max } }) =>
    subject.length > max
      ? { outcome: 'fail', reasons: [], problems: [{ code: 'long', path: 'subject', severity: 'warning', values: { subject, max } }] }
      : { outcome: 'pass', reasons: [], problems: [] },
}`;
const plugin = `export default { rules: { short: ${rule} } };`;
const config = (rules: object, more: object = {}) =>
  put('c.json', { plugins: { team: './team.mjs' }, rules, ...more });

describe('a plugin that a named configuration names', () => {
  test.each([
    [{ 'team/short': 'warning' }, 'is longer than 3', 1],
    [{ 'team/short': ['error', { max: 5 }] }, 'is longer than 5', 1],
    [{ 'team/short': ['error', { max: 500 }] }, '', 0],
    [{}, '', 0],
  ])('%j', async (rules, words, code) => {
    put('team.mjs', plugin);
    const result = await mapilint('check', 'a.msg', '--config', config(rules));
    expect({ code: result.code, err: result.err }).toEqual({ code, err: '' });
    expect(result.out).toContain(words);
  });

  test('is a package beside the configuration, or an object in it', async () => {
    put('node_modules/only-import/package.json', {
      name: 'only-import',
      exports: { '.': { import: './x.mjs' } },
    });
    put('node_modules/only-import/x.mjs', plugin);
    put('c.json', { plugins: { team: 'only-import' }, rules: { 'team/short': 'error' } });
    expect((await mapilint('check', 'a.msg', '--config', 'c.json')).code).toBe(1);
    put('team.mjs', plugin);
    put(
      'c.mjs',
      `import team from './team.mjs'; export default { plugins: { team }, rules: { 'team/short': 'error' } };`,
    );
    expect((await mapilint('check', 'a.msg', '--config', 'c.mjs')).code).toBe(1);
  });

  test('is known to rules, explain, SARIF, redaction and workers', async () => {
    put('team.mjs', plugin);
    const named = ['--config', config({ 'team/short': 'error' })];
    expect((await mapilint('rules', ...named)).out).toMatch(/^team\/short +error +Subjects are short$/m);
    expect((await mapilint('explain', 'team/short', ...named)).out).toContain('"minimum": 1');
    const { out } = await mapilint('check', 'a.msg', ...named, '--format', 'sarif');
    expect(out).toContain('"ruleId": "team/short"');
    const hidden = (await mapilint('check', 'a.msg', ...named, '--redact')).out;
    expect(hidden).toMatch(/subject-[0-9a-f]{10} is longer than 3/);
    const argv = [join(root, 'dist/cli.js'), 'check', 'a.msg', '-j', '2', '--format', 'ndjson', ...named];
    const { stdout, status } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    expect(stdout).toContain('"rule":"team/short"');
    expect(status).toBe(1);
  });

  test('a rule in a file, by itself', async () => {
    put('rule.mjs', `export default ${rule};`);
    expect((await mapilint('check', 'a.msg', '--rule', './rule.mjs=error')).code).toBe(1);
    expect((await mapilint('check', 'a.msg', '--rule', './rule.mjs=off')).code).toBe(0);
  });

  test('overrides hold of some files, and ignored ones are not read', async () => {
    put('team.mjs', plugin);
    for (const name of ['old/a.msg', 'new/a.msg']) {
      mkdirSync(dirname(name));
      copyFileSync('a.msg', name);
    }
    const overrides = [{ files: ['old/**'], rules: { 'team/short': 'error' } }];
    const { out } = await mapilint(
      'check',
      '.',
      '--config',
      config({}, { overrides, ignores: ['new'] }),
      '--format',
      'csv',
    );
    expect(out.match(/^\.[^,\n]*a\.msg/gm)).toEqual(['./a.msg', './old/a.msg']);
    expect(out).toMatch(/^\.\/old\/a\.msg,.*team\/short/m);
    const ignored = await mapilint('check', 'new/a.msg', 'a.msg', '--config', 'c.json');
    expect(ignored.err).toBe('new/a.msg: skipped, since it is ignored by the configuration\n');
  });
});

describe('a typo in each field', () => {
  test.each([
    [{ plugin: {} }, 'plugin: found {}, expected no such field'],
    [{ plugins: ['./team.mjs'] }, 'plugins: found ["./team.mjs"], expected an object of plugins'],
    [{ plugins: { 'a/b': './team.mjs' } }, 'plugins: found "a/b", expected a name of letters'],
    [{ plugins: { team: 1 } }, 'plugins.team: found 1, expected the path or package'],
    [{ plugins: { team: './taem.mjs' } }, 'plugins.team: ./taem.mjs: there is no such file'],
    [
      { plugins: { team: 'not-there' } },
      "plugins.team: not-there: it cannot be loaded: Cannot find module 'not-there'",
    ],
    [{ plugins: { team: './none.mjs' } }, 'plugins.team: it is not a plugin'],
    [{ plugins: { team: './bad.mjs' } }, 'plugins.team.rules.x: check is not a function'],
    [{ plugins: { team: './throws.mjs' } }, 'it cannot be loaded: no luck'],
    [{ rules: { 'team/shrot': 'error' } }, 'mapilint has no rule "team/shrot"; did you mean team/short?'],
    [{ rules: { 'team/short': 'warn' } }, 'rules.team/short: found "warn", expected "off"'],
    [
      { rules: { 'team/short': ['error', 5] } },
      'rules.team/short[1]: found 5, expected an object of options',
    ],
    [{ rules: { 'team/short': ['error', {}, 1] } }, 'or a list of one of these and the options'],
    [
      { rules: { 'team/short': ['error', { mx: 5 }] } },
      'rules.team/short[1].mx: there is no such option; did you mean max?',
    ],
    [{ rules: { 'team/short': ['error', { max: 0 }] } }, 'rules.team/short[1].max: must be >= 1'],
    [
      { rules: { recurrence: ['error', { max: 0 }] } },
      'rules.recurrence[1]: the rule recurrence takes no options',
    ],
    [{ overrides: {} }, 'overrides: found {}, expected a list'],
    [
      { overrides: [{ file: ['*'] }] },
      'overrides[0].file: found ["*"], expected no such field, but files or rules; did you mean files?',
    ],
    [{ overrides: [{ files: [], rules: {} }] }, 'overrides[0].files: found [], expected at least one glob'],
    [
      { overrides: [{ files: ['*'], rules: { 'team/shrot': 'off' } }] },
      'overrides[0].rules: mapilint has no rule "team/shrot"',
    ],
    [
      { overrides: [{ files: ['*'], rules: { 'duplicate-items': 'off' } }] },
      'it looks at all files together',
    ],
    [{ ignores: 'x' }, 'ignores: found "x", expected a list of globs'],
    [{ ignores: ['!x'] }, 'ignores[0]: found "!x", expected a glob without !'],
    [{ ignores: ['{a,b}'.repeat(11)] }, 'a glob whose braces make no more than 1000'],
  ])('%j', async (content, words) => {
    put('team.mjs', plugin);
    put('none.mjs', 'export default 1;');
    put('bad.mjs', `export default { rules: { x: { meta: { id: 'x' } } } };`);
    put('throws.mjs', `throw new Error('no luck');`);
    const file = put('c.json', { plugins: { team: './team.mjs' }, ...content });
    const { code, out, err } = await mapilint('check', 'a.msg', '--config', file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  test.each([
    ['./nope.mjs=error', 'nope.mjs: there is no such file'],
    ['./rule.mjs=eror', '--rule must be ID=off|info|warning|error or FILE='],
    ['./rule.mjs', '--rule must be ID=off|info|warning|error or FILE='],
    ['./twice.mjs=error', 'There are two rules of the id "recurrence"'],
  ])('--rule %s', async (setting, words) => {
    put('rule.mjs', `export default ${rule};`);
    put('twice.mjs', `const rule = ${rule}; rule.meta.id = 'recurrence'; export default rule;`);
    const { code, err } = await mapilint('check', 'a.msg', '--rule', setting);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe('a hostile share', () => {
  const evil = `import { writeFileSync } from 'node:fs'; writeFileSync(process.env.MARKER ?? 'marker', 'run'); ${plugin}`;
  const plant = (at: string): void => {
    for (const name of ['mapilint.config.mjs', 'mapilint.config.js', 'team.mjs', 'rule.mjs', 'index.js'])
      put(join(at, name), evil);
    for (const name of ['team', 'mapilint', 'ajv', 'mapilint-plugin-team']) {
      put(join(at, 'node_modules', name, 'package.json'), { name, type: 'module', main: './index.js' });
      put(join(at, 'node_modules', name, 'index.js'), evil);
    }
    put(join(at, 'package.json'), { type: 'module', mapilint: { plugins: { team: './team.mjs' } } });
  };

  test('nothing of it runs, from the working directory or a folder that is scanned', () => {
    plant('.');
    plant('mails');
    put('mails/mapilint.config.json', { plugins: { team: './team.mjs' } });
    copyFileSync('a.msg', 'mails/b.msg');
    const marker = join(folder, 'marker');
    const run = (...argv: string[]) =>
      spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...argv], {
        encoding: 'utf8',
        env: { ...process.env, MARKER: marker },
      });
    const checks = [['check', 'mails'], ['check', '.', '-j', '2'], ['rules'], ['explain', 'recurrence']];
    for (const argv of checks) {
      const { stderr, status } = run(...argv);
      expect([0, 1]).toContain(status);
      if (argv[0] !== 'explain')
        expect(stderr).toContain('mapilint.config.mjs is here and was not run, since it is code');
    }
    for (const content of [
      { plugins: { team: 'team' } },
      { plugins: {} },
      { rules: { 'team/short': 'error' } },
    ]) {
      put('mapilint.config.json', content);
      const { stderr, status } = run('check', 'mails');
      expect(status).toBe(2);
      expect(stderr).toContain('name the file with --config if you trust it');
    }
    expect(existsSync(marker)).toBe(false);
    rmSync('mapilint.config.json');
    run('check', 'mails', '--config', 'mapilint.config.mjs');
    expect(existsSync(marker)).toBe(true); // the marker works
  });

  test('what a configuration that was found leaves out is said', async () => {
    put('mapilint.config.json', {
      ignores: ['b.msg'],
      overrides: [{ files: ['a*'], rules: { recurrence: 'off' } }],
    });
    const { out } = await mapilint('check', '.');
    expect(out).toContain('applies: of a* it switches 1 rule off: recurrence; it leaves out b.msg');
  });
});
