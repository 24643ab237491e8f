import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { allRules, duplicateItems } from '../../src/rules/index';
import { mapilint } from '../support/command';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sample = (rule: string): string => join(root, 'samples/rules', rule, 'fails.msg');
const folder = mkdtempSync(join(tmpdir(), 'mapilint-settings-'));

function config(name: string, content: unknown): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('rules are chosen', () => {
  const organizer = sample('attendee-strings');
  test.each([
    ['recommended is the default', [], 0],
    ['a preset', ['--preset', 'all'], 1],
    ['a rule by itself', ['--rule', 'attendee-strings=warning'], 1],
    ['as information', ['--rule', 'attendee-strings=info'], 0],
    ['the last setting counts', ['--rule', 'attendee-strings=error', '--rule', 'attendee-strings=off'], 0],
    ['all but one', ['--preset', 'all', '--rule', 'attendee-strings=off'], 0],
    ['graver than it says', ['--fail-on', 'error', '--rule', 'attendee-strings=error'], 1],
  ])('%s', async (_, options, code) => {
    const result = await mapilint('check', organizer, ...options);
    expect({ code: result.code, err: result.err }).toEqual({ code, err: '' });
  });

  test('one of the recommended rules may be off', async () => {
    const file = sample('appointment-times');
    expect((await mapilint('check', file)).code).toBe(1);
    expect((await mapilint('check', file, '--rule', 'appointment-times=off')).code).toBe(0);
  });

  test('the present is known: a response from the future is found', async () => {
    const { out } = await mapilint('check', sample('response-time-implausible'), '--preset', 'all');
    expect(out).toContain('FINDINGS');
  });

  test.each([
    ['attendee-string=off', 'mapilint has no rule "attendee-string"; did you mean attendee-strings?'],
    ['frobnicate=off', 'mapilint has no rule "frobnicate"; mapilint rules lists the rules'],
    [
      'attendee-strings',
      '--rule must be ID=off|info|warning|error or FILE=off|info|warning|error, not "attendee-strings"',
    ],
    [
      'attendee-strings=warn',
      '--rule must be ID=off|info|warning|error or FILE=off|info|warning|error, not "attendee-strings=warn"',
    ],
    [
      'attendee-strings=off=off',
      '--rule must be ID=off|info|warning|error or FILE=off|info|warning|error, not "attendee-strings=off=off"',
    ],
    ['toString=off', 'mapilint has no rule "toString"'],
  ])('--rule %s is refused', async (setting, message) => {
    const { code, err, out } = await mapilint('check', organizer, '--rule', setting);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test.each([
    ['--preset', 'most', '--preset must be recommended or all, not "most"'],
    ['--attendee', 'bob', '--attendee belongs to compare and explain, not to check'],
  ])('%s %s is refused', async (option, value, message) => {
    expect((await mapilint('check', organizer, option, value)).err).toContain(message);
  });

  test('settings of rules belong to check and rules', async () => {
    expect((await mapilint('table', organizer, '--preset', 'all')).err).toContain(
      '--preset belongs to check and rules, not to table',
    );
    expect((await mapilint('table', organizer, '--format', 'sarif')).err).toContain(
      '--format sarif belongs to check, not to table',
    );
  });
});

describe('mapilint.config.json', () => {
  const organizer = sample('attendee-strings');

  test('sets preset and severities; the command line wins', async () => {
    const file = config('good.json', { $schema: 'x', preset: 'all', rules: { 'attendee-strings': 'error' } });
    const check = (...options: string[]) => mapilint('check', organizer, '--config', file, ...options);
    expect((await check('--fail-on', 'error')).code).toBe(1);
    expect((await check('--rule', 'attendee-strings=off')).code).toBe(0);
    const plain = config('all.json', { preset: 'all' });
    expect((await mapilint('check', organizer, '--config', plain)).code).toBe(1);
    expect((await mapilint('check', organizer, '--config', plain, '--preset', 'recommended')).code).toBe(0);
  });

  test.each([
    ['[]', 'the whole: found [], expected an object'],
    [
      { presets: 'all' },
      'presets: found "all", expected no such field, but $schema, preset, plugins, rules, overrides or ignores; did you mean preset?',
    ],
    [{ preset: 'most' }, 'preset: found "most", expected "recommended" or "all"'],
    [{ preset: null }, 'preset: found null, expected "recommended" or "all"'],
    [{ rules: ['attendee-strings'] }, 'rules: found ["attendee-strings"], expected an object of rules'],
    [
      { rules: { 'attendee-strings': 'warn' } },
      'rules.attendee-strings: found "warn", expected "off", "info", "warning", "error"',
    ],
    [
      { rules: { 'attendees-strings': 'off' } },
      'mapilint has no rule "attendees-strings"; did you mean attendee-strings?',
    ],
    [{ $schema: 1 }, '$schema: found 1, expected text'],
    ['{ "preset": ', 'not JSON'],
  ])('%j is refused: %s', async (content, message) => {
    const file = config('bad.json', content);
    const { code, err, out } = await mapilint('check', organizer, '--config', file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.startsWith(`${file}: `)).toBe(true);
    expect(err).toContain(message);
  });

  test('one that is named must be there', async () => {
    const file = join(folder, 'none.json');
    expect((await mapilint('check', organizer, '--config', file)).err).toBe(
      `${file}: there is no such file\n`,
    );
  });

  test('is read from the working directory, never from the folder that is scanned', () => {
    const scanned = join(folder, 'work/mails');
    config('work/mails/mapilint.config.json', { preset: 'all' });
    copyFileSync(organizer, join(scanned, 'item.msg'));
    const check = (cwd: string) =>
      spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', scanned], { cwd, encoding: 'utf8' })
        .status;
    expect(check(join(folder, 'work'))).toBe(0);
    config('work/mapilint.config.json', { preset: 'all' });
    expect(check(join(folder, 'work'))).toBe(1);
  });
});

describe('rules', () => {
  test('lists every rule with the severity it has', async () => {
    const { out, code } = await mapilint(
      'rules',
      '--rule',
      'attendee-strings=error',
      '--rule',
      'recurrence=off',
    );
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(allRules.length + 1);
    expect(out).toMatch(
      /^attendee-strings +error +The lists of attendees in words agree with the recipient table$/m,
    );
    expect(out).toMatch(/^recurrence +off /m);
    expect(out).toMatch(/^duplicate-items +off /m);
    expect(out).toMatch(/^cancellation-delivery +error /m);
  });

  test('as JSON', async () => {
    const { rules } = JSON.parse((await mapilint('rules', '--preset', 'all', '--format', 'json')).out) as {
      rules: { id: string; severity: string }[];
    };
    expect(rules.find(({ id }) => id === duplicateItems.meta.id)?.severity).toBe('warning');
    expect((await mapilint('rules', 'x')).err).toContain('takes no file');
  });
});
