import { describe, expect, test } from 'vitest';
import { LoadedValues } from '../../../src/mapi/rows/loaded-values';
import { ValuePlace } from '../../../src/mapi/rows/property-columns';
import type { PropertyTable } from '../../../src/mapi/rows/property-table';
import { PropertyTableBuilder } from '../../../src/mapi/rows/property-table-builder';
import type { Coverage } from '../../../src/mapi/rows/store-context';
import { noNames } from '../../../src/mapi/values/named-property';
import { propertyTag } from '../../../src/mapi/values/property-type';

const FOUR_GIB = 2 ** 32;
const context = { codePage: 1252, names: noNames };

function builderFor(fileSize = 1_000_000, rows = 1, bytes?: number): PropertyTableBuilder {
  return new PropertyTableBuilder(fileSize, rows, { bytes });
}

function finish(builder: PropertyTableBuilder, coverage?: Coverage): PropertyTable {
  return builder.finish((row, tag, place, offset) => [row, tag, place, offset].join(), context, coverage);
}

/** A table of one row, of what `fill` adds. */
function tableOf(fill: (builder: PropertyTableBuilder) => void, builder = builderFor()): PropertyTable {
  fill(builder);
  builder.endRow();
  return finish(builder);
}

const [NULL, INTEGER16, INTEGER32, FLOAT32] = [0x0001, 0x0002, 0x0003, 0x0004];
const [BOOLEAN, INTEGER64, STRING, TIME, BINARY] = [0x000b, 0x0014, 0x001f, 0x0040, 0x0102];
const tagOf = (type: number, id = 0x6001): number => propertyTag(id, type);

describe('a value in the entry', () => {
  test.each([
    ['all bits', INTEGER64, 0xffffffff, 0xffffffff, -1n],
    ['two halves', INTEGER64, 0x89abcdef, 0x01234567, 0x0123456789abcdefn],
    ['the low half', INTEGER32, 0x80000000, 0x12345678, -0x80000000],
    ['one byte', BOOLEAN, 0xffffff00, 0xffffffff, false],
    ['nothing', NULL, 0xffffffff, 0xffffffff, null],
  ])('of a type that takes %s', (_, type, low, high, value) => {
    const table = tableOf((builder) => {
      builder.addInline(tagOf(type), 6, low, high, 40);
    });
    expect(table.value(0)).toEqual(value);
    expect(table.place(0)).toBe(ValuePlace.entry);
    expect(table.content(0)).toBe('loaded');
  });

  test('keeps tag and flags of 32 bits, and where it lies', () => {
    const table = tableOf((builder) => {
      builder.addInline(0xfffe0003, 0xffffffff, 1, 0, 40);
    });
    expect([table.tag(0), table.flags(0), table.origin(0, 0).offset]).toEqual([0xfffe0003, 0xffffffff, 40]);
  });
});

describe('a value in the arena', () => {
  test('goes from where it starts to the end', () => {
    const table = tableOf((builder) => {
      builder.arena.append(Uint8Array.of(9, 9));
      const start = builder.arena.append(Uint8Array.of(1, 2));
      builder.arena.append(Uint8Array.of(3));
      builder.addBytes(tagOf(BINARY), 6, start, 40);
      builder.arena.append(Uint8Array.of(8));
    });
    expect(table.bytes(0)).toEqual(Uint8Array.of(1, 2, 3));
    expect(table.size(0)).toBe(3);
    expect(table.place(0)).toBe(ValuePlace.bytes);
  });

  test('may be empty', () => {
    const table = tableOf((builder) => {
      builder.addBytes(tagOf(STRING), 6, builder.arena.length, undefined);
    });
    expect(table.value(0)).toBe('');
    expect(table.size(0)).toBe(0);
    expect(table.origin(0, 0).offset).toBeUndefined();
  });
});

