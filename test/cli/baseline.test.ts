import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { mapilint } from '../support/command';

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../samples/meetings/${name}.msg`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mapilint-baseline-'));
const [sick, other] = [sample('textbook-defect'), sample('../rules/appointment-times/fails')];

async function baselineOf(...argv: string[]): Promise<string> {
  const file = join(folder, `${argv.length}-${Math.random()}.ndjson`);
  writeFileSync(file, (await mapilint('check', ...argv, '--format', 'ndjson')).out);
  return file;
}
const put = (text: string): string => {
  const file = join(folder, 'bad.ndjson');
  writeFileSync(file, text);
  return file;
};

describe('findings of a baseline are known', () => {
  test('they do not count for the exit code, new ones do, and those that are gone are counted', async () => {
    const file = await baselineOf(sick);
    const same = await mapilint('check', sick, '--baseline', file);
    expect(same.code).toBe(0);
    expect(same.out).toContain(`\nAgainst ${file}: 1 finding known, 0 new, 0 gone\n`);
    const more = await mapilint('check', sick, other, '--baseline', file);
    expect(more.code).toBe(1);
    expect(more.out).toMatch(/1 finding known, [1-9]\d* new, 0 gone/);
    expect((await mapilint('check', sample('healthy-answered'), '--baseline', file)).out).toContain(
      '0 findings known, 0 new, 1 gone',
    );
  });

  test('as each format says it', async () => {
    const argv = ['check', sick, '--baseline', await baselineOf(sick)];
    const as = async (format: string) => (await mapilint(...argv, '--format', format)).out;
    expect((await mapilint(...argv)).out).toContain('Row (known): ');
    expect(JSON.parse(await as('json'))).toMatchObject({
      files: [{ findings: [{ known: true }] }],
      baseline: { known: 1, new: 0, gone: 0 },
    });
    const [line, last] = (await as('ndjson'))
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as object);
    expect(line).toMatchObject({ findings: [{ known: true }] });
    expect(last).toMatchObject({ summary: { findings: 0, baseline: { known: 1 } } });
    expect(JSON.parse(await as('sarif'))).toMatchObject({
      runs: [{ results: [{ baselineState: 'unchanged' }] }],
    });
    expect(await as('csv')).toMatch(/,known\r\n/);
    expect(await as('junit')).toMatch(/failures="0"[^]*<system-out>known error: /);
  });

  test('findings between files, too', async () => {
    const twice = [sick, sick.replace('textbook-defect', '../meetings/./textbook-defect')];
    const argv = [...twice, sample('sent-cancellation'), '--preset', 'all'];
    const file = await baselineOf(...argv);
    const { code, out } = await mapilint('check', ...argv, '--baseline', file);
    expect({ code, out: /known, 0 new, 0 gone/.test(out) }).toEqual({ code: 0, out: true });
  });

  test('with --redact, whether the baseline was made with it or not', async () => {
    const redact = ['--redact-key', 'k'];
    for (const file of [await baselineOf(sick), await baselineOf(sick, ...redact)])
      expect((await mapilint('check', sick, '--baseline', file, ...redact)).code).toBe(0);
    const hidden = await baselineOf(sick, ...redact);
    expect((await mapilint('check', sick, '--baseline', hidden)).err).toBe(
      `--baseline ${hidden}: it was made with --redact, so give --redact, and the same --redact-key\n`,
    );
    expect((await mapilint('check', sick, '--baseline', hidden, '--redact')).code).toBe(1);
  });
});

test.each([
  ['', 'it is empty'],
  ['{ "path"', 'line 1 is not JSON: a baseline is the whole output of --format ndjson'],
  ['[]\n', 'line 1 has neither path nor summary'],
  ['null\n', 'line 1 has neither path nor summary'],
  ['{"path":"x","findings":7}\n', 'line 1 has findings that are not a list'],
  ['{"path":"x"}\n{"path":"x","findings":[{}]}\n', 'line 2 has a finding without a fingerprint'],
])('a baseline %j is refused', async (text, words) => {
  const { code, out, err } = await mapilint('check', sick, '--baseline', put(text));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});

test('one that is not there, a folder, and the file that --resume writes', async () => {
  const refused = async (...argv: string[]) => (await mapilint('check', sick, ...argv)).err;
  expect(await refused('--baseline', join(folder, 'none'))).toContain('there is no such file');
  expect(await refused('--baseline', folder)).toContain('it is a folder');
  expect(await refused('--baseline', 'x', '--resume', 'x')).toContain('copy it first');
});
