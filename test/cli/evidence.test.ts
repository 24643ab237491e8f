import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
const sick = `${samples}meetings/textbook-defect.msg`;
const evidence = (name: string): string => `${samples}evidence/${name}`;
const reply = (name: string): string => `${samples}rules/reply-without-critical-change/${name}.ics`;

async function check(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    isTerminal: false,
    columns: undefined,
  };
  const code = await run(['check', ...argv], terminal);
  return { code, out, err };
}

test('an event confirms, and the report says by what', async () => {
  const { code, out } = await check(sick, '--events', evidence('event.evt'));
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
  const argv = [sick, '--events', evidence('event.txt'), '--event-timezone'];
  expect((await check(...argv, 'UTC')).out).toContain('CONFIRMED');
  expect((await check(...argv, '+02:00')).out).toContain('LIKELY');
  const wrong = await check(...argv, 'Mars');
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toBe('--event-timezone is a zone such as Europe/Berlin or +02:00, not "Mars"\n');
});

test('whoever is named as having replied is believed', async () => {
  const argv = [`${samples}meetings/nobody-answered.msg`, '--replied', 'carla@partner.example'];
  expect((await check(...argv)).out).toContain('POSSIBLE');
});

test.each([
  ['--events', evidence('ndr.eml'), 'a non-delivery report: hand it over with --ndr'],
  ['--ndr', evidence('event.evt'), 'an event log: hand it over with --events'],
  ['--reply', evidence('event.csv'), 'an event log: hand it over with --events'],
  ['--events', reply('fails'), "an attendee's reply: hand it over with --reply"],
  ['--events', sick, 'is no evidence that can be read'],
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
