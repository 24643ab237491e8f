import { describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { diagnose } from '../../src/index';
import type { Anomaly, Message } from '../../src/index';
import { openStore } from '../../src/store';
import type { ItemSelection, StoreItem } from '../../src/store';
import { external, meetingOf } from '../support/meetings';
import { mail, text } from '../support/messages';
import { breakChecksum, repairChecksums } from '../support/pst-writer/checksum-repair';
import { writeStore } from '../support/pst-writer/store';
import type { StoreDescription, WrittenStore } from '../support/pst-writer/store';
import { mailboxFolders } from '../support/pst-writer/written-folder';
import type { StoredMessage } from '../support/pst-writer/written-folder';

// What is odd in a store and costs nothing, what a count leaves out, and whose damage is whose.

const attendees = ['Eve', 'Fay', 'Gus', 'Hal'].map((name) => ({
  ...external,
  name,
  address: `${name.toLowerCase()}@partner.example`,
}));
const meeting: StoredMessage = describeMeeting(meetingOf(attendees));
const ROWS = attendees.length + 1;
const storeOf = (options: Partial<StoreDescription> = {}): WrittenStore =>
  writeStore({ folders: mailboxFolders({ calendar: [meeting], inbox: [mail] }), ...options });

interface Told {
  readonly folders: readonly string[];
  readonly items: readonly StoreItem[];
  readonly ofStore: readonly Anomaly[];
  /** The damage of the items, each with the class of its item. */
  readonly ofItems: readonly Anomaly[];
  readonly meeting: Message | undefined;
}

async function readAll(bytes: Uint8Array, strict = false, selection: ItemSelection = {}): Promise<Told> {
  const store = await openStore(bytes, { strict });
  const folders: string[] = [];
  for (const pending = [store.root]; pending.length > 0;) {
    const folder = pending.pop();
    folders.push(folder?.path ?? '');
    pending.push(...(folder?.folders ?? []));
  }
  const items: StoreItem[] = [];
  for await (const item of store.items(selection)) items.push(item);
  await store.close();
  return {
    folders: folders.sort(),
    items,
    ofStore: store.anomalies,
    ofItems: items.flatMap(({ message }) => message?.anomalies ?? []),
    meeting: items.find(({ message }) => message?.messageClass === 'IPM.Appointment')?.message,
  };
}

const short = (anomalies: readonly Anomaly[]): string[] =>
  [...new Set(anomalies.map(({ code, severity, path }) => `${severity} ${code} ${path}`.trimEnd()))].sort();
const verdictOf = (message: Message | undefined): string | undefined =>
  message && diagnose(message).results.find(({ rule }) => rule === 'cancellation-delivery')?.verdict;
const propertiesOf = ({ items }: Told): (number[] | undefined)[] =>
  items.map(({ message }) => message && [...message.properties].map(({ tag }) => tag));

/** A store with bytes changed from a named place on, and every checksum right. */
function changed(
  store: WrittenStore,
  name: string,
  of: (view: DataView, length: number) => void,
): Uint8Array {
  const place = store.places.get(name);
  if (place === undefined) throw new Error(`no ${name} in ${[...store.places.keys()].join(', ')}`);
  const bytes = store.bytes.slice();
  of(new DataView(bytes.buffer, place.offset, place.length), place.length);
  repairChecksums(bytes, store);
  return bytes;
}

const formats = ['unicode', 'ansi', '4k'] as const;
const compress = 'never';
const sound = await readAll(storeOf().bytes);

test('the sound store says nothing', () => {
  expect([short(sound.ofStore), short(sound.ofItems)]).toEqual([[], []]);
  expect(sound.meeting?.recipients).toHaveLength(ROWS);
  expect(verdictOf(sound.meeting)).toBe('unlikely');
});

describe('zeros behind the last record of a property list', () => {
  test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    '%i of them cost nothing',
    async (length) => {
      const { bytes } = storeOf({ tailOfProperties: new Uint8Array(length) });
      const told = await readAll(bytes);
      const isRecord = length >= 8;
      expect(short(told.ofItems)).toEqual(isRecord ? ['info pst-heap-tree-padding'] : []);
      expect(told.ofStore.every(({ severity }) => severity === 'info')).toBe(true);
      expect(told.folders).toEqual(sound.folders);
      expect(propertiesOf(told)).toEqual(propertiesOf(sound));
      expect(verdictOf(told.meeting)).toBe('unlikely');
      expect((await readAll(bytes, true)).items).toHaveLength(sound.items.length);
    },
  );

  test.each([1, 7, 9, 20])('%i bytes that are none, and no record, are an error', async (length) => {
    const tail = new Uint8Array(length).fill(7, length - 1);
    const { ofItems } = await readAll(storeOf({ tailOfProperties: tail }).bytes);
    expect(short(ofItems)).toContain('error pst-heap-tree');
    await expect(readAll(storeOf({ tailOfProperties: tail }).bytes, true)).rejects.toMatchObject({
      code: 'pst-heap-tree',
    });
  });

  test.each([0, 1])('zeros in the place of record %i, before others, are an error', async (which) => {
    const bytes = changed(storeOf(), 'message 0 BTHHEADER level 0 item 0', (view) => {
      for (let at = 0; at < 8; at++) view.setUint8(which * 8 + at, 0);
    });
    const { ofItems } = await readAll(bytes);
    expect(short(ofItems)).toEqual(['error pst-heap-tree']);
  });
});

