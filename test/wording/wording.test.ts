// The words that users read, one golden file for each surface: a change of wording is one diff. `npx vitest run test/wording -u`
// writes them anew. Other tests compare codes and values.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/usage/commands';
import { mapilint } from '../support/command';

const well = 'samples/meetings/healthy-answered.msg';

test('help', async () => {
  const pages = ['', ...commands].map(async (name) => (await mapilint('help', ...(name ? [name] : []))).out);
  const text = (await Promise.all(pages)).join(`\n${'='.repeat(100)}\n\n`);
  await expect(text).toMatchFileSnapshot('help.golden.txt');
});

test('the general help fits a terminal of 24 lines and 100 columns', async () => {
  const { out } = await mapilint('--help');
  const lines = out.trimEnd().split('\n');
  expect(lines.length).toBeLessThan(24);
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
  expect((await mapilint('check', '--help')).out).toBe((await mapilint('help', 'check')).out);
  expect((await mapilint(well, '--help')).out).toBe((await mapilint('help', 'check')).out);
});

test.each(commands)('%s --help: usage, options, two examples, exit codes', async (name) => {
  const { code, out } = await mapilint(name, '--help');
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^mapilint ${name}.* \\[options\\]\n`));
  expect(out.match(/^ {2}mapilint /gm)?.length).toBe(2);
  expect(out).toMatch(/\nExit codes\n {2}0 /);
});

const wrongUsage: readonly (readonly string[])[] = [
  [],
  ['chek', well],
  ['check'],
  ['props', well, well],
  ['folders', '-'],
  ['check', well, '--nope'],
  ['explain', well],
  ['explain', 'no-rule', '--attendee', 'eve@partner.example'],
  ['check', well, '--out', 'x'],
  ['check', well, '--from', '2008-01-01'],
  ['check', well, '--format', 'xml'],
  ['table', well, '--format', 'sarif'],
  ['check', well, '--of', 'recipients[0]'],
  ['props', well, '--of', 'recipient[0]'],
  ['props', well, '--of', 'recipients[99]'],
  ['props', well, '--property', 'PR_NOTHING'],
  ['table', well, '--columns', 'PR_DISPLAYNAME'],
  ['table', well, '--columns', 'PR_SUBJECT', '--format', 'csv'],
  ['check', well, '--jobs', 'many'],
  ['check', well, '--timeout', '-1'],
  ['check', well, '--shard', '5/4'],
  ['check', well, '--since', 'yesterday'],
  ['check', well, '--code-page', 'latin1'],
  ['check', well, '--code-page', '99999'],
  ['check', well, '--rule', 'cancellation-delivery=fatal'],
  ['check', well, '--rule', 'cancelation-delivery=off'],
  ['check', well, '--full'],
  ['check', well, '--rows', 'attendees'],
  ['check', well, '--redact', '--format', 'json'],
  ['check', well, '--output-mode', '644'],
  ['check', well, '-o', 'x.ndjson', '--output-mode', 'rw', '--format', 'ndjson'],
  ['check', well, '--resume', 'x.json', '--format', 'json'],
  ['check', well, '--format', 'parquet'],
  ['check', well, '--config', 'nowhere.json'],
  ['check', well, '--baseline', 'nowhere.ndjson'],
  ['check', well, '--event-timezone', 'Mars/Olympus'],
  ['check', well, '--replied', 'nobody'],
  ['check', well, '--ndr', 'nowhere.eml'],
  ['check', 'nowhere.msg'],
  ['check', 'nowhere/*.msg'],
  ['check', 'share\\calendar.msg'],
  ['check', 'samples/stores/mailbox.pst', '--folder', 'Kalendar'],
  ['check', 'samples/stores/mailbox.pst', '--item', '0x999999'],
  ['items', well],
  ['repair', well],
  ['repair', 'samples/stores/mailbox.pst', '-o', 'x.pst'],
  ['letter', well, '--language', 'fr'],
  ['explain', 'cancellation'],
  ['explain', well],
  ['completions', 'tcsh'],
];

test('wrong usage', async () => {
  const said: string[] = [];
  for (const argv of wrongUsage) {
    const { code, err } = await mapilint(...argv);
    expect(code, argv.join(' ')).toBe(2);
    expect(err, argv.join(' ')).not.toBe('');
    said.push(`$ mapilint ${argv.join(' ')}\n${err}`);
  }
  await expect(said.join('\n')).toMatchFileSnapshot('usage.golden.txt');
});

/** What the command takes, and evidence is given by options. */
const taken = /\.(?:msg|pst|ost|tnef|eml|xml|oft)$/;

test('files that are damaged', async () => {
  const said: string[] = [];
  for (const name of readdirSync('samples/malformed').sort()) {
    if (!taken.test(name)) continue;
    const { out, err } = await mapilint('check', `samples/malformed/${name}`);
    said.push(`$ mapilint check samples/malformed/${name}\n${(out + err).trim()}\n`);
  }
  expect(said.length).toBeGreaterThan(50);
  await expect(said.join('\n')).toMatchFileSnapshot('damage.golden.txt');
});
