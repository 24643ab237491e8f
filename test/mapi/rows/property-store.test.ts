import { describe, expect, test, vi } from 'vitest';
import { NotLoadedError } from '../../../src/damage/errors';
import { named, tagged } from '../../../src/mapi/definitions/caller-property';
import { integer, several, text, untyped } from '../../../src/mapi/definitions/property';
import type { PropertyDefinition } from '../../../src/mapi/definitions/property';
import { LoadedValues } from '../../../src/mapi/rows/loaded-values';
import { ValuePlace } from '../../../src/mapi/rows/property-columns';
import type { ExternalValue } from '../../../src/mapi/rows/property-columns';
import { PropertyStore } from '../../../src/mapi/rows/property-store';
import type { PropertyState } from '../../../src/mapi/rows/property-store';
import { PropertyTableBuilder } from '../../../src/mapi/rows/property-table-builder';
import type { Coverage } from '../../../src/mapi/rows/store-context';
import type { NamedPropertyMap, PropertyName } from '../../../src/mapi/values/named-property';
import { propertyTag } from '../../../src/mapi/values/property-type';
import { utf16 } from '../../support/encoded-names';

const [INTEGER16, INTEGER32, ERROR, OBJECT] = [0x0002, 0x0003, 0x000a, 0x000d];
const [STRING8, STRING, BINARY] = [0x001e, 0x001f, 0x0102];

const subject = tagged(0x0037, text);
const count = tagged(0x6001, integer);
const anything = tagged(0x6001, untyped);
const SET = '00062008-0000-0000-C000-000000000046';

const leftInFile: ExternalValue = {
  content: 'left-in-file',
  size: 50_000,
  bytes: new Uint8Array(0),
  read: () => Promise.resolve(Uint8Array.of(1)),
};

type Fill = (builder: PropertyTableBuilder) => void;

const value =
  (id: number, type: number, ...bytes: number[]): Fill =>
  (builder) => {
    builder.addValue(propertyTag(id, type), 6, Uint8Array.from(bytes), 40);
  };
const without =
  (id: number, type: number, place: Parameters<PropertyTableBuilder['addWithoutValue']>[2]): Fill =>
  (builder) => {
    builder.addWithoutValue(propertyTag(id, type), 6, place);
  };
const external =
  (id: number, type: number, of: ExternalValue): Fill =>
  (builder) => {
    builder.addExternal(propertyTag(id, type), 6, of, undefined);
  };
const hello = value(0x0037, STRING, ...utf16('Hello'));
const five = value(0x6001, INTEGER32, 5, 0, 0, 0);

interface Around {
  readonly ids?: readonly number[];
  readonly coverage?: Coverage;
}

/** The second of three rows; those around it have the same identifiers with other values. */
function storeOf(fills: readonly Fill[], { ids = [], coverage }: Around = {}): PropertyStore {
  const names: NamedPropertyMap = {
    idsOf: () => ids,
    nameOf: (id) => (ids.includes(id) ? { set: SET, name: 7 } : undefined),
  };
  const builder = new PropertyTableBuilder(1_000_000, 3);
  const around = [value(0x0037, STRING, ...utf16('around')), value(0x6001, INTEGER32, 9, 9, 9, 9)];
  for (const row of [around, fills, around]) {
    for (const fill of row) fill(builder);
    builder.endRow();
  }
  return new PropertyStore(
    builder.finish((row, tag) => `${row}/${tag.toString(16)}`, { codePage: 1251, names }, coverage),
    1,
  );
}

/** An export of which a row shows only some. */
const partial = (isAbsent: (id: number) => boolean = () => false): Coverage => ({
  isPartial: (row) => row === 1,
  isAbsent: (row, id) => row === 1 && isAbsent(id),
});

