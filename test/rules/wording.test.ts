import { describe, expect, test } from 'vitest';
import { recipientProperties } from '../../src/mapi/definitions/recipient-properties';
import { propertyNames } from '../../src/mapi/names/index';
import type { Person } from '../../src/rules/rule';
import { columnNames, few, firstFew, plural, who } from '../../src/rules/wording';

test.each<[Person, string]>([
  [{ name: 'Bob', address: 'bob@example.com' }, 'Bob <bob@example.com>'],
  [{ name: 'bob@example.com', address: 'bob@example.com' }, 'bob@example.com'],
  [{ name: 'Bob@example.com', address: 'bob@example.com' }, 'Bob@example.com <bob@example.com>'],
  [{ name: 'Bob' }, 'Bob'],
  [{ address: 'bob@example.com' }, 'bob@example.com'],
  [{}, '(no name, no address)'],
  [{ name: undefined, address: undefined }, '(no name, no address)'],
])('%o is %s', (person, words) => {
  expect(who(person)).toBe(words);
});

describe('a count with its noun', () => {
  test.each([
    [0, '0 rows'],
    [1, '1 row'],
    [2, '2 rows'],
    [11, '11 rows'],
    [1_000_000, '1000000 rows'],
  ])('%i is %s', (count, words) => {
    expect(plural(count, 'row')).toBe(words);
  });

  test.each([
    [0, '0 copies'],
    [1, '1 copy'],
    [2, '2 copies'],
  ])('%i of a noun with a plural of its own is %s', (count, words) => {
    expect(plural(count, 'copy', 'copies')).toBe(words);
  });
});

describe('the first names of a list', () => {
  test.each([
    [[], ''],
    [['Ann'], 'Ann'],
    [['Ann', 'Bob', 'Cid'], 'Ann, Bob, Cid'],
    [['Ann', 'Bob', 'Cid', 'Dan'], 'Ann, Bob, Cid and 1 more'],
    [['Ann', 'Bob', 'Cid', 'Dan', 'Eve'], 'Ann, Bob, Cid and 2 more'],
  ])('of %j are %s', (names, words) => {
    expect(few(names, names.length)).toBe(words);
  });

  test('asks for no more names than it shows', () => {
    let asked = 0;
    function* names(): Generator<string> {
      for (;;) yield `name ${++asked}`;
    }
    expect(few(firstFew(names()), 100_000)).toBe('name 1, name 2, name 3 and 99997 more');
    expect(asked).toBe(3);
  });
});

test.each(Object.entries(columnNames))('the column %s is the property that MAPI calls %s', (column, name) => {
  const { key } = recipientProperties[column as keyof typeof columnNames];
  expect(propertyNames.toTag(name)!.tag >>> 16).toBe(key);
});
