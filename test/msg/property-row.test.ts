import { describe, expect, test } from 'vitest';
import { inMemory } from '../../src/bytes/random-access';
import { CompoundFile } from '../../src/cfb/compound-file';
import { ROOT } from '../../src/cfb/directory';
import { AnomalyLog } from '../../src/damage/anomaly';
import type { Loss } from '../../src/damage/damage';
import { PropertyStore } from '../../src/mapi/rows/property-store';
import type { PropertyTable } from '../../src/mapi/rows/property-table';
import { PropertyTableBuilder } from '../../src/mapi/rows/property-table-builder';
import { noNames } from '../../src/mapi/values/named-property';
import type { RawProperty } from '../../src/mapi/values/raw-property';
import { ObjectStorage } from '../../src/msg/object-storage';
import { readPropertyRow } from '../../src/msg/property-row';
import { headerLength, PropertyStream } from '../../src/msg/property-stream';
import type { ObjectCounts } from '../../src/msg/property-stream';
import { concat, writeCompoundFile } from '../support/compound-file-writer';
import type { WrittenNode } from '../support/compound-file-writer';
import { utf16 } from '../support/encoded-names';

const PROPERTIES = '__properties_version1.0';
const FROM_FILE = Uint8Array.of(7, 7);

interface Row {
  readonly bytes: Uint8Array;
  readonly table: PropertyTable;
  readonly properties: readonly RawProperty[];
  readonly values: readonly unknown[];
  readonly counts: ObjectCounts | undefined;
  readonly damage: readonly (readonly [code: string, storage: string | undefined, loses: Loss])[];
  readonly messages: readonly string[];
}

/** Reads the row of a storage that holds these nodes. */
function read(
  nodes: readonly WrittenNode[],
  header: number = headerLength.recipientOrAttachment,
  loadValuesUpTo = 1000,
): Row {
  const log = new AnomalyLog(false, 100);
  const { bytes } = writeCompoundFile([{ name: 'object', children: nodes }]);
  const tree = new CompoundFile(inMemory(bytes), 256, log.at(''));
  const [id] = tree.members(ROOT) as [number];
  const from = {
    tree,
    stream: new PropertyStream(),
    loadValuesUpTo,
    fetch: () => Promise.resolve(FROM_FILE),
  };
  const builder = new PropertyTableBuilder(bytes.length, 1);
  const counts = readPropertyRow(
    from,
    builder,
    new ObjectStorage(tree, id, log.at('')),
    header,
    log.at('row'),
  );
  expect(builder.rowCount).toBe(1);
  const table = builder.finish(() => '', { codePage: 1252, names: noNames });
  const properties = [...new PropertyStore(table, 0)];
  return {
    bytes,
    table,
    properties,
    values: properties.map((_, index) => table.value(index)),
    counts,
    damage: log.anomalies.map(({ code, storage, loses }) => [code, storage, loses]),
    messages: log.anomalies.map(({ message }) => message),
  };
}

function entry(tag: number, low: number, high = 0, flags = 6): Uint8Array {
  const view = new DataView(new ArrayBuffer(16));
  [tag, flags, low, high].forEach((number, index) => {
    view.setUint32(index * 4, number, true);
  });
  return new Uint8Array(view.buffer);
}

function stream(
  entries: readonly Uint8Array[],
  header: number = headerLength.recipientOrAttachment,
): WrittenNode {
  return { name: PROPERTIES, data: concat([new Uint8Array(header), ...entries]) };
}

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(8, '0');
const value = (tag: number, data: Uint8Array): WrittenNode => ({ name: `__substg1.0_${hex(tag)}`, data });
const item = (tag: number, index: number, data: Uint8Array): WrittenNode => ({
  name: `__substg1.0_${hex(tag)}-${hex(index)}`,
  data,
});
const at = (name: string): string => `/object/${name}`;
const STREAM = at(PROPERTIES);

/** Text that no rule looks at. */
const UNNAMED = 0x6009001f;
const [SUBJECT, LONG, TIME, BLOB, TEXTS, BLOBS, OBJECT] = [
  0x0037001f, 0x60010003, 0x60020040, 0x60030102, 0x6004101f, 0x60051102, 0x6006000d,
] as const;