describe('the state of a property', () => {
  test.each<[PropertyState, string, PropertyDefinition<unknown>, Fill[]]>([
    ['present', 'its value fits', subject, [hello]],
    ['present', 'its value is empty', subject, [value(0x0037, STRING)]],
    ['present', 'its second type is there', subject, [value(0x0037, STRING8, 0x41)]],
    ['present', 'an accepted type follows another', subject, [five, value(0x0037, BINARY, 1), hello]],
    ['present', 'whatever type will do', anything, [value(0x6001, BINARY, 1)]],
    [
      'present',
      'several values are here',
      tagged(0x6001, several(text)),
      [external(0x6001, 0x101f, new LoadedValues([utf16('a')]))],
    ],
    ['absent', 'the row has none', subject, [five]],
    ['absent', 'only the rows around have it', subject, []],
    ['damaged', 'an entry is cut', count, [value(0x6001, INTEGER32, 1, 2, 3)]],
    ['damaged', 'text is half a unit', subject, [value(0x0037, STRING, 1)]],
    ['present', 'text ends in half a unit', subject, [value(0x0037, STRING, 1, 0, 1)]],
    ['damaged', 'the bytes are gone', subject, [without(0x0037, STRING, ValuePlace.missing)]],
    ['other-type', 'it is stored as something else', subject, [value(0x0037, BINARY, 1)]],
    ['other-type', 'it has several values', subject, [value(0x0037, 0x101f)]],
    ['error', 'an error code is in its place', subject, [value(0x0037, ERROR, 0xf, 1, 4, 0x80)]],
    ['error', 'whatever type would do', anything, [value(0x6001, ERROR, 0xf, 1, 4, 0x80)]],
    ['not-loaded', 'it was left in the file', subject, [external(0x0037, STRING, leftInFile)]],
    ['other-type', 'something else was left in the file', subject, [external(0x0037, BINARY, leftInFile)]],
    ['storage', 'it is a storage', anything, [without(0x6001, OBJECT, ValuePlace.storage)]],
    ['other-type', 'a storage is in its place', subject, [without(0x0037, OBJECT, ValuePlace.storage)]],
    [
      'not-captured',
      'the export leaves its value out',
      subject,
      [without(0x0037, STRING, ValuePlace.leftOut)],
    ],
    [
      'not-captured',
      'the value of another type is left out',
      subject,
      [without(0x0037, BINARY, ValuePlace.leftOut)],
    ],
  ])('is %s where %s', (state, _, definition, fills) => {
    expect(storeOf(fills).state(definition)).toBe(state);
  });

  test('of text in 8 bits depends on the code page', () => {
    const builder = new PropertyTableBuilder(1000, 1);
    value(0x0037, STRING8, 0xff)(builder);
    builder.endRow();
    const names = { idsOf: () => [], nameOf: () => undefined };
    const stateIn = (codePage: number): PropertyState =>
      new PropertyStore(
        builder.finish(() => '', { codePage, names }),
        0,
      ).state(subject);
    expect([stateIn(1251), stateIn(65001)]).toEqual(['present', 'damaged']);
  });
});

describe('what an export does not show', () => {
  test.each<[PropertyState, boolean, string, Coverage]>([
    ['absent', false, 'the row shows all', { isPartial: (row) => row !== 1, isAbsent: () => false }],
    ['not-captured', true, 'the row shows some', partial()],
    ['absent', true, 'the row says that it is not there', partial((id) => id === 0x0037)],
    ['not-captured', true, 'the row says so of another', partial((id) => id === 0x6001)],
  ])('is %s, in a partial row: %s, where %s', (state, isPartial, _, coverage) => {
    const store = storeOf([], { coverage });
    expect(store.state(subject)).toBe(state);
    expect(store.isPartial).toBe(isPartial);
  });

  test('does not change what it shows', () => {
    expect(storeOf([hello], { coverage: partial(() => true) }).state(subject)).toBe('present');
  });

  test.each<[PropertyState, string, number[], (id: number) => boolean]>([
    ['absent', 'all identifiers of the name are', [0x8001, 0x8002], () => true],
    ['not-captured', 'one of them may be there', [0x8001, 0x8002], (id) => id === 0x8001],
    ['not-captured', 'no identifier has the name', [], () => true],
  ])('of a name is %s where %s', (state, _, ids, isAbsent) => {
    expect(storeOf([], { ids, coverage: partial(isAbsent) }).state(named(SET, 7, integer))).toBe(state);
  });

  test('of a name without identifier is absent where the export says so', () => {
    const isNameAbsent = vi.fn((_row: number, { name }: PropertyName) => name === 7);
    const store = storeOf([], { coverage: { ...partial(), isNameAbsent } });
    expect(store.state(named(SET, 7, integer))).toBe('absent');
    expect(store.state(named(SET, 8, integer))).toBe('not-captured');
    expect(isNameAbsent.mock.calls).toEqual([
      [1, { set: SET, name: 7 }],
      [1, { set: SET, name: 8 }],
    ]);
  });

  test('is nothing where the file is no export', () => {
    const store = storeOf([]);
    expect(store.isPartial).toBe(false);
    expect(store.state(named(SET, 7, integer))).toBe('absent');
  });
});