describe.each(formats)('the row index of an %s store', (format) => {
  const store = storeOf({ format, compress });
  const size = format === 'ansi' ? 6 : 8;
  const recipients = 'message 1 recipients row index level 0 item 0';
  const hierarchy = 'folder IPM subtree hierarchy row index level 0 item 0';
  const record = (view: DataView, index: number): number[] => [
    view.getUint32(index * size, true),
    size === 6 ? view.getUint16(index * size + 4, true) : view.getUint32(index * size + 4, true),
  ];
  const write = (view: DataView, index: number, [id = 0, place = 0]: readonly number[]): void => {
    view.setUint32(index * size, id, true);
    if (size === 6) view.setUint16(index * size + 4, place, true);
    else view.setUint32(index * size + 4, place, true);
  };
  const reverse = (view: DataView, length: number): void => {
    const all = Array.from({ length: length / size }, (_, index) => record(view, index)).reverse();
    all.forEach((each, index) => {
      write(view, index, each);
    });
  };
  const isRecipientsOf = (name: string): boolean => store.places.has(name);
  const table = isRecipientsOf(recipients) ? recipients : recipients.replace('message 1', 'message 0');

  test('whose keys are in the other order has all rows', async () => {
    const bytes = changed(store, table, reverse);
    const told = await readAll(bytes);
    expect(short(told.ofItems)).toEqual(['info pst-row-order recipients']);
    expect(short(told.ofStore)).toEqual([]);
    const names = (of: Told): (string | undefined)[] =>
      of.items
        .flatMap(({ message }) => message?.recipients ?? [])
        .map(({ displayName }) => displayName)
        .sort();
    expect(names(told)).toEqual(names(sound));
    expect((await readAll(bytes, true)).items).toHaveLength(sound.items.length);
  });

  test('of folders, whose keys are in the other order, loses no folder', async () => {
    const bytes = changed(store, hierarchy, reverse);
    const told = await readAll(bytes);
    expect(told.folders).toEqual(sound.folders);
    expect(short(told.ofStore)).toEqual(['info pst-row-order Top of Personal Folders']);
    expect(verdictOf(told.meeting)).toBe('unlikely');
  });

  test('in which rows have other IDs than in the matrix is an error', async () => {
    const bytes = changed(store, table, (view) => {
      const [first, second] = [record(view, 0), record(view, 1)];
      write(view, 0, [second[0] ?? 0, first[1] ?? 0]);
      write(view, 1, [first[0] ?? 0, second[1] ?? 0]);
    });
    expect(short((await readAll(bytes)).ofItems)).toEqual(['error pst-table-row recipients']);
    const { items } = await readAll(bytes, true);
    expect(items.map(({ error }) => (error as { code?: string } | undefined)?.code)).toContain(
      'pst-table-row',
    );
  });

  test('that has a row twice is damaged, and the rows that it does not name may be lost', async () => {
    const bytes = changed(store, table, (view) => {
      write(view, 0, record(view, 1));
    });
    expect(short((await readAll(bytes)).ofItems)).toEqual([
      'error pst-heap-tree recipients',
      'warning pst-rows-unnamed recipients',
    ]);
  });

  test('that ends in zeros where another row is at that place has no more rows', async () => {
    const bytes = changed(store, table, (view, length) => {
      write(view, length / size - 1, [0, 0]);
    });
    const told = await readAll(bytes);
    expect(short(told.ofItems)).toEqual([
      'info pst-heap-tree-padding recipients',
      'info pst-rows-deleted recipients',
    ]);
  });

  test.each([0, 1, ROWS - 1, ROWS])('that leaves out %i rows of the matrix', async (count) => {
    const told = await readAll(
      storeOf({
        format,
        compress,
        deletedRecipients: count,
        folders: mailboxFolders({ calendar: [meeting] }),
      }).bytes,
    );
    expect(told.meeting?.recipients).toHaveLength(ROWS - count);
    expect(short(told.ofItems)).toEqual(count === 0 ? [] : ['info pst-rows-deleted recipients']);
    expect(told.ofItems.map(({ message }) => message)).toEqual(
      count === 0
        ? []
        : [`${count} of ${ROWS} rows of the matrix are not in the row index: they are deleted`],
    );
  });

  test('rows in sub-nodes of several blocks are counted too', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...external, name: `A${index}` }));
    const large: StoredMessage = describeMeeting(meetingOf(many));
    const told = await readAll(
      storeOf({
        format,
        compress,
        rowsInSubnodes: true,
        maxBlockData: 1024,
        deletedRecipients: 7,
        folders: mailboxFolders({ calendar: [large] }),
      }).bytes,
    );
    expect(told.meeting?.recipients).toHaveLength(54);
    expect(told.ofItems.map(({ message }) => message)).toEqual([
      '7 of 61 rows of the matrix are not in the row index: they are deleted',
    ]);
  });
});

