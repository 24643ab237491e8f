import { Readable } from 'node:stream';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run';
import { mapilint } from '../support/command';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
const sick = `${samples}meetings/textbook-defect.msg`;
/** The cancellation as it stands in Sent Items. */
const sent = `${samples}meetings/sent-cancellation.msg`;
const evidence = (name: string): string => `${samples}evidence/${name}`;
const reply = (name: string): string => `${samples}rules/reply-without-critical-change/${name}.ics`;

async function check(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    input: Readable.from([]),
    isTerminal: false,
    columns: undefined,
  };
  const code = await run(['check', ...argv], terminal);
  return { code, out, err };
}

test('an event confirms, and the report says by what', async () => {
  const { code, out } = await check(sent, '--events', evidence('event.evt'));
  expect(code).toBe(1);
  expect(out).toContain('CONFIRMED');
  expect(out).toMatch(/Evidence: event 327 of 2004-03-12 16:30:00 UTC, 3 attempts counted once/);
});

test('options may be given several times', async () => {
  const files = ['event.txt', 'event.csv'].flatMap((name) => ['--events', evidence(name)]);
  const { out } = await check(sick, ...files, '--ndr', evidence('ndr.eml'), '--format', 'json');
  const { files: reports } = JSON.parse(out) as {
    files: { evidence: { source: number; verdict: string }[] }[];
  };
  expect(reports[0]?.evidence.map(({ source, verdict }) => [source, verdict])).toEqual([
    [0, 'this-defect'],
    [1, 'this-defect'],
    [2, 'this-defect'],
  ]);
});

test('the zone of a text decides whether its event fits', async () => {
  const argv = [sent, '--events', evidence('event.txt'), '--event-timezone'];
  expect((await check(...argv, 'UTC')).out).toContain('CONFIRMED');
  expect((await check(...argv, '+02:00')).out).toContain('LIKELY');
  const wrong = await check(...argv, 'Mars');
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toBe('--event-timezone must be a zone such as Europe/Berlin or +02:00, not "Mars"\n');
});

test('whoever is named as having replied is believed', async () => {
  const argv = [`${samples}meetings/nobody-answered.msg`, '--replied', 'carla@partner.example'];
  expect((await check(...argv)).out).toContain('POSSIBLE');
});

test.each([
  ['--events', evidence('ndr.eml'), 'a non-delivery report: give it with --ndr'],
  ['--ndr', evidence('event.evt'), 'an event log: give it with --events'],
  ['--reply', evidence('event.csv'), 'an event log: give it with --events'],
  ['--events', reply('fails'), "an attendee's reply: give it with --reply"],
  ['--events', sick, 'is not evidence that mapilint can read'],
  ['--ndr', evidence('none.eml'), 'there is no such file or folder'],
])(
  '%s with another file: an error that helps, and the item is checked all the same',
  async (option, file, words) => {
    const { code, err, out } = await check(sick, option, file);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err.split('\n')).toHaveLength(2);
    expect(out).toContain('LIKELY');
  },
);

describe('a damaged piece of evidence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-evidence-'));
  const cut = join(folder, 'cut.evt');
  const whole = readFileSync(evidence('event.evt'));
  writeFileSync(cut, whole.subarray(0, whole.length - 60));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('is said to be so, and what it shows counts all the same', async () => {
    const { code, out } = await check(sent, '--events', cut);
    expect(code).toBe(1);
    expect(out).toContain('CONFIRMED');
    expect(out.replace(/\s+/g, ' ')).toMatch(/About the evidence - \S+cut\.evt is damaged: \w+/);
  });

  test('is unreadable if damage is not to be put up with', async () => {
    const { code, out, err } = await check(sick, '--events', cut, '--strict');
    expect(code).toBe(2);
    expect(out).toContain('LIKELY');
    expect(err).toContain('cut.evt: ');
  });

  test('is in every report for machines, and so is one that cannot be read', async () => {
    const argv = [sent, '--events', evidence('none.evt'), '--events', cut, '--format'];
    const json = JSON.parse((await check(...argv, 'json')).out) as Record<string, unknown>;
    expect(json['evidence']).toMatchObject([
      { path: cut, kind: 'event-log', fits: [sent], anomalies: [{ severity: 'error' }] },
      { path: evidence('none.evt'), error: { code: 'ENOENT' } },
    ]);
    const sarif = JSON.parse((await check(...argv, 'sarif')).out) as { runs: Record<string, unknown>[] };
    expect(sarif.runs[0]).toMatchObject({
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [{ level: 'warning' }, { level: 'error' }],
        },
      ],
      artifacts: [
        { properties: { verdict: 'confirmed', evidence: [expect.stringContaining('event 327')] } },
        {},
        {},
      ],
    });
    const junit = (await check(...argv, 'junit')).out;
    expect(junit).toContain('<property name="verdict" value="confirmed"/>');
    expect(junit).toContain('<property name="evidence" value="event 327');
    expect(junit).toMatch(/none_evt" name="read as evidence"[^>]*>\s*<error message/);
  });
});

test('an event that fits several items by its time alone is that of one of them', async () => {
  const { out } = await check(
    sick,
    `${samples}meetings/healthy-answered.msg`,
    sick,
    '--events',
    evidence('event.evt'),
  );
  expect(out.match(/textbook-defect\.msg: /g)).toHaveLength(1); // named twice, read once
  expect(out.replace(/\s+/g, ' ')).toContain(
    'event.evt fits 2 items by time alone: a failure in it belongs to one message',
  );
});

test('an event that no row explains does not make an item look ill, and the item does not hide it', async () => {
  const { code, out } = await check(
    `${samples}meetings/healthy-answered.msg`,
    '--events',
    evidence('event.evt'),
  );
  expect(code).toBe(0);
  expect(out).toContain('no row of the table explains the failure in the log');
});

test('an event of another time: when it was logged, in which zone, and how far off that is', async () => {
  const { out } = await check(sick, '--events', evidence('event.txt'), '--event-timezone', '+05:00');
  expect(out.replace(/\s+/g, ' ')).toMatch(
    /logged at 2004-03-12 \d\d:\d\d:\d\d \(taken as that of the zone \+05:00, which you named\), \d+ hours? before this item was last changed/,
  );
});

test.each([
  [['table', sick, '--events', 'x.evt'], '--events belongs to check and explain, not to table'],
  [['compare', sick, sick, '--replied', 'a@b.example'], 'belongs to check and explain, not to compare'],
  [['check', '--reply', reply('fails'), '--ndr', 'x.eml'], 'say something about an item: name its file, too'],
  [
    ['check', sick, '--replied', 'Carla'],
    '--replied must be an address such as carla@partner.example, not "Carla"',
  ],
])('%j is wrong usage', async (argv, words) => {
  const { code, out, err } = await mapilint(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});

test('a reply that no rule is to look at is not called sound', async () => {
  const { out } = await check('--reply', reply('fails'), '--rule', 'reply-without-critical-change=off');
  expect(out).toContain('not judged – no enabled rule looks at replies');
});

test('a reply alone is a report without a verdict', async () => {
  const bad = await check('--reply', reply('fails'));
  expect(bad.code).toBe(1);
  expect(bad.out).toContain('FINDINGS – 1 finding');
  expect(bad.out.replace(/\s+/g, ' ')).toContain('-//Example//Groupware 8.5//EN');
  const good = await check('--reply', reply('passes'));
  expect(good.code).toBe(0);
  expect(good.out).toContain('no findings');
  const { out } = await check('--reply', reply('fails'), '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({ files: [{ kind: 'reply', verdict: null, findings: [{}] }] });
});
