// Names of folders in ANSI stores, which rarely say in which code page they are.

import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store';
import type { Store, StoreFolder, StoreOptions } from '../../src/store';
import { long, text } from '../support/messages';
import type { WrittenProperty } from '../support/msg-writer';
import { writeStore } from '../support/pst-writer/store';
import type { StoreDescription } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';
import type { StoredMessage } from '../support/pst-writer/written-folder';

const [CODE_PAGE, LOCALE, CHARSET, FLAGS] = [0x3ffd, 0x3ff1, 0x3fde, 0x0e07];
const [CODE_PAGE_ID, LOCALE_ID, SORT_LOCALE_ID] = [0x66c3, 0x66a1, 0x6705];
const FROM_ME = 0x20;

const item = (messageClass: string, ...more: WrittenProperty[]): StoredMessage => ({
  properties: [text(0x001a, messageClass), text(0x0037, 'Hello'), ...more],
});
const appointment = (...more: WrittenProperty[]): StoredMessage => item('IPM.Appointment', ...more);
const mail = (...more: WrittenProperty[]): StoredMessage => item('IPM.Note', ...more);
const times = (count: number, message: StoredMessage): StoredMessage[] =>
  Array.from({ length: count }, () => message);

/** What a mailbox holds: what its owner has in the calendar, got and sent. */
interface Held {
  readonly calendar?: readonly StoredMessage[];
  readonly inbox?: readonly StoredMessage[];
  readonly sent?: readonly StoredMessage[];
  readonly store?: readonly WrittenProperty[];
}

const german = { codePage: 1252, deleted: 'Gelöschte Objekte', calendar: 'Kalender für alle' };
const czech = { codePage: 1250, deleted: 'Odstraněná pošta', calendar: 'Kalendář' };
const japanese = { codePage: 932, deleted: '削除済みアイテム', calendar: '予定表' };
const russian = { codePage: 1251, deleted: 'Удаленные', calendar: 'Календарь' };

function write({ codePage, deleted, calendar }: typeof german, held: Held): Uint8Array {
  const items = { calendar: held.calendar, inbox: held.inbox, 'sent items': held.sent };
  const folders = mailboxFolders(items as Parameters<typeof mailboxFolders>[0], {
    'deleted items': deleted,
    calendar,
  });
  return writeStore({ format: 'ansi', codePage, folders, storeProperties: held.store ?? [] }).bytes;
}

function* below(folder: StoreFolder): Generator<StoreFolder> {
  yield folder;
  for (const child of folder.folders) yield* below(child);
}

const namesIn = ({ root }: Store): string[] => [...below(root)].slice(2).map(({ name }) => name);
const codesOf = ({ anomalies }: Store): string[] => anomalies.map(({ code }) => code);

async function opened<T>(bytes: Uint8Array, look: (store: Store) => T, options?: StoreOptions): Promise<T> {
  const store = await openStore(bytes, options);
  try {
    return look(store);
  } finally {
    await store.close();
  }
}

describe('the names of folders are in the code page', () => {
  test.each<[string, typeof german, Held]>([
    ['1252 where the messages are in UTF-8', german, { calendar: [appointment(long(CHARSET, 65001))] }],
    ['1252 where nothing is said', german, { calendar: [appointment()], inbox: [mail()] }],
    ['of the charset of its items', czech, { calendar: [appointment(long(CHARSET, 28592))] }],
    ['of the charset of its items, in Japan', japanese, { inbox: [mail(long(CHARSET, 50220))] }],
    [
      'of its own items, not of one mail',
      german,
      { calendar: [appointment(long(CHARSET, 28591))], inbox: [mail(long(CHARSET, 1251))] },
    ],
    [
      'of its own items, not of one mail that states its code page',
      german,
      { calendar: [appointment(long(CHARSET, 28591))], inbox: [mail(long(CODE_PAGE, 1251))] },
    ],
    [
      'of the language of its items beside mails in UTF-8',
      german,
      {
        calendar: [appointment(long(CHARSET, 28591), long(LOCALE, 1031))],
        inbox: [mail(long(CHARSET, 65001)), mail(long(CODE_PAGE, 65001))],
      },
    ],
    [
      'of many items, not of the first',
      japanese,
      { inbox: [mail(long(CHARSET, 1251)), ...times(9, mail(long(CHARSET, 50220)))] },
    ],
    [
      'of the languages of a few, not of the charsets of more',
      japanese,
      { inbox: [...times(20, mail(long(CHARSET, 28591))), ...times(5, mail(long(LOCALE, 1041)))] },
    ],
    [
      'of what was sent, not of what came',
      czech,
      {
        inbox: times(5, mail(long(CHARSET, 1251))),
        sent: times(2, mail(long(CHARSET, 28592), long(FLAGS, FROM_ME))),
      },
    ],
    [
      'of most messages, however few the others are',
      russian,
      { calendar: [appointment(long(CHARSET, 28591))], inbox: times(40, mail(long(CHARSET, 20866))) },
    ],
    [
      'of most messages of a large store',
      russian,
      { inbox: [...times(150, mail(long(CHARSET, 1252))), ...times(400, mail(long(CHARSET, 20866)))] },
    ],
    [
      'that the store states',
      czech,
      { store: [long(CODE_PAGE_ID, 1250)], inbox: times(9, mail(long(CODE_PAGE, 1251))) },
    ],
    [
      'of the locale that the store states',
      czech,
      { store: [long(LOCALE_ID, 1029)], inbox: times(9, mail(long(CODE_PAGE, 1251))) },
    ],
    [
      'of the locale by which the store sorts',
      czech,
      { store: [long(SORT_LOCALE_ID, 1029)], inbox: times(9, mail(long(CODE_PAGE, 1251))) },
    ],
  ])('%s', async (_, mailbox, held) => {
    await opened(write(mailbox, held), (store) => {
      expect(namesIn(store)).toEqual([mailbox.deleted, 'Inbox', 'Sent Items', mailbox.calendar]);
      expect(codesOf(store)).toEqual([]);
      expect(store.folder(`Top of Personal Folders/${mailbox.calendar}`)?.isCalendar).toBe(true);
    });
  });

  test('that the caller knows, before what messages say', async () => {
    const bytes = write(czech, { inbox: times(9, mail(long(CODE_PAGE, 1251))) });
    expect(await opened(bytes, namesIn, { codePage: 1250 })).toContain('Kalendář');
    expect(await opened(bytes, namesIn)).not.toContain('Kalendář');
  });

  test('that the caller insists on, before what the store says', async () => {
    const bytes = write(czech, { store: [long(CODE_PAGE_ID, 1252)] });
    expect(await opened(bytes, namesIn, { codePage: 1250 })).not.toContain('Kalendář');
    expect(await opened(bytes, namesIn, { codePageOverride: 1250 })).toContain('Kalendář');
  });
});