describe('a value that is at hand', () => {
  const eight = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  test.each<[type: number, length: number, place: number, kept: number]>([
    [NULL, 0, ValuePlace.entry, 0],
    [NULL, 8, ValuePlace.entry, 0],
    [BOOLEAN, 0, ValuePlace.bytes, 0],
    [BOOLEAN, 1, ValuePlace.entry, 1],
    [INTEGER16, 1, ValuePlace.bytes, 1],
    [INTEGER16, 2, ValuePlace.entry, 2],
    [INTEGER32, 3, ValuePlace.bytes, 3],
    [INTEGER32, 4, ValuePlace.entry, 4],
    [FLOAT32, 5, ValuePlace.entry, 4],
    [INTEGER64, 7, ValuePlace.bytes, 7],
    [INTEGER64, 8, ValuePlace.entry, 8],
    [TIME, 8, ValuePlace.entry, 8],
    [STRING, 4, ValuePlace.bytes, 4],
    [BINARY, 8, ValuePlace.bytes, 8],
    [0x1003, 8, ValuePlace.bytes, 8],
  ])('of type %i with %i bytes has place %i, and %i bytes are kept', (type, length, place, kept) => {
    const table = tableOf((builder) => {
      builder.addValue(tagOf(type), 6, eight.subarray(0, length), 40);
    });
    expect(table.place(0)).toBe(place);
    expect(table.bytes(0)).toEqual(eight.subarray(0, kept));
    expect(table.size(0)).toBe(kept);
    expect(table.origin(0, 0).offset).toBe(40);
  });

  test('with more bytes than an entry holds keeps the first', () => {
    const table = tableOf((builder) => {
      builder.addValue(tagOf(INTEGER64), 6, Uint8Array.of(...eight, 9), 40);
    });
    expect(table.bytes(0)).toEqual(eight);
  });

  test('is copied', () => {
    const bytes = eight.slice();
    const table = tableOf((builder) => {
      builder.addValue(tagOf(BINARY), 6, bytes, 40);
      builder.addValue(tagOf(INTEGER64), 6, bytes, 40);
    });
    bytes.fill(0);
    expect([table.bytes(0), table.bytes(1)]).toEqual([eight, eight]);
  });
});

test.each([
  [ValuePlace.missing, 'missing'],
  [ValuePlace.storage, 'storage'],
  [ValuePlace.leftOut, 'not-captured'],
] as const)('a property without value at place %i is %s', (place, content) => {
  const table = tableOf((builder) => {
    builder.addWithoutValue(tagOf(STRING), 6, place);
    builder.addWithoutValue(tagOf(STRING), 6, place, 40);
  });
  expect([table.content(0), table.content(1)]).toEqual([content, content]);
  expect(table.value(0)).toBeUndefined();
  expect(table.size(0)).toBe(0);
  expect([0, 1].map((index) => table.origin(0, index).offset)).toEqual([undefined, 40]);
});

describe('an external value', () => {
  const values = new LoadedValues([Uint8Array.of(1), Uint8Array.of(2, 3)]);

  test('belongs to the property that it was added with', () => {
    const table = tableOf((builder) => {
      builder.addInline(tagOf(INTEGER32), 6, 1, 0, 40);
      builder.addExternal(tagOf(0x1102), 6, values, 44);
      builder.addInline(tagOf(INTEGER32), 6, 2, 0, 48);
    });
    expect([0, 1, 2].map((index) => table.externalValue(index))).toEqual([undefined, values, undefined]);
    expect(table.value(1)).toEqual([Uint8Array.of(1), Uint8Array.of(2, 3)]);
    expect(table.size(1)).toBe(3);
    expect(table.origin(0, 1).offset).toBe(44);
  });

  test('is kept by each of two properties in two rows', () => {
    const others = new LoadedValues([]);
    const builder = builderFor();
    builder.addExternal(tagOf(0x1102), 6, values, undefined);
    builder.endRow();
    builder.addExternal(tagOf(0x1102), 6, others, undefined);
    builder.endRow();
    const table = finish(builder);
    expect(table.externalValue(0)).toBe(values);
    expect(table.externalValue(1)).toBe(others);
  });
});