describe('values in the entry', () => {
  test('are read with their flags and places', () => {
    const { properties, values, bytes, damage } = read([
      stream([
        entry(LONG, 0xfffffffe, 0x99999999, 3),
        entry(0x6007000b, 1),
        entry(0x60080014, 5, 0x80000000),
      ]),
    ]);
    expect(values).toEqual([-2, true, -(2n ** 63n) + 5n]);
    expect(properties.map(({ flags }) => flags)).toEqual([3, 6, 6]);
    for (const property of properties) {
      const { offset = -1 } = property.origin;
      expect(bytes.subarray(offset, offset + property.size)).toEqual(property.bytes);
    }
    expect(damage).toEqual([]);
  });

  test.each([
    [8, undefined, 0],
    [9, undefined, 1],
    [11, undefined, 3],
    [12, 5, 4],
    [15, 5, 4],
    [16, 5, 4],
  ])('of 4 bytes, of whose entry %i bytes are left, give %s', (left, expected, size) => {
    const { values, properties, damage } = read([stream([entry(LONG, 5).subarray(0, left)])]);
    expect(values).toEqual([expected]);
    expect(properties[0]?.size).toBe(size);
    expect(damage).toEqual(left < 16 ? [['msg-property-stream-cut', STREAM, 'property']] : []);
  });
});

describe('values in a stream', () => {
  const text = utf16('Hello');

  test.each([
    ['with its terminator', 12, false],
    ['without it', 10, false],
    ['by one byte too few', 9, true],
    ['by half a terminator', 11, true],
    ['as none', 0, true],
  ])('of text, whose size is stated %s', (_, stated, isDamage) => {
    const { values, damage, messages } = read([stream([entry(SUBJECT, stated)]), value(SUBJECT, text)]);
    expect(values).toEqual(['Hello']);
    expect(damage).toEqual(isDamage ? [['msg-value-size', STREAM, 'value']] : []);
    expect(messages).toEqual(
      isDamage ? [`Property 0037001F states ${stated} bytes, but its stream has 10`] : [],
    );
  });

  test('are read one after the other, and each knows its place', () => {
    const blob = Uint8Array.of(1, 2, 3);
    const { values, properties, bytes, damage } = read([
      stream([entry(BLOB, 3), entry(SUBJECT, 12), entry(0x60090102, 0)]),
      value(SUBJECT, text),
      value(BLOB, blob),
      value(0x60090102, new Uint8Array(0)),
    ]);
    expect(values).toEqual([blob, 'Hello', new Uint8Array(0)]);
    expect(properties.map(({ origin: { offset = -1 } }) => bytes[offset])).toEqual([1, 0x48, undefined]);
    expect(properties[2]?.origin.offset).toBeUndefined();
    expect(damage).toEqual([]);
  });

  test.each([
    [9, 'left-in-file'],
    [10, 'loaded'],
  ])('of 10 bytes, where %i may be loaded, are %s', async (limit, content) => {
    const { properties, damage } = read([stream([entry(UNNAMED, 12)]), value(UNNAMED, text)], 8, limit);
    expect(properties[0]).toMatchObject({ content, size: 10 });
    expect(await properties[0]?.read()).toEqual(content === 'loaded' ? text : FROM_FILE);
    expect(damage).toEqual([]);
  });

  test('are at hand whatever the limit where they have a name here', () => {
    const { properties, damage } = read([stream([entry(SUBJECT, 12)]), value(SUBJECT, text)], 8, 0);
    expect(properties[0]).toMatchObject({ content: 'loaded', bytes: text });
    expect(damage).toEqual([]);
  });

  test('stay in the file where they are the content of an attachment', () => {
    const { properties } = read([stream([entry(0x37010102, 1)]), value(0x37010102, Uint8Array.of(1))]);
    expect(properties[0]).toMatchObject({ content: 'left-in-file', size: 1 });
  });

  test('that are missing are reported, and the property stays', () => {
    const { properties, damage, messages } = read([stream([entry(SUBJECT, 12), entry(LONG, 5)])]);
    expect(properties.map(({ content }) => content)).toEqual(['missing', 'loaded']);
    expect(damage).toEqual([['msg-value-stream-missing', STREAM, 'value']]);
    expect(messages).toEqual(['Property 0037001F has no value stream']);
  });

  test.each([
    [OBJECT, 'storage', []],
    [SUBJECT, 'missing', [['msg-value-stream-missing', STREAM, 'value']]],
  ])('whose place a storage takes: %i is %s', (tag, content, expected) => {
    const { properties, damage } = read([
      stream([entry(tag, 0)]),
      { name: `__substg1.0_${hex(tag)}`, children: [] },
    ]);
    expect(properties.map((property) => property.content)).toEqual([content]);
    expect(damage).toEqual(expected);
  });

  test('of an object may be a stream too', () => {
    const { properties, damage } = read([stream([entry(OBJECT, 1)]), value(OBJECT, Uint8Array.of(9))]);
    expect(properties[0]).toMatchObject({ content: 'loaded', bytes: Uint8Array.of(9) });
    expect(damage).toEqual([]);
  });

  test('without size in a cut entry are read, whatever the entry might have stated', () => {
    const cut = entry(SUBJECT, 99).subarray(0, 11);
    const { values, damage } = read([stream([cut]), value(SUBJECT, text)]);
    expect(values).toEqual(['Hello']);
    expect(damage).toEqual([['msg-property-stream-cut', STREAM, 'property']]);
  });
});