describe('get and peek', () => {
  test.each<[string, PropertyDefinition<unknown>, Fill[], unknown]>([
    ['text', subject, [hello], 'Hello'],
    ['text of the code page', subject, [value(0x0037, STRING8, 0xdf)], 'Я'],
    ['the characters that are there', subject, [value(0x0037, STRING, 0x41, 0, 0x42)], 'A'],
    ['nothing of half a character', subject, [value(0x0037, STRING, 0x41)], undefined],
    ['no text where half a NUL is all', subject, [value(0x0037, STRING, 0)], ''],
    ['text without terminators', subject, [value(0x0037, STRING, 0x41, 0, 0, 0, 0, 0, 0)], 'A'],
    ['text with a NUL in it', subject, [value(0x0037, STRING, 0x41, 0, 0, 0, 0x42, 0)], 'A\0B'],
    ['8-bit text without terminators', subject, [value(0x0037, STRING8, 0x41, 0, 0)], 'A'],
    ['UTF-16 before 8-bit text', subject, [value(0x0037, STRING8, 0x41), hello], 'Hello'],
    [
      'UTF-16 before 8-bit text, whichever comes first',
      subject,
      [hello, value(0x0037, STRING8, 0x41)],
      'Hello',
    ],
    [
      '8-bit text where the UTF-16 is gone',
      subject,
      [value(0x0037, STRING8, 0x41), without(0x0037, STRING, ValuePlace.missing)],
      'A',
    ],
    [
      'UTF-16 of whatever type',
      anything,
      [value(0x6001, STRING8, 0x41), value(0x6001, STRING, 0x42, 0)],
      'B',
    ],
    ['the first of two', count, [five, value(0x6001, INTEGER32, 6, 0, 0, 0)], 5],
    [
      'the first of an accepted type',
      count,
      [value(0x6001, STRING), value(0x6001, INTEGER16, 2, 0), five],
      2,
    ],
    ['a value of whatever type', anything, [value(0x6001, STRING, 0x41, 0)], 'A'],
    ['nothing where the row has none', count, [], undefined],
    ['nothing of another type', count, [value(0x6001, STRING, 0x41, 0)], undefined],
    ['nothing of an error', anything, [value(0x6001, ERROR, 1, 0, 0, 0)], undefined],
    ['nothing of a cut entry', count, [value(0x6001, INTEGER32, 1)], undefined],
    ['nothing of a storage', anything, [without(0x6001, OBJECT, ValuePlace.storage)], undefined],
    [
      'nothing where the value is left out',
      count,
      [without(0x6001, INTEGER32, ValuePlace.leftOut)],
      undefined,
    ],
  ])('give %s', (_, definition, fills, expected) => {
    const store = storeOf(fills);
    expect(store.get(definition)).toEqual(expected);
    expect(store.peek(definition)).toEqual(expected);
  });

  test('differ where the value was left in the file: one throws, the other gives nothing', () => {
    const store = storeOf([external(0x0037, STRING, leftInFile)]);
    expect(() => store.get(subject)).toThrow(
      new NotLoadedError('0037001F has 50000 bytes, which were left in the file; await properties.load(…)'),
    );
    expect(store.peek(subject)).toBeUndefined();
  });

  test('convert a value, and nothing else', () => {
    const convert = vi.fn((of: unknown) => `<${String(of)}>`);
    const definition = tagged(0x6001, { types: [INTEGER32], convert });
    expect(storeOf([]).get(definition)).toBeUndefined();
    expect(storeOf([value(0x6001, INTEGER32, 1)]).peek(definition)).toBeUndefined();
    expect(convert).not.toHaveBeenCalled();
    expect([storeOf([five]).get(definition), storeOf([five]).peek(definition)]).toEqual(['<5>', '<5>']);
  });
});

