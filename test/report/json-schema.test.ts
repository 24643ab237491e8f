import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { severitySettings } from '../../src/rules/index';
import { mapilint } from '../support/command';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A validator by a schema that the package ships, found as its users find it. */
function validatorOf(name: string): (document: unknown) => unknown {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string>;
  };
  const schema = JSON.parse(readFileSync(join(root, exports[`./schema/${name}`] ?? ''), 'utf8')) as object;
  const validate = new Ajv({ allErrors: true }).compile(schema);
  return (document) => (validate(document) ? null : validate.errors);
}

const samples = readdirSync(join(root, 'samples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.msg'))
  .map((name) => join(root, 'samples', name));

test.each(['config.json', 'line.json', 'report.json'])(
  '%s has an address, and says nothing that ajv in its strict mode, without options, would mind',
  (name) => {
    const schema = JSON.parse(readFileSync(join(root, 'schema', name), 'utf8')) as { $id: string };
    expect(schema.$id).toBe(`https://unpkg.com/mapilint/schema/${name}`);
    const said: unknown[] = [];
    const note = (...words: unknown[]) => void said.push(words);
    new Ajv({ logger: { log: note, warn: note, error: note } }).compile(schema);
    expect(said).toEqual([]);
  },
);

describe('the schema of a line', () => {
  const errorsIn = validatorOf('line.json');
  const linesOf = async (...argv: string[]): Promise<unknown[]> =>
    (await mapilint('check', ...argv, '--format', 'ndjson')).out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);

  test.each([[], ['--full']])('takes the lines of every sample %j', async (...options) => {
    const lines = await linesOf(join(root, 'samples'), ...options);
    expect(lines.length).toBeGreaterThan(200);
    for (const line of lines) expect(errorsIn(line)).toBeNull();
    expect(lines.at(-1)).toMatchObject({ summary: { unreadable: expect.any(Number) as number } });
  });

  test('takes that of a reply, and refuses what is no line', async () => {
    const reply = join(root, 'samples/rules/reply-without-critical-change/fails.ics');
    for (const line of await linesOf('--reply', reply)) expect(errorsIn(line)).toBeNull();
    expect(errorsIn({ path: 'x' })).not.toBeNull();
    expect(errorsIn({ path: 'x', passedOver: 'a whim' })).not.toBeNull();
  });
});

describe('the schema of the report', () => {
  const errorsIn = validatorOf('report.json');
  const reportOf = async (...argv: string[]) =>
    JSON.parse((await mapilint('check', ...argv, '--format', 'json')).out) as Record<string, unknown>;

  test('takes the report of every sample', async () => {
    expect(samples.length).toBeGreaterThan(80);
    for (const preset of ['recommended', 'all']) {
      const report = await reportOf(...samples, '--preset', preset);
      expect(errorsIn(report)).toBeNull();
      expect(report['files']).toHaveLength(samples.length);
    }
  });

  test('takes a report with evidence, and one of a reply alone', async () => {
    const sample = (name: string): string => join(root, 'samples', name);
    const item = sample('meetings/sent-cancellation.msg');
    const report = await reportOf(item, '--events', sample('evidence/event.evt'));
    expect(errorsIn(report)).toBeNull();
    expect(report['files']).toMatchObject([{ verdict: 'confirmed', evidence: [{ verdict: 'this-defect' }] }]);
    const replies = await reportOf('--reply', sample('rules/reply-without-critical-change/fails.ics'));
    expect(errorsIn(replies)).toBeNull();
    expect(replies['files']).toMatchObject([{ kind: 'reply', findings: [{}] }]);
  });

  test('takes a report of nothing and one of table', async () => {
    expect(errorsIn(await reportOf(join(root, 'schema')))).toBeNull();
    const { out } = await mapilint('table', samples[0] ?? '', '--format', 'json');
    expect(errorsIn(JSON.parse(out))).toBeNull();
  });

  test('refuses what is no report', async () => {
    const report = await reportOf(join(root, 'samples/meetings/textbook-defect.msg'));
    const [file] = report['files'] as [Record<string, unknown>];
    const changed = (change: object): unknown => ({ ...report, files: [{ ...file, ...change }] });
    expect(errorsIn(changed({}))).toBeNull();
    for (const wrong of [
      { ...report, schema: 2 },
      { ...report, more: true },
      changed({ verdict: 'perhaps' }),
      changed({ findings: [{ rule: 'x' }] }),
      changed({ recipients: [{}] }),
    ])
      expect(errorsIn(wrong)).not.toBeNull();
  });
});

test('the schema of the configuration knows presets and severities', () => {
  const errorsIn = validatorOf('config.json');
  const rules = Object.fromEntries(severitySettings.map((setting) => [`rule-${setting}`, setting]));
  expect(errorsIn({ $schema: 'x', preset: 'all', rules })).toBeNull();
  expect(errorsIn({ preset: 'recommended' })).toBeNull();
  expect(
    errorsIn({
      plugins: { team: './team.mjs' },
      rules: { 'team/short': ['error', { max: 5 }], recurrence: ['off'] },
      overrides: [{ files: ['old/**'], rules: { recurrence: 'off' } }],
      ignores: ['tmp/**'],
    }),
  ).toBeNull();
  expect(errorsIn({ rules: { x: ['error', {}, {}] } })).not.toBeNull();
  expect(errorsIn({ overrides: [{ files: [], rules: {} }] })).not.toBeNull();
  expect(errorsIn({ preset: 'most' })).not.toBeNull();
  expect(errorsIn({ rules: { 'organizer-row': 'warn' } })).not.toBeNull();
  expect(errorsIn({ rule: {} })).not.toBeNull();
});
