import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { diagnose, tagged } from '../../src/index';
import { recommendedRules } from '../../src/rules/index';
import { untyped } from '../../src/mapi/definitions/property';
import type { Message, Recipient } from '../../src/index';
import { fromFile } from '../../src/node';
import { openStore } from '../../src/store';
import type { ItemSelection, Store, StoreItem } from '../../src/store';
import {
  corpusFolder,
  corpusTitle,
  hasCorpus,
  readCorpusFile,
  readReadings,
  readTable,
} from '../support/corpus';

interface ReadMessage {
  readonly nid: number;
  readonly folder: string;
  readonly class: string | null;
  readonly subject: string | null;
  readonly nProps: number;
  readonly nRecipients: number;
  readonly attachments: readonly { readonly embedded?: ReadMessage }[];
}
interface Reading {
  readonly path: string;
  readonly format: string;
  readonly folders?: readonly { readonly nid: number; readonly path: string; readonly count: number }[];
  readonly messages?: readonly ReadMessage[];
}

const readings = hasCorpus ? readReadings<Reading>().filter(({ format }) => format === 'PST') : [];
const readable = readings.filter(({ messages }) => messages !== undefined);
const sound = readable.map((reading) => [reading.path, reading] as const);
const ost = 'pst/npm_pst-extractor/pstextractortest@outlook.com.ost';
/** The reading took the wrong code page for its 8-bit strings. */
const misread = 'pst/HiraokaHyperTools__pst-extractor/src____tests____testdata__contacts97-2002.pst';

const open = (path: string): Promise<Store> => openStore(fromFile(join(corpusFolder, path)));

async function itemsOf(store: Store, selection?: ItemSelection): Promise<StoreItem[]> {
  const items: StoreItem[] = [];
  for await (const item of store.items(selection)) items.push(item);
  return items;
}

/** The reading kept the marks before a subject that say how long its prefix is. */
const withoutMarks = (subject: string | null): string | undefined =>
  subject?.startsWith('\u0001') === true ? subject.slice(2) : (subject ?? undefined);

/** A message as the reading has it. */
function summary(message: Message): Record<string, unknown> {
  return {
    class: message.messageClass,
    subject: message.subject,
    properties: message.properties.size,
    recipients: message.recipients.length,
    attachments: message.attachments.map(({ embedded }) => embedded && summary(embedded)),
  };
}
const expectedSummary = (read: ReadMessage): Record<string, unknown> => ({
  class: read.class ?? undefined,
  subject: withoutMarks(read.subject),
  properties: read.nProps,
  recipients: read.nRecipients,
  attachments: read.attachments.map(({ embedded }) => embedded && expectedSummary(embedded)),
});

/** The rows of the messages in a message, each with where it stands. */
function rowsOf(where: string, message: Message): (readonly [where: string, row: Recipient])[] {
  const own = message.recipients.map((row, index) => [`${where}\t${index}`, row] as const);
  const inner = message.attachments.flatMap(({ embedded }) => embedded ?? []);
  return [...own, ...inner.flatMap((embedded, index) => rowsOf(`${where}/emb${index}`, embedded))];
}

const hexNumber = (value: unknown): string => (typeof value === 'number' ? String(value) : '-');
const number = (row: Recipient, id: number): string => hexNumber(row.properties.get(tagged(id, untyped)));