describe('a name', () => {
  const lid = named(SET, 7, integer);

  test.each<[string, number[], Fill[], number | undefined, PropertyState]>([
    ['no identifier', [], [five], undefined, 'absent'],
    ['an identifier that the row lacks', [0x8001], [five], undefined, 'absent'],
    ['an identifier', [0x8001], [value(0x8001, INTEGER32, 5, 0, 0, 0)], 5, 'present'],
    [
      'two, of which the second is there',
      [0x8001, 0x8002],
      [value(0x8002, INTEGER32, 5, 0, 0, 0)],
      5,
      'present',
    ],
    [
      'two, of which the second has an accepted type',
      [0x8001, 0x8002],
      [value(0x8001, STRING), value(0x8002, INTEGER32, 5, 0, 0, 0)],
      5,
      'present',
    ],
    [
      'two in the order of the map',
      [0x8002, 0x8001],
      [value(0x8001, INTEGER32, 4, 0, 0, 0), value(0x8002, INTEGER32, 5, 0, 0, 0)],
      5,
      'present',
    ],
    [
      'two of other types',
      [0x8001, 0x8002],
      [value(0x8001, STRING), value(0x8002, ERROR, 1, 0, 0, 0)],
      undefined,
      'other-type',
    ],
  ])('has %s', (_, ids, fills, expected, state) => {
    const store = storeOf(fills, { ids });
    expect(store.get(lid)).toBe(expected);
    expect(store.state(lid)).toBe(state);
  });

  test('can be asked for by its identifier', () => {
    const store = storeOf([], { ids: [0x8001] });
    expect([store.nameOf(0x8001), store.nameOf(0x8002)]).toEqual([{ set: SET, name: 7 }, undefined]);
  });
});

describe('raw properties', () => {
  test('are those of the row, in the order of the file, each as often as it is there', () => {
    const store = storeOf([five, hello, five]);
    expect(store.size).toBe(3);
    expect([...store].map(({ tag, flags, origin }) => [tag, flags, origin])).toEqual([
      [0x60010003, 6, { storage: '1/60010003', offset: 40, length: 4 }],
      [0x0037001f, 6, { storage: '1/37001f', offset: 40 }],
      [0x60010003, 6, { storage: '1/60010003', offset: 40, length: 4 }],
    ]);
  });

  test('of an empty row are none', () => {
    const store = storeOf([]);
    expect([store.size, [...store]]).toEqual([0, []]);
  });

  test.each<[string, Fill[], number | undefined]>([
    ['of an accepted type', [value(0x6001, STRING), five], 0x60010003],
    ['of whatever type there is', [value(0x6001, STRING), value(0x6001, BINARY)], 0x6001001f],
    ['of an error', [value(0x6001, ERROR, 1, 0, 0, 0)], 0x6001000a],
    ['that is none', [hello], undefined],
  ])('give one %s', (_, fills, tag) => {
    expect(storeOf(fills).raw(count)?.tag).toBe(tag);
  });

  test('are decoded by their own type', () => {
    const store = storeOf([five, value(0x0037, STRING8, 0xdf), value(0x6002, INTEGER32, 1)]);
    expect([...store].map((property) => store.valueOf(property))).toEqual([5, 'Я', undefined]);
  });

  test('that came from elsewhere are decoded in the code page of the store', () => {
    const [property] = storeOf([value(0x0037, STRING8, 0xdf)]);
    const copy = { ...property!, tag: property!.tag, bytes: property!.bytes };
    expect(storeOf([]).valueOf(copy)).toBe('Я');
  });

  test('that were left in the file cannot be decoded, and can be read', async () => {
    const store = storeOf([external(0x0037, STRING, leftInFile)]);
    const property = store.raw(subject)!;
    expect(() => store.valueOf(property)).toThrow(NotLoadedError);
    expect(property.size).toBe(50_000);
    expect(await property.read()).toEqual(Uint8Array.of(1));
  });
});

test('a store knows the code page of its strings', () => {
  expect(storeOf([]).codePage).toBe(1251);
});