describe('counts that say less than is there', () => {
  const one = {
    folders: mailboxFolders({ inbox: [{ ...meeting, attachments: [{ properties: [text(0x3707, 'a')] }] }] }),
  };

  test('columns of a table', async () => {
    const bytes = changed(storeOf(one), 'message 0 recipients TCINFO', (view) => {
      view.setUint8(1, view.getUint8(1) - 1);
    });
    const told = await readAll(bytes);
    expect(short(told.ofItems)).toEqual(['error pst-table recipients']);
    expect(verdictOf(told.meeting)).not.toBe('unlikely');
  });

  test.each(formats)('sub-nodes of a node, in an %s store', async (format) => {
    const bytes = changed(storeOf({ ...one, format, compress }), 'message 0 SLBLOCK', (view) => {
      view.setUint16(2, view.getUint16(2, true) - 1, true);
    });
    const told = await readAll(bytes);
    expect(told.ofItems.map(({ code, loses }) => [code, loses])).toContainEqual([
      'pst-sub-nodes',
      'anything',
    ]);
    expect(verdictOf(told.meeting)).not.toBe('unlikely');
  });

  test.each(formats)('the number of the recipient table, in an %s store', async (format) => {
    const bytes = changed(storeOf({ ...one, format, compress }), 'message 0 SLBLOCK', (view) => {
      for (let at = 0; at + 4 <= view.byteLength; at++)
        if (view.getUint32(at, true) === 0x692) view.setUint32(at, 0x29d9_0692, true);
    });
    const told = await readAll(bytes);
    expect(told.meeting?.recipients).toEqual([]);
    expect(short(told.ofItems)).toEqual(['error pst-node-missing recipients']);
    expect(verdictOf(told.meeting)).toBe('undetermined');
  });

  test('blocks of an array', async () => {
    const body = { ...meeting, properties: [...meeting.properties, text(0x1000, 'x'.repeat(20_000))] };
    const bytes = changed(
      storeOf({ format: 'ansi', folders: mailboxFolders({ inbox: [body] }) }),
      'message 0 value 1000001E XBLOCK',
      (view) => {
        view.setUint16(2, view.getUint16(2, true) - 1, true);
      },
    );
    expect(short((await readAll(bytes)).ofItems)).toContain('error pst-block-array');
  });
});

describe('damage of an item', () => {
  // a row without a start makes the reader look at the item
  const plain = storeOf({
    folders: mailboxFolders({
      inbox: [{ properties: [text(0x001a, 'IPM.Note'), text(0x0037, 'Odd')] }, mail],
    }),
  });
  const broken = plain.bytes.slice();
  breakChecksum(broken, plain.format, plain.places.get('message 0 data'), 'crc');

  test.each([false, true])('is not its folder’s (strict: %s)', async (strict) => {
    const { items, ofStore } = await readAll(broken, strict);
    expect(short(ofStore)).toEqual([]);
    expect(items).toHaveLength(2);
    const [first, second] = items;
    if (strict) expect(first?.error).toMatchObject({ code: 'pst-block-trailer' });
    else expect(short(first?.message?.anomalies ?? [])).toEqual(['error pst-block-trailer']);
    expect(short(second?.message?.anomalies ?? [])).toEqual([]);
  });

  test('is said where its node is gone, whatever was selected: nobody knows what it was', async () => {
    const bytes = plain.bytes.slice();
    const view = new DataView(bytes.buffer);
    const id = plain.nodes.get('message 0') ?? 0;
    for (const [name, { kind, offset }] of plain.places) {
      if (kind !== 'page' || !name.startsWith('nbt') || view.getUint8(offset + 491) > 0) continue;
      for (let at = offset; at < offset + 15 * 32; at += 32)
        if (view.getUint32(at, true) === id) view.setUint32(at + 8, 0x7ff0, true); // where its data are
    }
    repairChecksums(bytes, plain);
    const { items, ofStore } = await readAll(bytes, false, { from: new Date('2020-01-01') });
    expect(short(ofStore)).toEqual([]);
    expect(items.map(({ error }) => (error as { code?: string } | undefined)?.code)).toEqual([
      'pst-block-missing',
    ]);
  });
});