describe('rows', () => {
  test('are the properties between two ends', () => {
    const builder = builderFor();
    expect(builder.rowCount).toBe(0);
    builder.addInline(tagOf(INTEGER32, 0x6001), 6, 1, 0, 40);
    builder.addInline(tagOf(INTEGER32, 0x6002), 6, 1, 0, 40);
    expect(builder.rowCount).toBe(0);
    builder.endRow();
    builder.endRow();
    builder.addInline(tagOf(INTEGER32, 0x6001), 6, 1, 0, 40);
    builder.endRow();
    expect(builder.rowCount).toBe(3);
    const table = finish(builder);
    expect(table.rowCount).toBe(3);
    expect([0, 1, 2, 3].map((row) => table.start(row))).toEqual([0, 2, 2, 3]);
    expect([0, 1, 2].map((row) => table.find(row, 0x6001))).toEqual([0, -1, 2]);
  });

  test('hasInRow looks at the properties since the last row alone', () => {
    const builder = builderFor(1000, 0);
    const has = (...ids: number[]): boolean[] => ids.map((id) => builder.hasInRow(id));
    expect(has(0, 0x6001)).toEqual([false, false]);
    builder.addInline(tagOf(INTEGER32, 0x6001), 6, 1, 0, 40);
    builder.addInline(tagOf(INTEGER32, 0xffff), 6, 1, 0, 40);
    expect(has(0, 0x6001, 0x6002, 0xffff)).toEqual([false, true, false, true]);
    builder.endRow();
    expect(has(0, 0x6001, 0xffff)).toEqual([false, false, false]);
    builder.addInline(tagOf(STRING, 0x6002), 6, 1, 0, 40);
    expect(has(0x6001, 0x6002)).toEqual([false, true]);
  });
});

describe('a value that stays in the file', () => {
  const file = Uint8Array.from([0, 0, 0x48, 0, 0x69, 0, 0, 0]);
  const inFile = (type: number): PropertyTable =>
    tableOf(
      (builder) => {
        builder.addValue(tagOf(BINARY), 6, Uint8Array.of(9), undefined);
        builder.addInFile(tagOf(type, 0x6002), 6, 2, 4);
      },
      new PropertyTableBuilder(file.length, 1, { inPlace: file }),
    );

  test.each([
    [STRING, 'Hi'],
    [0x001e, 'H\0i'],
  ])('of type %i is read there', (type, value) => {
    const table = inFile(type);
    expect([table.value(0), table.value(1)]).toEqual([Uint8Array.of(9), value]);
    expect([...table.bytes(1)]).toEqual([0x48, 0, 0x69, 0]);
    expect([table.size(1), table.content(1), table.origin(0, 1).offset]).toEqual([4, 'loaded', 2]);
  });

  test('is not copied, and its file is given with the table', () => {
    const { columns } = inFile(STRING);
    expect(columns.file).toBe(file);
    expect(columns.places[1]).toBe(ValuePlace.file);
  });
});

describe('room', () => {
  /** The same row again and again: one value in the entry, one in the arena. */
  function fill(builder: PropertyTableBuilder, count: number): PropertyTable {
    for (let index = 0; index < count; index++) {
      builder.addInline(tagOf(INTEGER32), index, index, 0, index + 1);
      builder.addValue(tagOf(BINARY), index, Uint8Array.of(index, index >> 8), index + 1);
      builder.endRow();
    }
    return finish(builder);
  }

  test('grows with what is added, and nothing is lost', () => {
    const count = 1000;
    const table = fill(builderFor(1_000_000, 0), count);
    expect(table.rowCount).toBe(count);
    for (let row = 0; row < count; row++) {
      const at = row * 2;
      const [inline, bytes] = [table.value(at), table.value(at + 1)];
      expect([inline, bytes]).toEqual([row, Uint8Array.of(row, row >> 8)]);
      expect([table.flags(at), table.flags(at + 1), table.origin(row, at).offset]).toEqual([
        row,
        row,
        row + 1,
      ]);
    }
  });

  test.each([
    [0, 0, 0],
    [0, 1, 28],
    [0, 28, 28],
    [0, 29, 56],
    [0, 57, 112],
    [1, 0, 28],
    [1, 29, 56],
    [2, 1, 56],
    [32, 1, 896],
    [1_000_000, 1, 896],
    [32, 897, 1792],
  ])('for %i rows and %i properties is %i properties', (rows, count, room) => {
    const builder = builderFor(1_000_000, rows);
    for (let index = 0; index < count; index++) builder.addInline(tagOf(INTEGER32), 6, 1, 0, 40);
    expect(finish(builder).columns.places).toHaveLength(room);
  });

  test.each([
    ['as many rows say', 1_000_000, 2, undefined, 2 * 28 * 24],
    ['no more than 32 rows say', 1_000_000, 1_000_000, undefined, 32 * 28 * 24],
    ['none for no rows', 1_000_000, 0, undefined, 0],
    ['as the caller says', 1_000_000, 2, 5, 5],
    ['none, as the caller says', 1_000_000, 2, 0, 0],
    ['no more than the file has, whatever rows say', 100, 2, undefined, 100],
    ['no more than the file has, whatever the caller says', 100, 2, FOUR_GIB, 100],
  ])('for values is at first %s', (_, fileSize, rows, bytes, room) => {
    const { arena } = builderFor(fileSize, rows, bytes);
    arena.append(Uint8Array.of(1));
    expect(arena.bytes).toHaveLength(Math.max(1, room));
  });

  test('is left over where a table has fewer properties than 1,024', () => {
    const { columns } = fill(builderFor(1_000_000, 0), 511);
    expect(columns.places.length).toBeGreaterThan(1022);
    expect(columns.bytes.length).toBeGreaterThan(1022);
  });

  test('is given back where a table has more', () => {
    const { columns } = fill(builderFor(1_000_000, 0), 512);
    expect(columns.entries).toHaveLength(1024 * 4);
    expect(columns.places).toHaveLength(1024);
    expect(columns.offsets).toHaveLength(1024);
    expect(columns.bytes).toHaveLength(1024);
    expect(columns.rows).toEqual(Uint32Array.from({ length: 513 }, (_, row) => row * 2));
  });
});

