import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { storeSamples } from '../../samples/build/stores';
import { mapilint } from '../support/command';
import { formatNothingToJudge } from '../../src/report/command';
import { mail, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import { writeStore } from '../support/pst-writer/store';
import type { WrittenFolder } from '../support/pst-writer/written-folder';

const store = fileURLToPath(new URL('../../samples/stores/mailbox.pst', import.meta.url));
const message = fileURLToPath(new URL('../../samples/meetings/textbook-defect.msg', import.meta.url));
const CALENDAR = 'Top of Personal Folders/Kalender';

test('the sample is what its description writes', () => {
  expect(Buffer.from(storeSamples['mailbox.pst'] ?? []).equals(readFileSync(store))).toBe(true);
});

test('folders: the tree, with the calendar found though it is not called so', async () => {
  const { code, out } = await mapilint('folders', store);
  expect(code).toBe(0);
  expect(out).toMatch(/^ {4}Kalender +4 +IPF\.Appointment \(calendar\) +Top of Personal Folders\/Kalender$/m);
  const report = JSON.parse((await mapilint('folders', store, '--format', 'json')).out) as Record<
    string,
    unknown
  >;
  expect(report).toMatchObject({
    schema: 1,
    kind: 'pst',
    format: 'unicode',
    root: { folders: [{ folders: [{}, {}, {}, { path: CALENDAR, isCalendar: true, itemCount: 4 }] }] },
    anomalies: [],
  });
});

test('items: of the calendars, or of the folder that is asked for, in an order', async () => {
  const subjects = async (...argv: string[]) =>
    (
      JSON.parse((await mapilint('items', store, '--format', 'json', ...argv)).out) as {
        items: { subject: string }[];
      }
    ).items.map(({ subject }) => subject);
  expect(await subjects()).toEqual([
    'Quarterly review',
    'Quarterly review',
    'Quarterly review',
    'Weekly call',
  ]);
  expect(await subjects('--folder', 'sent')).toEqual(['Canceled: Quarterly review']);
  expect(await subjects('--folder', 'all', '--sort', 'subject')).toEqual([
    'Canceled: Quarterly review',
    'Mail',
    'Quarterly review',
    'Quarterly review',
    'Quarterly review',
    'Weekly call',
  ]);
  expect(await subjects('--subject', 'CALL')).toEqual(['Weekly call']);
  expect((await mapilint('items', store)).out).toContain(
    '0x200064  2004-03-15 14:00  IPM.Appointment  Quarterly review',
  );
});

test('table and props: of the item with a number', async () => {
  const { out } = await mapilint('table', store, '--item', '0x200064');
  expect(out).toContain(`0x200064 in ${CALENDAR}\nIPM.Appointment "Quarterly review", 4 recipients`);
  expect(out).toContain(
    '3 (respAccepted)          0 (1601-01-01, Low: 0x00000000 High: 0x00000000)'.slice(0, 16),
  );
  const props = await mapilint('props', store, '--item', '0x2000a4', '--property', 'PR_SUBJECT_W');
  expect(props).toMatchObject({ code: 0 });
  expect(props.out).toContain('Weekly call');
});

test('check: every item, with its number and folder in every report', async () => {
  const text = await mapilint('check', store);
  expect(text.code).toBe(1);
  expect(text.out).toContain(`mailbox.pst 0x200064 in ${CALENDAR}: LIKELY`);
  expect(text.out).toContain('6 items: 3 likely, 2 unlikely, 1 not-applicable');
  const json = JSON.parse(
    (await mapilint('check', store, '--folder', 'calendar', '--format', 'json')).out,
  ) as {
    files: { path: string; item: object; verdict: string }[];
  };
  expect(json.files.map(({ verdict }) => verdict)).toEqual(['unlikely', 'likely', 'unlikely', 'likely']);
  expect(json.files[1]).toMatchObject({ path: store, item: { id: '0x200064', folder: CALENDAR } });
  expect(json).toMatchObject({ stores: [{ path: store, anomalies: [] }] });
  const sarif = JSON.parse((await mapilint('check', store, '--format', 'sarif')).out) as {
    runs: { artifacts: unknown[]; results: { locations: { logicalLocations: unknown[] }[] }[] }[];
  };
  expect(sarif.runs[0]?.artifacts).toHaveLength(1);
  expect(sarif.runs[0]?.results[1]?.locations[0]?.logicalLocations).toMatchObject([
    { fullyQualifiedName: `${CALENDAR}/0x200064`, kind: 'object' },
    { fullyQualifiedName: 'recipients[1].trackStatusTime' },
  ]);
  expect((await mapilint('check', store, '--format', 'junit')).out).toContain(
    `mailbox.pst 0x200064 in ${CALENDAR}"`,
  );
});

test.each([
  [['table', store, '--item', '0x999'], 'no item in the searched folders matches'],
  [['table', store, '--subject', 'nothing'], 'no item in the searched folders matches'],
  [['props', store], 'has several items: name one with --item'],
  [['folders', message], 'Not a PST or OST store: dwMagic is not 0x4E444221'],
  [['items', store, '--folder', 'Nowhere'], 'The store has no folder "Nowhere"'],
  [['table', store, '--item', 'x'], '--item must be a hexadecimal number such as 0x200024, not "x"'],
  [['items', store, '--sort', 'size'], '--sort must be subject or start, not "size"'],
  [['folders', store, '--sort', 'start'], '--sort belongs to items, not to folders'],
])('%j: an error that helps', async (argv, words) => {
  const { code, out, err } = await mapilint(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});

test('a folder that is not there, or that the store does not tell of, is said with what shows the others', async () => {
  expect(await mapilint('check', store, '--folder', 'Nowhere')).toMatchObject({
    code: 2,
    err: `${store}: The store has no folder "Nowhere" – mapilint folders shows the paths of folders\n`,
  });
  const path = join(mkdtempSync(join(tmpdir(), 'mapilint-stores-')), 'plain.pst');
  writeFileSync(path, writeStore({ folders: [{ name: 'Sent Items' }] }).bytes);
  expect((await mapilint('items', path, '--folder', 'sent')).err).toContain(
    'The store does not say which folder holds sent items: name it by its path',
  );
});

test('folders of one name, and one without a readable name, are selected by what folders shows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-stores-'));
  const path = join(folder, 'ansi.pst');
  const named = (name: string, subject: string, nameBytes?: Uint8Array): WrittenFolder => ({
    name,
    ...(nameBytes === undefined ? {} : { nameBytes }),
    messages: [{ properties: [text(0x001a, 'IPM.Note'), text(0x0037, subject)] }],
  });
  const folders = [named('Same', 'one'), named('Same', 'two'), named('', 'three', Uint8Array.of(0x81))];
  writeFileSync(path, writeStore({ format: 'ansi', folders }).bytes);
  const { out } = await mapilint('folders', path);
  expect(out).toMatch(/^ {4}Same +1 +0x8042$/m);
  expect(out).toMatch(/^ {4}Same +1 +0x8062$/m);
  expect(out).toMatch(/^ {4}\? \(0x8082\) +1 +Top of Personal Folders\/\? \(0x8082\)$/m);
  const subjects = async (...argv: string[]): Promise<string[]> => {
    const items = await mapilint('items', path, '--format', 'json', ...argv);
    return (JSON.parse(items.out) as { items: { subject: string }[] }).items.map(({ subject }) => subject);
  };
  expect(await subjects('--folder', '0x8042')).toEqual(['one']);
  expect(await subjects('--folder', '0x8062')).toEqual(['two']);
  expect(await subjects('--folder', 'Top of Personal Folders/? (0x8082)')).toEqual(['three']);
  expect(await subjects('--folder', 'Top of Personal Folders/Same')).toEqual(['one', 'two']);
  const report = JSON.parse((await mapilint('folders', path, '--format', 'json')).out) as object;
  expect(report).toMatchObject({ anomalies: [{ code: 'pst-folder-name', severity: 'warning' }] });
});

describe('a run with nothing to judge says so', () => {
  test('a store without items', () => {
    const counts = { judged: 0, verdicts: new Map(), noun: 'item' } as const;
    expect(formatNothingToJudge({ ...counts, emptyStores: ['a\u202e.pst'] })).toBe(
      'a\\u{202E}.pst was read, but it has no items.',
    );
  });

  test('items of which none is a meeting', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mapilint-other-'));
    for (const name of ['a.msg', 'b.msg']) writeFileSync(join(folder, name), writeMsg(mail));
    const { out } = await mapilint('check', folder);
    expect(out).toContain('None of the 2 files is a meeting: only appointments, meeting requests and');
    expect((await mapilint('check', store)).out).not.toContain('is a meeting:');
  });

  test('a folder without files', async () => {
    const { code, err } = await mapilint('check', mkdtempSync(join(tmpdir(), 'mapilint-none-')));
    expect([code, err]).toEqual([2, expect.stringMatching(/: nothing to check – it has no files\n$/)]);
  });
});
