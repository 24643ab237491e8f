import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { allRules, duplicateItems } from '../../src/rules/index';
import { severitySettings } from '../../src/rules/index';
import { mapilint } from '../support/command';
import { hasSarifSchema, sarifErrors } from '../support/sarif-schema';

const root = fileURLToPath(new URL('../../', import.meta.url));
const before = process.cwd();
const file = 'mapilint.config.json';

let share = '';
beforeEach(() => {
  share = mkdtempSync(join(tmpdir(), 'mapilint-found-'));
  copyFileSync(join(root, 'samples/rules/appointment-times/fails.msg'), join(share, 'item.msg'));
  process.chdir(share);
});
afterAll(() => {
  process.chdir(before);
});
const found = (content: unknown): void => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
};

const taking = {
  rules: { 'appointment-times': 'off', 'cancellation-delivery': 'info', recurrence: 'error' },
};
const words =
  'mapilint.config.json was found, not named, and applies: it switches 1 rule off: appointment-times; it lowers cancellation-delivery from error to info';
const configuration = {
  path: file,
  lowered: [
    { rule: 'cancellation-delivery', from: 'error', to: 'info' },
    { rule: 'appointment-times', from: 'error', to: 'off' },
  ],
};

function fitsSchema(name: string, value: unknown): unknown {
  const schema = JSON.parse(readFileSync(join(root, 'schema', name), 'utf8')) as object;
  const ajv = new Ajv({ allErrors: true });
  return ajv.validate(schema, value) ? 'fits' : ajv.errors;
}

describe('a configuration that was found is said, with what it takes away', () => {
  test('in text, on a line of its own', async () => {
    found(taking);
    const { out } = await mapilint('check', 'item.msg');
    expect(out.split('\n')).toContain(words);
    expect((await mapilint('rules')).out).toContain(`\n${words}\n`);
  });

  test('in JSON and in the line about the run', async () => {
    found(taking);
    const report = JSON.parse((await mapilint('check', 'item.msg', '--format', 'json')).out) as object;
    expect(report).toMatchObject({ configuration: { path: file } });
    expect(fitsSchema('report.json', report)).toBe('fits');
    const { out } = await mapilint('check', 'item.msg', '--format', 'ndjson');
    const line = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as {
      summary: { configuration: typeof configuration };
    };
    expect(line.summary.configuration.lowered.slice().sort(byRule)).toEqual(
      configuration.lowered.slice().sort(byRule),
    );
    expect(fitsSchema('line.json', line)).toBe('fits');
    expect(JSON.parse((await mapilint('rules', '--format', 'json')).out)).toMatchObject({
      configuration: { path: file },
    });
  });

  test('in SARIF, JUnit and beside CSV', async () => {
    found(taking);
    const { out } = await mapilint('check', 'item.msg', '--format', 'sarif');
    const log = JSON.parse(out) as { runs: { invocations: object[] }[] };
    expect(log.runs[0]?.invocations[0]).toMatchObject({
      toolConfigurationNotifications: [{ level: 'warning', message: { text: words } }],
    });
    if (hasSarifSchema) expect(await sarifErrors(log)).toBeNull();
    expect((await mapilint('check', 'item.msg', '--format', 'junit')).out).toContain(
      `<property name="configuration" value="${words}"/>`,
    );
    expect((await mapilint('check', 'item.msg', '--format', 'csv')).err).toBe(`${words}\n`);
  });

  test('whichever rule it is, and however it is lowered', async () => {
    for (const { meta } of [...allRules, duplicateItems])
      for (const setting of severitySettings) {
        found({ preset: 'all', rules: { [meta.id]: setting } });
        const { out } = await mapilint('rules', '--format', 'json');
        const { lowered } = (JSON.parse(out) as { configuration: typeof configuration }).configuration;
        const isLess = severitySettings.indexOf(setting) < severitySettings.indexOf(meta.severity);
        expect(lowered).toEqual(isLess ? [{ rule: meta.id, from: meta.severity, to: setting }] : []);
      }
  });

  test('that it adds only, too; not what the command line decides', async () => {
    found({ preset: 'all', rules: { recurrence: 'error' } });
    const nothing = 'mapilint.config.json was found, not named, and applies: it hides no findings';
    expect((await mapilint('check', 'item.msg')).out.split('\n')).toContain(nothing);
    found(taking);
    const options = ['--rule', 'appointment-times=error', '--rule', 'cancellation-delivery=error'];
    expect((await mapilint('check', 'item.msg', ...options)).out.split('\n')).toContain(nothing);
  });

  test('nothing is said of one that was named, or of none', async () => {
    for (const content of [undefined, taking]) {
      if (content !== undefined) found(content);
      const options = content === undefined ? [] : ['--config', file];
      for (const format of ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'csv']) {
        const { out, err } = await mapilint('check', 'item.msg', '--format', format, ...options);
        expect(out + err).not.toMatch(/was found, not named|"configuration"|toolConfigurationNotifications/);
      }
    }
  });

  test('workers apply what was read, not what is there by then', () => {
    found(taking);
    mkdirSync('mails');
    for (let number = 0; number < 4; number++) copyFileSync('item.msg', `mails/${number}.msg`);
    const swap = join(share, 'swap.mjs');
    writeFileSync(
      swap,
      `import fs from 'node:fs'; import { isMainThread } from 'node:worker_threads';
       if (!isMainThread) fs.writeFileSync(${JSON.stringify(join(share, file))}, '{}');`,
    );
    const argv = ['--import', swap, join(root, 'dist/cli.js'), 'check', 'mails', '-j', '2'];
    const { stdout, status } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    expect(stdout).toContain(words);
    expect(status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('{}');
  });
});

describe('a configuration that was found and cannot be taken', () => {
  test.each([
    ['{ "preset": ', 'not JSON'],
    ['[]', 'the whole: found [], expected an object'],
    [{ rules: { recurrence: 'none' } }, 'rules.recurrence: found "none"'],
    [
      { plugins: ['./evil.mjs'] },
      'plugins: a configuration that was found loads no code; name the file with --config',
    ],
    [
      { rules: { 'evil/rule': 'error' } },
      'one that is not built in: name the file with --config if you trust it',
    ],
    [{ ignore: ['**'] }, 'ignore: found ["**"], expected no such field'],
    [' '.repeat(1_000_001), 'it was found, and is longer than 1000000 bytes'],
    [{ '\u001b[2J\u202e\u009b': 1 }, '\\u{001B}[2J\\u{202E}\\u{009B}'],
  ])('case %#', async (content, message) => {
    found(content);
    writeFileSync('evil.mjs', `throw new Error('it was run')`);
    for (const command of [['check', 'item.msg'], ['rules']]) {
      const { code, out, err } = await mapilint(...command);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.startsWith(`${file}: `)).toBe(true);
      expect(err).toContain(message);
    }
  });

  test.skipIf(process.platform === 'win32')(
    'is a pipe, a device or a folder: nothing is waited for',
    async () => {
      spawnSync('mkfifo', ['pipe']);
      mkdirSync('folder');
      for (const target of ['pipe', '/dev/zero', 'folder']) {
        spawnSync('ln', ['-sfn', target, file]);
        expect((await mapilint('check', 'item.msg')).err).toBe(`${file}: it exists but is not a file\n`);
      }
    },
  );

  test('a link to nothing is none', async () => {
    symlinkSync('nowhere', file);
    expect((await mapilint('check', 'item.msg')).err).toBe('');
  });
});

function byRule({ rule: one }: { rule: string }, { rule: other }: { rule: string }): number {
  return one < other ? -1 : 1;
}
