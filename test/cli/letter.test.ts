import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mapilint } from '../support/command';

const sample = 'samples/meetings/textbook-defect.msg';
const folder = mkdtempSync(join(tmpdir(), 'mapilint-letter-'));

test('mapilint letter prints a mail, in English or German', async () => {
  const english = await mapilint('letter', sample);
  expect(english).toMatchObject({ code: 0, err: '' });
  expect(english.out).toContain('To: Bob Miller <bob@partner.example>');
  const german = await mapilint('letter', sample, '--language', 'de', '--time-zone', 'Europe/Berlin');
  expect(german.out).toContain('Montag, 15. März 2004, 15:00–16:00 Uhr (Europe/Berlin)');
});

test('as a draft in a file, and as JSON', async () => {
  const file = join(folder, 'draft.eml');
  expect(await mapilint('letter', sample, '--format', 'eml', '-o', file)).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(file, 'utf8')).toContain('X-Unsent: 1\r\n');
  const { out } = await mapilint('letter', sample, '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({ to: [{ address: 'bob@partner.example' }, {}], unaddressed: [] });
});

test('from a template', async () => {
  const template = join(folder, 'template.txt');
  writeFileSync(template, 'Subject: {{subject}}\n\nMoved: {{when}}');
  const { out } = await mapilint('letter', sample, '--template', template);
  expect(out).toContain('Subject: Quarterly review\n\nMoved: Monday');
  writeFileSync(template, 'Subject: {{subject}}\n\n{{whom}}');
  const bad = await mapilint('letter', sample, '--template', template);
  expect([bad.code, bad.err]).toEqual([2, expect.stringContaining('no {{whom}}')]);
});

test('nobody to write to: 1; what cannot be read: 2', async () => {
  const healthy = await mapilint('letter', 'samples/meetings/healthy-answered.msg');
  expect([healthy.code, healthy.out]).toEqual([1, '']);
  expect(healthy.err).toContain('no letter');
  expect((await mapilint('letter', 'nowhere.msg')).code).toBe(2);
  expect((await mapilint('letter', sample, '--language', 'fr')).err).toContain('--language must be en or de');
  expect((await mapilint('letter', sample, '--time-zone', 'Nowhere')).err).toContain(
    '--time-zone must be a zone',
  );
  expect((await mapilint('letter', sample, '--format', 'csv')).err).toContain(
    '--format csv belongs to check and table, not to letter',
  );
  expect((await mapilint('check', sample, '--format', 'eml')).err).toContain(
    '--format eml belongs to letter, not to check',
  );
});