test('a message that does not say is in the code page of its store', async () => {
  const subject = new Uint8Array(iconv.encode('Встреча', 'cp1251'));
  const silent = { properties: [text(0x001a, 'IPM.Note'), { id: 0x0037, type: 0x001e, value: subject }] };
  const store = await openStore(
    write(russian, { calendar: [appointment(long(LOCALE, 1049))], inbox: [silent] }),
  );
  const decisions: unknown[] = [];
  for await (const { message } of store.items())
    decisions.push([message?.subject, message?.codePageDecision]);
  expect(decisions).toEqual([
    ['Встреча', { codePage: 1251, by: 'holder' }],
    ['Hello', { codePage: 1251, by: 'messageLocaleId', stated: 1049 }],
  ]);
  await store.close();
});

describe('a folder without a readable name', () => {
  const INBOX = 0x8042;
  const bytesOf = (name: string, page: number): Uint8Array => new Uint8Array(iconv.encode(name, `cp${page}`));
  const written = (...names: (Uint8Array | string)[]): StoreDescription => ({
    format: 'ansi',
    folders: names.map((name) =>
      typeof name === 'string'
        ? { name, messages: [mail()] }
        : { name: '', nameBytes: name, messages: [mail()] },
    ),
  });

  test.each([
    ['of another code page', bytesOf('Gelöschte Objekte', 1252), 65001, 'Gel?schte Objekte (0x8042)'],
    ['without anything that is ASCII', bytesOf('Календарь', 1251), 65001, '? (0x8042)'],
    ['that is empty', new Uint8Array(0), 1252, '(0x8042)'],
    ['with a slash', Uint8Array.of(0x61, 0x2f, 0x81), 1252, 'a/? (0x8042)'],
  ])('%s is called by its number, and can be selected', async (_, name, codePage, expected) => {
    const store = await openStore(writeStore(written(name)).bytes, { codePageOverride: codePage });
    const [folder] = store.root.folders[0]!.folders;
    expect(folder!.name).toBe(expected);
    expect(
      store.anomalies.map(({ code, severity, path, storage }) => [code, severity, path, storage]),
    ).toEqual([['pst-folder-name', 'warning', 'Top of Personal Folders', 'node 0x8042']]);
    for (const selected of [folder!.path, folder!.id, '0x8042']) {
      const ids: string[] = [];
      for await (const { id } of store.list({ folders: [selected] })) ids.push(id);
      expect(ids).toEqual(['0x200004']);
      expect(store.folder(selected)).toBe(folder);
    }
    await store.close();
  });

  test('does not keep a store from being read strictly', async () => {
    const bytes = writeStore(written(Uint8Array.of(0x81))).bytes;
    expect(await opened(bytes, namesIn, { strict: true })).toEqual([`? (0x${INBOX.toString(16)})`]);
  });

  test('of two with one name, both are selected by it, each by its ID', async () => {
    const store = await openStore(writeStore(written('Same', 'Same')).bytes);
    const listed = async (...folders: string[]): Promise<string[]> => {
      const ids: string[] = [];
      for await (const { id } of store.list({ folders })) ids.push(id);
      return ids;
    };
    const path = 'Top of Personal Folders/Same';
    expect(await listed(path)).toEqual(['0x200004', '0x200024']);
    expect(await listed('0x8042')).toEqual(['0x200004']);
    expect(await listed('0x8062')).toEqual(['0x200024']);
    expect(await listed(path, '0x8062')).toEqual(['0x200004', '0x200024']);
    await expect(listed('0x9999')).rejects.toThrow('The store has no folder "0x9999"');
    await store.close();
  });

  test('a path is a path, though it looks like an ID', async () => {
    const { bytes } = writeStore({ ...written('Same'), folders: [{ name: 'a' }, { name: '0x8042' }] });
    const store = await openStore(bytes);
    expect(store.folder('0x8042')?.name).toBe('a');
    expect(store.folder('Top of Personal Folders/0x8042')?.id).toBe('0x8062');
    await store.close();
  });
});