describe('a type that does not exist', () => {
  const UNKNOWN = 0x60010077;
  const unknown = ['mapi-type-unknown', STREAM, 'property'] as const;

  test('keeps the eight bytes of its entry', () => {
    const { properties, damage } = read([stream([entry(UNKNOWN, 0x04030201, 0x08070605)])]);
    expect(properties[0]).toMatchObject({ content: 'loaded', bytes: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) });
    expect(damage).toEqual([unknown]);
  });

  test('keeps what bytes a cut entry has', () => {
    const { properties } = read([stream([entry(UNKNOWN, 0x04030201, 0x08070605).subarray(0, 13)])]);
    expect(properties[0]?.bytes).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
  });

  test('has the bytes of its stream where there is one', () => {
    const { properties, damage } = read([stream([entry(UNKNOWN, 2)]), value(UNKNOWN, Uint8Array.of(8, 9))]);
    expect(properties[0]?.bytes).toEqual(Uint8Array.of(8, 9));
    expect(damage).toEqual([unknown]);
  });
});

describe('several values', () => {
  const lengths = (count: number, size: 4 | 8): Uint8Array => new Uint8Array(count * size);

  test('of text or binary have a stream each', () => {
    const { values, damage } = read([
      stream([entry(TEXTS, 8), entry(BLOBS, 8)]),
      value(TEXTS, lengths(2, 4)),
      item(TEXTS, 0, utf16('one')),
      item(TEXTS, 1, utf16('two')),
      value(BLOBS, lengths(1, 8)),
      item(BLOBS, 0, Uint8Array.of(1)),
    ]);
    expect(values).toEqual([['one', 'two'], [Uint8Array.of(1)]]);
    expect(damage).toEqual([]);
  });

  test('of which one is missing are reported once, and cannot be told', () => {
    const { values, properties, damage } = read([
      stream([entry(TEXTS, 12)]),
      value(TEXTS, lengths(3, 4)),
      item(TEXTS, 1, utf16('one')),
    ]);
    expect(values).toEqual([undefined]);
    expect(properties[0]?.items).toEqual([undefined, utf16('one'), undefined]);
    expect(damage).toEqual([['msg-value-stream-missing', STREAM, 'value']]);
  });

  test('of fixed size are one stream', () => {
    const { values, damage } = read([
      stream([entry(0x60011003, 8)]),
      value(0x60011003, Uint8Array.of(1, 0, 0, 0, 2, 0, 0, 0)),
    ]);
    expect(values).toEqual([[1, 2]]);
    expect(damage).toEqual([]);
  });
});

describe('a property that occurs twice', () => {
  const twice = ['msg-duplicate-property', STREAM, 'property'] as const;

  test('is kept twice where its values are in the entries', () => {
    const { values, damage, messages } = read([stream([entry(LONG, 1), entry(LONG, 2), entry(LONG, 3)])]);
    expect(values).toEqual([1, 2, 3]);
    expect(damage).toEqual([twice, twice]);
    expect(messages[0]).toBe('Property 60010003 occurs twice; the first counts');
  });

  test('has its stream at the first, since a stream is read once', () => {
    const { properties, damage } = read([
      stream([entry(BLOB, 1), entry(BLOB, 1)]),
      value(BLOB, Uint8Array.of(9)),
    ]);
    expect(properties.map(({ content, bytes }) => [content, [...bytes]])).toEqual([
      ['loaded', [9]],
      ['missing', []],
    ]);
    expect(damage).toEqual([twice]);
  });

  test('is two where the types differ', () => {
    const { damage } = read([stream([entry(LONG, 1), entry(0x60010014, 2)])]);
    expect(damage).toEqual([]);
  });
});

