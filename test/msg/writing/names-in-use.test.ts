import { expect, test } from 'vitest';
import type { MessageObject } from '../../../src/mapi/object/message-object';
import { NameTable } from '../../../src/mapi/object/name-table';
import type { emptyTable } from '../../../src/mapi/rows/empty-table';
import { PropertyStore } from '../../../src/mapi/rows/property-store';
import { PropertyTableBuilder } from '../../../src/mapi/rows/property-table-builder';
import type { PropertyName } from '../../../src/mapi/values/named-property';
import { PropertyType, propertyTag } from '../../../src/mapi/values/property-type';
import { NamesInUse } from '../../../src/msg/writing/names-in-use';

const SET = '00062008-0000-0000-C000-000000000046';

/** A message that has these identifiers, of which a map names some. */
function messageWith(
  ids: readonly number[],
  names: readonly (readonly [number, PropertyName])[],
): MessageObject {
  const builder = new PropertyTableBuilder(0, 1);
  for (const id of ids) builder.addInline(propertyTag(id, PropertyType.integer32), 6, 0, 0, undefined);
  builder.endRow();
  const map = new NameTable();
  for (const [id, name] of names) map.add(id, name);
  const table = builder.finish(() => '', { codePage: 1252, names: map });
  return {
    properties: new PropertyStore(table, 0),
    recipients: [],
    attachments: [],
    codePageDecision: { codePage: 1252, by: 'default' },
  };
}

function numbered(from: number, count: number, offset = 0): (readonly [number, PropertyName])[] {
  return Array.from({ length: count }, (_, index) => [from + index, { set: SET, name: index + offset }]);
}

/** A message with another one in its attachment. */
function holding(holder: MessageObject, embedded: MessageObject): MessageObject {
  return { ...holder, attachments: [{ properties: new PropertyStore(withRow(), 0), embedded }] };
}

function withRow(): typeof emptyTable {
  const builder = new PropertyTableBuilder(0, 1);
  builder.endRow();
  return builder.finish(() => '', { codePage: 1252, names: new NameTable() });
}

test('names are numbered as they occur, whatever their maps called them; what has no name comes behind', () => {
  const outer = messageWith([0x8005, 0x8009, 0x6700], [[0x8005, { set: SET, name: 1 }]]);
  const inner = messageWith(
    [0x8111, 0x8112],
    [
      [0x8111, { set: SET, name: 'of the inner' }],
      [0x8112, { set: SET, name: 1 }],
    ],
  );
  const names = new NamesInUse(holding(outer, inner));
  expect(names.names.map(({ name }) => name)).toEqual([1, 'of the inner']);
  expect([...names.idsOf(outer.properties)]).toEqual([
    [0x8005, 0x8000],
    [0x8009, 0x8002],
  ]);
  expect([...names.idsOf(inner.properties)]).toEqual([
    [0x8111, 0x8001],
    [0x8112, 0x8000],
  ]);
});

test('an object that has two identifiers of one name keeps both', () => {
  const message = messageWith(
    [0x8001, 0x8002, 0x8003],
    numbered(0x8001, 1).concat(numbered(0x8002, 1), numbered(0x8003, 1)),
  );
  const names = new NamesInUse(message);
  expect(names.names).toEqual([0, 0, 0].map((name) => ({ set: SET, name })));
  expect([...names.idsOf(message.properties).values()]).toEqual([0x8000, 0x8001, 0x8002]);
});

test('more names than identifiers are refused', () => {
  const ids = Array.from({ length: 17_000 }, (_, index) => 0x8000 + index);
  const [first, second] = [numbered(0x8000, 17_000), numbered(0x8000, 17_000, 100_000)];
  expect(new NamesInUse(messageWith(ids, first)).names).toHaveLength(17_000);
  expect(() => new NamesInUse(holding(messageWith(ids, first), messageWith(ids, second)))).toThrow(
    expect.objectContaining({ code: 'unsupported', feature: 'msg-size' }) as Error,
  );
});