describe('offsets', () => {
  test.each([
    [FOUR_GIB - 1, FOUR_GIB - 2, Uint32Array],
    [FOUR_GIB, FOUR_GIB - 1, Float64Array],
    [FOUR_GIB + 10, FOUR_GIB + 5, Float64Array],
    [2 ** 45, 2 ** 45 - 1, Float64Array],
  ])('in a file of %d bytes are exact up to %d', (fileSize, offset, array) => {
    const table = tableOf(
      (builder) => {
        builder.addInline(tagOf(INTEGER32), 6, 1, 0, offset);
      },
      builderFor(fileSize, 1, 0),
    );
    expect(table.origin(0, 0).offset).toBe(offset);
    expect(table.columns.offsets).toBeInstanceOf(array);
  });

  test('beyond 2^32 survive growing and trimming', () => {
    const builder = builderFor(2 ** 40, 0, 0);
    const offsets = Array.from({ length: 2000 }, (_, index) => FOUR_GIB + index);
    for (const offset of offsets) builder.addInline(tagOf(INTEGER32), 6, 1, 0, offset);
    builder.endRow();
    expect([...finish(builder).columns.offsets]).toEqual(offsets);
  });

  test('that are not known are undefined', () => {
    const table = tableOf((builder) => {
      builder.addInline(tagOf(INTEGER32), 6, 1, 0, undefined);
    });
    expect(table.origin(0, 0).offset).toBeUndefined();
  });
});

describe('an empty table', () => {
  test('has no rows and takes no room', () => {
    const { columns, rowCount } = finish(builderFor(1_000_000, 0));
    expect(rowCount).toBe(0);
    expect(columns).toMatchObject({ rows: [0] });
    expect(
      [columns.entries, columns.places, columns.offsets, columns.bytes].map(({ length }) => length),
    ).toEqual([0, 0, 0, 0]);
  });

  test('shares its arrays with other empty ones', () => {
    const [one, other] = [finish(builderFor(10, 0)).columns, finish(builderFor(FOUR_GIB, 0)).columns];
    expect(one.entries).toBe(other.entries);
    expect(one.places).toBe(other.places);
    expect(one.offsets).toBe(other.offsets);
    expect(one.bytes).toBe(other.bytes);
  });

  test('that is filled leaves those others empty', () => {
    const filled = tableOf(
      (builder) => {
        builder.addValue(tagOf(BINARY), 6, Uint8Array.of(1), 40);
      },
      builderFor(1000, 0),
    );
    expect(filled.bytes(0)).toEqual(Uint8Array.of(1));
    expect(finish(builderFor(10, 0)).columns.entries).toHaveLength(0);
  });
});

test('a table has the names, context and coverage that it is finished with', () => {
  const coverage: Coverage = { isPartial: () => true, isAbsent: () => false };
  const builder = builderFor();
  builder.addInline(tagOf(INTEGER32), 6, 1, 0, 40);
  builder.endRow();
  const table = finish(builder, coverage);
  expect(table.origin(0, 0).storage).toBe(`0,${tagOf(INTEGER32)},${ValuePlace.entry},40`);
  expect(table.context).toBe(context);
  expect(table.coverage).toBe(coverage);
  expect(finish(builderFor()).coverage).toBeUndefined();
});