/** A recipient as recipients.tsv has it, without the row's number. */
function asRow(where: string, row: Recipient): string[] {
  const time = row.trackStatusTime;
  return [
    where,
    String(row.properties.get(tagged(0x0c15, untyped)) ?? '-'),
    row.addressType ?? '-',
    row.emailAddress ?? '',
    row.smtpAddress ?? '',
    row.displayName ?? '-',
    number(row, 0x5ffd),
    number(row, 0x5fff),
    time === undefined ? '-' : `0x${time.ticks.toString(16).toUpperCase().padStart(16, '0')}`,
  ];
}

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  const stores = new Map<string, { store: Store; items: StoreItem[] }>();

  beforeAll(async () => {
    for (const { path } of readable) {
      const store = await open(path);
      stores.set(path, { store, items: await itemsOf(store) });
      await store.close();
    }
  }, 60_000);

  test('there are stores of all three formats and both kinds', () => {
    const seen = [...stores.values()].map(({ store }) => `${store.format} ${store.kind}`);
    expect(new Set(seen)).toEqual(new Set(['ansi pst', 'unicode pst', 'unicode ost', 'unicode-4k ost']));
    expect(stores.size).toBe(33);
  });

  test.each(sound)('%s: folders and messages', (path, reading) => {
    const { store, items } = stores.get(path)!;
    const paths: string[] = [];
    for (const pending = [store.root]; pending.length > 0;) {
      const folder = pending.pop()!;
      paths.push(folder.id);
      pending.push(...folder.folders);
    }
    const expected = reading.folders!.map(({ nid }) => `0x${nid.toString(16).toUpperCase()}`);
    expect(paths.sort()).toEqual(expected.sort());
    const found = new Map(items.map(({ id, message }) => [Number(id), message && summary(message)]));
    expect(found.size).toBe(items.length);
    const read = new Map(reading.messages!.map((message) => [message.nid, expectedSummary(message)]));
    if (path === misread) for (const one of [...found.values(), ...read.values()]) delete one!['subject'];
    expect(found).toEqual(read);
  });

  test.each(sound)('%s: what is sound is called sound', async (path) => {
    const { store, items } = stores.get(path)!;
    expect(store.anomalies.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(items.flatMap(({ message }) => message!.anomalies)).toEqual([]);
    const now = new Date('2024-01-01T00:00:00Z');
    const findings = items.flatMap(
      ({ message }) => diagnose(message!, { now, rules: recommendedRules }).findings,
    );
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const strict = await openStore(fromFile(join(corpusFolder, path)), { strict: true });
    expect(await itemsOf(strict)).toHaveLength(items.length);
    await strict.close();
  });

  test('every recipient of recipients.tsv, with its status, time and flags', () => {
    const rows = [...stores].flatMap(([path, { items }]) =>
      path === misread
        ? []
        : items.flatMap(({ id, message }) =>
            rowsOf(`nid${Number(id).toString(16)}`, message!).map(([where, row]) =>
              [path, ...asRow(where, row)].join('\t'),
            ),
          ),
    );
    const table = readTable('recipients.tsv').filter(
      ({ path }) => path!.startsWith('pst/') && path !== misread,
    );
    const expected = table.map(
      ({ path, where, row, type, addrtype, email, smtp, display, flags5FFD, status5FFF, time5FFB }) =>
        [path, where, row, type, addrtype, email, smtp, display, flags5FFD, status5FFF, time5FFB].join('\t'),
    );
    const withoutQuotes = (line: string): string => line.replaceAll('"', ''); // the table lost them; readings.jsonl has them
    expect(rows.map(withoutQuotes).sort()).toEqual(expected.sort());
    expect(rows.length).toBe(1504);
  });

  test('8-bit strings are of the code page that the messages name', () => {
    const [item] = stores.get(misread)!.items;
    expect(item!.message!.subject).toBe('コム ドット イグザンプル 殿');
    expect(item!.folder.path).toMatch(/^Outlook データ ファイルのトップ\//);
  });

  test('the calendar of an OST, and the folder in it', async () => {
    const store = await open(ost);
    const [calendar, holidays] = store.calendars;
    expect([calendar!.path, calendar!.itemCount]).toEqual(['Root - Mailbox/IPM_SUBTREE/Calendar', 9]);
    expect([holidays!.name, holidays!.itemCount]).toEqual(['United States holidays', 160]);
    const items = await itemsOf(store, { folders: 'calendar' });
    expect(items.filter(({ folder }) => folder === calendar)).toHaveLength(9);
    expect(items.filter(({ folder }) => folder === holidays)).toHaveLength(160);
    const answered = items
      .flatMap(({ message }) => message!.recipients)
      .filter(({ trackStatus = 'none' }) => trackStatus !== 'none' && trackStatus !== 'organized');
    expect(answered.map(({ smtpAddress, trackStatus }) => [smtpAddress, trackStatus])).toEqual([
      ['epfromer@gmail.com', 'accepted'],
    ]);
    expect(answered[0]!.trackStatusTime?.toJSON().iso).toMatch(/^2021-/);
    expect(store.mailbox?.path).toBe('Root - Mailbox/IPM_SUBTREE');
    const deleted = await itemsOf(store, { folders: 'deleted' });
    const sent = await itemsOf(store, { folders: 'sent' });
    expect([deleted.length, sent.length]).toEqual([1, 2]);
    await store.close();
  });

  /** All that a store tells, as text. */
  const told = async (store: Store): Promise<string> => {
    const items = await itemsOf(store);
    await store.close();
    return JSON.stringify([
      store.root,
      store.anomalies,
      items.map(({ id, folder, message }) => [id, folder.path, message]),
    ]);
  };

  test.each([misread, ost])('%s: bytes, a Blob and a file read alike', async (path) => {
    const bytes = readCorpusFile(path);
    const fromBytes = await told(await openStore(bytes));
    expect(await told(await openStore(new Blob([new Uint8Array(bytes)])))).toBe(fromBytes);
    expect(await told(await open(path))).toBe(fromBytes);
    expect(fromBytes.length).toBeGreaterThan(1000);
  });

  test('two stores that are open at once do not mix, and A, B, A is A', async () => {
    const [one, other] = [await open(ost), await open('pst/mooijtech__go-pst/data__support.pst')];
    const [alone, otherAlone] = [
      await told(await open(ost)),
      await told(await open('pst/mooijtech__go-pst/data__support.pst')),
    ];
    const both = await Promise.all([told(one), told(other)]);
    expect(both).toEqual([alone, otherAlone]);
    expect(await told(await open(ost))).toBe(alone);
  });

  test('values that were left in the file are read from it, after it was closed too', async () => {
    const path = 'pst/aquasync__ruby-msg/test__pst__attachAndInline.pst';
    const store = await openStore(readCorpusFile(path));
    const [item] = await itemsOf(store);
    const [attachment] = item!.message!.attachments;
    const content = await attachment!.read();
    expect(content).toHaveLength(attachment!.contentSize!);
    await store.close();
    expect(await attachment!.read()).toEqual(content);
    await expect(itemsOf(store)).rejects.toThrow('closed');
  });

  test('items by ID, and what is none', async () => {
    const store = await open(ost);
    const message = await store.item('0x202864');
    expect(message.recipients.map(({ trackStatus }) => trackStatus)).toContain('accepted');
    expect(message.recipients[0]!.properties.raw(tagged(0x3001, untyped))!.origin.storage).toBe(
      'node 0x202864/recipients row 0',
    );
    await expect(store.item('0x999984')).rejects.toMatchObject({ code: 'pst-node-missing' });
    await expect(store.item('2105444')).rejects.toThrow(TypeError);
    await store.close();
  });

  test('a list opens no item, and selects', async () => {
    const store = await open(ost);
    const list = async (selection: ItemSelection): Promise<string[]> => {
      const subjects: string[] = [];
      for await (const { subject } of store.list(selection)) subjects.push(subject ?? '');
      return subjects;
    };
    expect(await list({})).toHaveLength(183);
    expect(await list({ folders: ['Root - Mailbox/IPM_SUBTREE/Calendar'] })).toHaveLength(9);
    expect(await list({ messageClass: 'ipm.appointment' })).toHaveLength(169);
    const christmas = await list({ folders: 'calendar', subject: 'christmas' });
    expect(christmas.length).toBeGreaterThan(0);
    expect(await list({ folders: 'calendar', subject: /christmas/i })).toEqual(christmas);
    const [from, to] = [new Date('2021-12-01T00:00:00Z'), new Date('2022-01-01T00:00:00Z')];
    const december = await list({ folders: 'calendar', from, to });
    expect(december.some((subject) => subject.includes('Christmas'))).toBe(true);
    expect(december.length).toBeLessThan(30);
    await expect(list({ folders: ['Nowhere'] })).rejects.toThrow(TypeError);
    await store.close();
  });

  test('a signal ends an iteration', async () => {
    const store = await open(ost);
    const control = new AbortController();
    const seen: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const { id } of store.items({ signal: control.signal })) {
        seen.push(id);
        if (seen.length === 5) control.abort(new Error('enough'));
      }
    };
    await expect(walk()).rejects.toThrow('enough');
    expect(seen).toHaveLength(5);
    await store.close();
  });

  test.each([true, false])('no page is read twice, and few are read at all (at once: %s)', async (isSync) => {
    const bytes = readCorpusFile(ost);
    const pages = new Map<number, number>();
    const read = (start: number, end: number): Uint8Array => {
      for (let page = start >> 12; page * 4096 < end; page++) pages.set(page, (pages.get(page) ?? 0) + 1);
      return bytes.subarray(start, end);
    };
    const store = await openStore({
      open: () =>
        Promise.resolve({
          byteLength: bytes.length,
          slice: (start, end) => Promise.resolve(read(start, end)),
          close: () => Promise.resolve(),
          ...(isSync ? { sliceSync: read } : {}),
        }),
    });
    const opened = pages.size;
    for await (const { id } of store.list({ folders: 'calendar' })) expect(id).toMatch(/^0x/);
    const listed = pages.size;
    const items = await itemsOf(store, { folders: 'calendar' });
    expect(items).toHaveLength(169);
    expect([...pages.values()].filter((times) => times > 1)).toEqual([]);
    expect(opened).toBeLessThan(150);
    expect(listed - opened).toBeLessThan(40);
    expect(pages.size).toBeLessThan(bytes.length / 4096 / 8);
    await store.close();
  });

  test('whatever bytes are changed: typed errors only, and a changed result says that something is wrong', async () => {
    const paths = [misread, 'pst/aquasync__ruby-msg/test__pst__msgInMsg.pst'];
    const originals = paths.map((path) => readCorpusFile(path));
    const sounds = await Promise.all(originals.map(async (bytes) => told(await openStore(bytes))));
    let state = 7;
    const below = (limit: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    for (let run = 0; run < 400; run++) {
      const which = run % paths.length;
      const bytes = Uint8Array.from(originals[which]!);
      for (let change = below(6); change >= 0; change--) bytes[below(bytes.length)]! ^= 1 << below(8);
      try {
        const store = await openStore(run % 20 === 0 ? bytes.subarray(0, below(bytes.length)) : bytes);
        const items = await itemsOf(store);
        const damage = [
          store.anomalies,
          ...items.map(({ message, error }) => message?.anomalies ?? [error]),
        ].flat();
        const isChanged = (await told(await openStore(bytes))) !== sounds[which];
        expect(isChanged && damage.length === 0).toBe(false);
      } catch (error) {
        expect((error as Error).name).toMatch(/^(Format|Unsupported|Limit)Error$/);
      }
    }
  });

  test('a store without its root folder still has its messages, as orphans', async () => {
    const bytes = Uint8Array.from(readCorpusFile('pst/aquasync__ruby-msg/test__pst__200_recipients.pst'));
    const view = new DataView(bytes.buffer);
    const leaves = Array.from({ length: bytes.length / 512 }, (_, page) => page * 512).filter(
      (at) => bytes[at + 496] === 0x81 && bytes[at + 497] === 0x81 && bytes[at + 491] === 0,
    );
    const entries = leaves.flatMap((at) => Array.from({ length: 15 }, (_, index) => at + index * 32));
    const ofRoot = entries.filter((at) => view.getUint32(at, true) === 0x122);
    for (const at of ofRoot) view.setUint32(at, 0x123, true); // older versions of the page are there too
    const store = await openStore(bytes);
    const [item] = await itemsOf(store);
    expect(item!.message!.recipients).toHaveLength(200);
    const codes = new Set(store.anomalies.map(({ code }) => code));
    expect([...codes].sort()).toEqual(['pst-item-orphan', 'pst-node-missing', 'pst-page-trailer']);
    await expect(openStore(bytes, { strict: true })).rejects.toMatchObject({ code: 'pst-page-trailer' });
  });
});
