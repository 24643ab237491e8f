import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeGlobalObjectId, decodeMessage, readMessage, tagged } from '../src/index';
import { text } from '../src/mapi/definitions/property';
import type { Message, ReadOptions } from '../src/index';
import { fromFile } from '../src/node';
import { mapilint } from './support/command';

const root = fileURLToPath(new URL('../samples/field/', import.meta.url));
const at = (path: string): string => root + path;

async function check(...argv: string[]): Promise<{ code: number; words: string }> {
  const { code, out, err } = await mapilint('check', ...argv);
  return { code, words: (err + out).replace(/\s+/g, ' ') };
}

describe('conditions of public reports', () => {
  test.each(['n1-ndr', 'n3-ndr-angle'])(
    'a recipient in angle brackets is the same recipient: %s',
    async (name) => {
      const { words } = await check(
        at('ndr-angle-brackets/a0-plain.msg'),
        '--ndr',
        at(`ndr-angle-brackets/${name}.eml`),
      );
      expect(words).toContain('CONFIRMED');
      expect(words).not.toContain('about another message');
    },
  );

  test('a report and a reply as Outlook saves them: handed over, or in one folder with the meeting', async () => {
    const folder = 'ndr-and-reply-as-msg';
    const [item, ndr, reply] = ['a5-meeting', 'a4-ndr', 'a5-reply-nocc'].map((name) =>
      at(`${folder}/${name}.msg`),
    );
    const handedOver = await check(item ?? '', '--ndr', ndr ?? '', '--reply', reply ?? '');
    for (const { words } of [handedOver, await check(at(folder))]) {
      expect(words).toContain('POSSIBLE');
      expect(words).toContain(
        'the reply of Bob Miller <bob@partner.example> lacks PidLidAttendeeCriticalChange',
      );
      expect(words).toContain('the non-delivery report (4.4.7) says that the message waited too long');
    }
    for (const file of [ndr, reply]) {
      const { words } = await check(file ?? '', '--all');
      expect(words).toContain("evidence beside the organizer's item");
    }
  });

  test('a reply that is no answer is no finding', async () => {
    const { code, words } = await check('--reply', at('reply-not-an-answer/reply-needs-action.ics'));
    expect(code).toBe(0);
    expect(words).not.toContain('that is no time');
  });

  test('a proposal of another time is a tentative answer that lacks the attribute', async () => {
    const { code, words } = await check('--reply', at('calendar-counter/counter.ics'));
    expect(code).toBe(1);
    expect(words).toContain('lacks X-MICROSOFT-CDO-ATTENDEE-CRITICAL-CHANGE');
  });

  test.each(['address-type-not-internet', 'ex-distribution-list'])(
    '%s: not known whether anybody is outside, so neither likely nor at ease',
    async (folder) => {
      const { words } = await check(at(folder));
      expect(words).toContain('POSSIBLE');
      expect(words).toContain('may or may not be outside the organization');
      expect(words).not.toContain('Nothing yet');
    },
  );

  test.each(['eml-binary-part', 'msg-attached-by-value', 'journal-eml-nested-tnef', 'eml-prefixes'])(
    '%s: what a mail or an attachment carries is judged',
    async (folder) => {
      const { code, words } = await check(at(folder));
      expect(code).toBe(1);
      expect(words).toMatch(/: \d likely 1 meeting|likely/);
      expect(words).not.toMatch(/skipped|not-applicable|undetermined|no TNEF part/);
    },
  );

  test('files of no bytes are named, in a folder too', async () => {
    const { code, words } = await check(at('zero-length-files'));
    expect(code).toBe(2);
    expect(words).toMatch(/empty\.msg: The file is empty.*copy it again/);
    expect(words).toMatch(/empty\.pst: The file is empty.*copy it again/);
    const named = await check(at('zero-length-files/empty.pst'));
    expect([named.code, named.words]).toEqual([2, expect.stringContaining('The file is empty')]);
    expect(named.words).not.toContain('.msg');
  });

  test('three copies of one meeting are one meeting with two people', async () => {
    const folder = at('same-meeting-counted-thrice');
    const { words } = await check(folder);
    expect(words).toContain('3 likely');
    expect(words).toContain(
      '1 meeting whose changes or cancellations did not, or would not, reach external attendees (2 people in all)',
    );
    const { out } = await mapilint('check', folder, '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ unreached: { meetings: 1, alone: 0, attendees: 2 } });
    const lines = (await mapilint('check', folder, '--format', 'ndjson')).out.trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ summary: { meetings: 1, attendees: 2 } });
  });

  test('a small finding does not hide that the main question is open', async () => {
    const { words } = await check(at('headline-hides-undetermined'));
    expect(words).toContain('Open: undetermined');
    expect(words).toContain('An undamaged copy of the item would settle it');
  });

  test.each(['psloglist.txt', 'eventquery.csv'])(
    'an event as a tool of Windows 2003 prints it has its time: %s',
    async (name) => {
      const sent = fileURLToPath(new URL('../samples/meetings/sent-cancellation.msg', import.meta.url));
      const events = at(`event-text-of-2003-tools/${name}`);
      const { words } = await check(sent, '--events', events);
      expect(words).toContain('event 327 of 2004-03-12 14:10:33: EcGetMime failed');
      expect(words).toContain('the text does not name its time zone');
      expect(words).not.toContain('without a time:');
      // the sample was submitted at 16:30 UTC, half a minute before, on clocks of such a zone
      const inZone = await check(sent, '--events', events, '--event-timezone=-02:20');
      expect(inZone.words).toContain('CONFIRMED');
      const farAway = await check(sent, '--events', events, '--event-timezone=+01:00');
      expect(farAway.words).toContain('LIKELY');
    },
  );

  test('a time in a layout that nobody knows is said', async () => {
    const sent = fileURLToPath(new URL('../samples/meetings/sent-cancellation.msg', import.meta.url));
    const unknown = fileURLToPath(new URL('../samples/malformed/event-layout.txt', import.meta.url));
    const { words } = await check(sent, '--events', unknown);
    expect(words).toContain('without a time:');
    expect(words).toContain('the layout of the text is not known');
  });

  test.each([
    ['trailing-padding-is-damage/y4-trailing-4.msg', 'msg-property-stream-padding'],
    ['name-map-oddities-undetermined/y6-healthy-name-twice.msg', 'msg-name-repeated'],
  ])('%s: an oddity that costs nothing changes nothing', async (file, code) => {
    for (const strict of [[], ['--strict']]) {
      const { code: exit, words } = await check(at(file), '--all', ...strict);
      expect(exit).toBe(0);
      expect(words).toContain(': unlikely – nothing in the item blocks delivery');
      expect(words).not.toContain('Damage:');
    }
    const { anomalies } = await readMessage(fromFile(at(file)));
    expect(anomalies.map((anomaly) => [anomaly.code, anomaly.severity, anomaly.loses])).toEqual([
      [code, 'info', 'nothing'],
    ]);
  });

  test.each([
    ['recipient-streams-without-entries', 'LIKELY', 'would not reach 2 external attendees'],
    ['one-off-entry-id-address', 'LIKELY', 'Row: Bob Miller <bob@partner.example>'],
    ['legacy-class-in-msg', 'LIKELY', 'would not reach 2 external attendees'],
    [
      'rows-without-tracking-columns',
      'unlikely – nothing in the item blocks delivery',
      'does not show what the mailbox held',
    ],
  ])('%s: what is there is judged', async (folder, verdict, said) => {
    const { words } = await check(at(folder));
    expect(words).toContain(verdict);
    expect(words).toContain(said);
  });

  test('an address that only the entry id has is no missing one, and a value without an entry is shown as that', async () => {
    const all = await check(at('one-off-entry-id-address'), '--preset', 'all');
    expect(all.words).not.toContain('no e-mail address in the row');
    const [file = ''] = readdirSync(at('recipient-streams-without-entries')).filter((name) =>
      name.endsWith('.msg'),
    );
    const { out } = await mapilint('table', at(`recipient-streams-without-entries/${file}`));
    expect(out).toContain('Bob Miller (unlisted)');
  });

  test.each([
    ['t12-sample-count-1', 'undetermined', 'tnef-rows-uncounted', 'recipients'],
    ['t10-msgprops-count-less', 'possible', 'tnef-properties-uncounted', ''],
  ])('%s: what a count leaves out is missed', async (name, verdict, code, path) => {
    const file = at(`tnef-row-count-too-small/${name}.tnef`);
    const { words } = await check(file, '--all');
    expect(words.toLowerCase()).toContain(verdict);
    expect(words).toContain('Damage');
    const { code: exit, words: refused } = await check(file, '--strict');
    expect(exit).toBe(2);
    expect(refused).toContain('bytes follow');
    await expect(readMessage(fromFile(file), { strict: true })).rejects.toMatchObject({ code, path });
    const { anomalies } = await readMessage(fromFile(file));
    expect(anomalies).toMatchObject([{ code, severity: 'error', path }]);
  });
});