describe('value streams that no entry names', () => {
  test('are reported each, with their place', () => {
    const { damage, messages, properties } = read([
      stream([entry(BLOB, 1)]),
      value(BLOB, Uint8Array.of(1)),
      value(SUBJECT, utf16('lost')),
      value(TIME, new Uint8Array(8)),
    ]);
    expect(properties.map(({ isUnlisted }) => isUnlisted)).toEqual([false, true, true]);
    expect(properties.map(({ bytes }) => bytes.length)).toEqual([1, 8, 8]);
    expect(damage).toEqual([
      ['msg-value-stream-orphan', at('__substg1.0_0037001F'), 'property'],
      ['msg-value-stream-orphan', at('__substg1.0_60020040'), 'property'],
    ]);
    expect(messages[0]).toBe('Value stream of 0037001F does not belong to any entry of the property stream');
  });

  test('are reported where an entry of one without stream evens out the count', () => {
    const { damage } = read([stream([entry(BLOB, 1)]), value(SUBJECT, utf16('lost'))]);
    expect(damage).toEqual([
      ['msg-value-stream-missing', STREAM, 'value'],
      ['msg-value-stream-orphan', at('__substg1.0_0037001F'), 'property'],
    ]);
  });

  test('are none of those that a duplicate names', () => {
    const { damage } = read([stream([entry(BLOB, 1), entry(BLOB, 1)]), value(BLOB, Uint8Array.of(1))]);
    expect(damage.map(([code]) => code)).toEqual(['msg-duplicate-property']);
  });

  test('are storages, too, which may hold anything', () => {
    const { damage } = read([stream([]), { name: '__substg1.0_6006000D', children: [] }]);
    expect(damage).toEqual([['msg-value-stream-orphan', at('__substg1.0_6006000D'), 'object']]);
  });

  test('of one of several values are reported once for all', () => {
    const { damage, messages } = read([
      stream([]),
      item(TEXTS, 2, utf16('one')),
      item(TEXTS, 5, utf16('two')),
      item(BLOBS, 0, Uint8Array.of(1)),
    ]);
    expect(damage).toEqual([
      ['msg-value-stream-orphan', at('__substg1.0_6004101F-00000002'), 'property'],
      ['msg-value-stream-orphan', at('__substg1.0_60051102-00000000'), 'property'],
    ]);
    expect(messages).toEqual([
      '2 streams of values of 6004101F have no stream of lengths',
      '1 streams of values of 60051102 have no stream of lengths',
    ]);
  });
});

test.each([
  [0, 3],
  [1, 2],
  [2, 1],
  [3, 0],
])('several values of which %i are counted have %i streams more', (counted, more) => {
  const streams = ['one', 'two', 'three'].map((each, index) => item(TEXTS, index, utf16(each)));
  const { damage, messages } = read([
    stream([entry(TEXTS, counted * 4)]),
    value(TEXTS, new Uint8Array(counted * 4)),
    ...streams,
  ]);
  expect(damage).toEqual(more === 0 ? [] : [['msg-value-stream-orphan', STREAM, 'value']]);
  expect(messages).toEqual(
    more === 0 ? [] : [`Property 6004101F counts ${counted} values, but has ${more} streams of others`],
  );
});

describe('the property stream', () => {
  test('that is not there is reported; values with streams of their own are given, unlisted', () => {
    const { damage, properties, counts } = read([value(SUBJECT, utf16('lost'))], headerLength.message);
    expect(properties).toMatchObject([{ tag: SUBJECT, isUnlisted: true, flags: 0 }]);
    expect(counts).toBeUndefined();
    expect(damage).toEqual([
      ['msg-property-stream-missing', '/object', 'object'],
      ['msg-value-stream-orphan', at('__substg1.0_0037001F'), 'property'],
    ]);
  });

  test('in whose place there is a storage is reported, and the row is empty', () => {
    const nodes = [{ name: PROPERTIES, children: [] }];
    const { damage, properties, counts } = read(nodes, headerLength.message);
    expect(properties).toEqual([]);
    expect(counts).toBeUndefined();
    expect(damage).toEqual([['msg-property-stream-missing', '/object', 'object']]);
  });

  test.each([
    [8, 0, false],
    [9, 0, true],
    [15, 0, true],
    [16, 1, true],
    [23, 1, true],
    [24, 1, false],
    [7, 0, true],
  ])('of %i bytes has %i entries, and is cut: %s', (length, count, isCut) => {
    const data = concat([new Uint8Array(8), entry(LONG, 5)]).subarray(0, length);
    const { properties, damage } = read([{ name: PROPERTIES, data }]);
    expect(properties).toHaveLength(count);
    expect(damage).toEqual(isCut ? [['msg-property-stream-cut', STREAM, 'property']] : []);
  });

  test('that has fewer bytes than it says loses properties', () => {
    const layout = writeCompoundFile([stream([entry(LONG, 5)])]);
    const bytes = layout.bytes.slice();
    new DataView(bytes.buffer).setUint32(layout.entries.get(`/${PROPERTIES}`)!.offset + 120, 100, true);
    const log = new AnomalyLog(false, 100);
    const tree = new CompoundFile(inMemory(bytes), 256, log.at(''));
    const from = {
      tree,
      stream: new PropertyStream(),
      loadValuesUpTo: 1000,
      fetch: () => Promise.resolve(FROM_FILE),
    };
    const storage = new ObjectStorage(tree, ROOT, log.at(''));
    readPropertyRow(from, new PropertyTableBuilder(bytes.length, 1), storage, 8, log.at('row'));
    const [first] = log.anomalies;
    expect(first).toMatchObject({ code: 'cfb-stream-short', loses: 'property', path: 'row' });
  });
});

describe('what a header counts', () => {
  const header = (length: number, ...numbers: readonly number[]): WrittenNode => {
    const data = new Uint8Array(length);
    numbers.forEach((number, index) => {
      new DataView(data.buffer).setUint32(8 + index * 4, number, true);
    });
    return { name: PROPERTIES, data };
  };

  test.each([headerLength.message, headerLength.embeddedMessage])(
    'is told of a header of %i bytes',
    (length) => {
      const { counts, damage } = read([header(length, 2, 1, 0xffffffff, 7)], length);
      expect(counts).toEqual({ nextRecipient: 2, nextAttachment: 1, recipients: 0xffffffff, attachments: 7 });
      expect(damage).toEqual([]);
    },
  );

  test('is nothing in the header of a recipient or attachment', () => {
    const { counts, damage } = read([stream([entry(LONG, 5), entry(TIME, 7, 7)])]);
    expect(counts).toBeUndefined();
    expect(damage).toEqual([]);
  });

  const none = { nextRecipient: 0, nextAttachment: 0, recipients: 0, attachments: 0 };
  test.each([
    [23, undefined],
    [24, none],
    [31, none],
  ])('can be told of a header of which %i bytes are left: %o', (left, expected) => {
    const { counts, damage } = read([header(left)], headerLength.message);
    expect(counts).toEqual(expected);
    expect(damage).toEqual([['msg-property-stream-cut', STREAM, 'property']]);
  });
});

test('rows are read into one table one after the other', () => {
  const log = new AnomalyLog(false, 100);
  const object = (name: string, number: number): WrittenNode => ({
    name,
    children: [stream([entry(LONG, number)])],
  });
  const { bytes } = writeCompoundFile([object('a', 1), { name: 'b', children: [] }, object('c', 3)]);
  const tree = new CompoundFile(inMemory(bytes), 256, log.at(''));
  const from = {
    tree,
    stream: new PropertyStream(),
    loadValuesUpTo: 1000,
    fetch: () => Promise.resolve(FROM_FILE),
  };
  const builder = new PropertyTableBuilder(bytes.length, 3);
  for (const id of tree.members(ROOT))
    readPropertyRow(from, builder, new ObjectStorage(tree, id, log.at('')), 8, log.at(`row ${id}`));
  const table = builder.finish(() => '', { codePage: 1252, names: noNames });
  expect([0, 1, 2].map((row) => new PropertyStore(table, row).size)).toEqual([1, 0, 1]);
  expect([table.value(0), table.value(1)]).toEqual([1, 3]);
});