describe('damage of which nothing was said', () => {
  test.each([
    ['silent-size-01', 'undetermined', 'cfb-stream-long', 'error'],
    ['recip-bad-digit', 'undetermined', 'msg-storage-unknown', 'error'],
    ['silent-nameid-renamed', 'possible', 'msg-named-property-map', 'error'],
  ])('%s: %s, and why', async (name, verdict, code, severity) => {
    const file = at(`damage-that-is-silent/${name}.msg`);
    const { words } = await check(file, '--all');
    expect(words.toLowerCase()).toContain(verdict);
    expect(words).toContain('Damage');
    const { code: exit } = await check(file, '--strict');
    expect(exit).toBe(2);
    const { anomalies } = await readMessage(fromFile(file));
    expect(anomalies).toContainEqual(expect.objectContaining({ code, severity }));
  });
});

describe('8-bit text of public reports', () => {
  const read = (path: string, options?: ReadOptions): Message =>
    decodeMessage(readFileSync(at(path)), options);
  const attendee = (path: string, options?: ReadOptions): unknown =>
    read(path, options).recipients[1]?.displayName;

  test.each<[string, string, ReadOptions | undefined]>([
    ['ansi-cpid-65001/g1-cpid65001-latin1.msg', 'Jürgen Müller', undefined],
    ['ansi-cpid-65001/b1-cpid65001-gbk.msg', '张伟', { codePage: 936 }],
    ['ansi-cpid-mime-charset/g1e-cpid50220-sjis-nolocale.msg', '山田太郎', undefined],
    ['ansi-cpid-mime-charset/g1f-cpid28592-cz.msg', 'Plnění', undefined],
    ['code-page-iso-2022/50221.msg', 'Bob Miller', undefined],
    ['code-page-not-overridable/b2-3ffd1252-sjis.msg', '山田太郎', { codePageOverride: 932 }],
  ])('the attendee of %s is %s', (path, name, options) => {
    expect(attendee(path, options)).toBe(name);
    expect(read(path, options).anomalies).toEqual([]);
  });

  test('a message that begins in ASCII is a meeting, and judged', async () => {
    expect(read('code-page-iso-2022/50221.msg').messageClass).toBe('IPM.Appointment');
    const { words } = await check(at('code-page-iso-2022/50221.msg'));
    expect(words).toContain('LIKELY');
  });

  test('a code page that is stated is overruled by the option for that alone', async () => {
    const path = at('code-page-not-overridable/b2-3ffd1252-sjis.msg');
    expect((await mapilint('table', path, '--code-page', '932')).out).not.toContain('山田太郎');
    expect((await mapilint('table', path, '--code-page-override', '932')).out).toContain('山田太郎');
  });

  test('of one text in two types the UTF-16 counts, and it is said', () => {
    const { recipients, anomalies } = read('both-8-bit-and-unicode/w1-both-a-and-w.msg');
    expect([recipients[1]?.displayName, recipients[1]?.emailAddress]).toEqual([
      'Jürgen Müller',
      'bob@partner.example',
    ]);
    expect(anomalies.map(({ code, path, severity }) => [code, path, severity])).toEqual([
      ['mapi-text-twice', 'recipients[1]', 'warning'],
      ['mapi-text-twice', 'recipients[1]', 'warning'],
    ]);
  });

  test('text with half a character or NULs behind it is the text', () => {
    const { recipients, anomalies } = read('odd-tail-of-unicode-text/y5-terminators-odd.msg');
    const [, row] = recipients;
    expect([row?.displayName, row?.emailAddress]).toEqual(['Bob Miller', 'bob@partner.example']);
    expect(row?.properties.raw(tagged(0x3003, text))?.bytes).toHaveLength(39);
    expect(row?.properties.raw(tagged(0x3001, text))?.bytes).toHaveLength(24);
    expect(anomalies.map(({ code, path, loses }) => [code, path, loses])).toEqual([
      ['mapi-text-tail', 'recipients[1]', 'nothing'],
    ]);
  });

  test.each(['p6-folders-cpid65001', 'p10-one-mail-1251'])(
    'the folders of %s are in German',
    async (name) => {
      const { out } = await mapilint('folders', at(`ansi-pst-folder-names/${name}.pst`), '--format', 'json');
      for (const folder of ['Gelöschte Objekte', 'Kalender für alle']) {
        expect(out).toContain(`"path": "Top of Personal Folders/${folder}"`);
        const path = `Top of Personal Folders/${folder}`;
        const items = await mapilint('items', at(`ansi-pst-folder-names/${name}.pst`), '--folder', path);
        expect([items.code, items.out]).toEqual([0, expect.stringContaining('0x2000')]);
      }
    },
  );
});

test('a GlobalObjectId of 50,000 zeros is read from its end: its UID in one pass, and the same as before', () => {
  const bytes = readFileSync(at('goid-quadratic/goid-redos-50000.msg'));
  const { globalObjectId = new Uint8Array(0) } = decodeMessage(bytes);
  const uid = decodeGlobalObjectId(globalObjectId)?.uid;
  expect(uid).toMatch(/^\0{50000}[^\0]$/);
  // megabytes of it, and of zeros alone, which are padding
  const long = new Uint8Array(4_000_000);
  long.set(globalObjectId.subarray(0, 52));
  new DataView(long.buffer).setUint32(36, long.length - 40, true);
  expect(decodeGlobalObjectId(long)?.uid).toBe('');
  long[long.length - 1] = 0x78;
  expect(decodeGlobalObjectId(long)?.uid).toHaveLength(long.length - 52);
});
