import { describe, expect, test } from 'vitest';
import { copiedWords } from '../../src/bytes/words';
import { NameKind, StorageName, VALUE_NAME_LENGTH } from '../../src/msg/storage-name';
import { utf16 } from '../support/encoded-names';

type Kind = keyof typeof NameKind;

/** Recognises a name that lies somewhere in a directory, with what would be digits around it. */
function recognise(text: string, name = new StorageName()): StorageName {
  name.recognise(copiedWords(utf16(`00${text}00`)), 1, text.length);
  return name;
}

function kindOf(text: string): Kind | undefined {
  const { kind } = recognise(text);
  return (Object.keys(NameKind) as Kind[]).find((key) => NameKind[key] === kind);
}

const sound: [name: string, kind: Kind][] = [
  ['__properties_version1.0', 'properties'],
  ['__nameid_version1.0', 'names'],
  ['__recip_version1.0_#0000000A', 'recipient'],
  ['__attach_version1.0_#0000000A', 'attachment'],
  ['__substg1.0_0037001F', 'value'],
  ['__substg1.0_0037101F-0000000A', 'item'],
];

describe.each(sound)('%s', (text, kind) => {
  test(`is a name of the kind ${kind}`, () => {
    expect(kindOf(text)).toBe(kind);
  });

  test('is one in whatever case', () => {
    expect([text.toUpperCase(), text.toLowerCase()].map(kindOf)).toEqual([kind, kind]);
  });

  test('is none with a unit more or less', () => {
    const others = [`${text}0`, text.slice(0, -1), text.slice(1), `_${text}`];
    expect(others.map(kindOf)).toEqual(['other', 'other', 'other', 'other']);
  });

  test('is none with any one of its units changed', () => {
    for (let at = 0; at < text.length; at++) {
      const changed = `${text.slice(0, at)}!${text.slice(at + 1)}`;
      expect([changed, kindOf(changed)]).toEqual([changed, 'other']);
    }
  });

  test('is none with a unit whose low byte alone is right', () => {
    for (let at = 0; at < text.length; at++) {
      const changed = `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) | 0x100)}${text.slice(at + 1)}`;
      expect([changed, kindOf(changed)]).toEqual([changed, 'other']);
    }
  });
});

test.each(['', '_', 'Root Entry', '__substg1.0_', '__substg1.0_0037001F-', '\u0005SummaryInformation'])(
  '"%s" stands for nothing of a message',
  (text) => {
    expect(kindOf(text)).toBe('other');
  },
);

test('a value has a name of twenty units, and no other name has so many', () => {
  expect(VALUE_NAME_LENGTH).toBe(20);
  expect(sound.filter(([{ length }]) => length === VALUE_NAME_LENGTH)).toEqual([
    ['__substg1.0_0037001F', 'value'],
  ]);
});

test('a unit next to a letter in the table of characters is no letter in another case', () => {
  expect(['@', '[', '`', '{'].map((unit) => kindOf(`__${unit}ubstg1.0_0037001F`))).toEqual(
    Array<Kind>(4).fill('other'),
  );
  expect(kindOf('\u007f\u007fsubstg1.0_0037001F')).toBe('other'); // an underscore with the bit that tells cases apart
});

const numbers: [digits: string, number: number][] = [
  ['00000000', 0],
  ['00000001', 1],
  ['0000000F', 15],
  ['00000010', 16],
  ['0AbCdEf9', 0x0abcdef9],
  ['7FFFFFFF', 0x7fffffff],
  ['80000000', 0x80000000],
  ['FFFFFFFF', 0xffffffff],
  ['ffffffff', 0xffffffff],
];

describe.each(numbers)('the digits %s', (digits, number) => {
  test('are the tag of a value', () => {
    expect(recognise(`__substg1.0_${digits}`)).toMatchObject({ kind: NameKind.value, tag: number });
  });

  test('are the number of a recipient or attachment', () => {
    for (const kind of ['recip', 'attach'])
      expect(recognise(`__${kind}_version1.0_#${digits}`).index).toBe(number);
  });

  test('are the tag or the number of an item', () => {
    const ofTag = recognise(`__substg1.0_${digits}-00000003`);
    expect(ofTag).toMatchObject({ kind: NameKind.item, tag: number, index: 3 });
    const ofNumber = recognise(`__substg1.0_0037101F-${digits}`);
    expect(ofNumber).toMatchObject({ kind: NameKind.item, tag: 0x0037101f, index: number });
  });
});

test.each(['/', ':', '@', 'G', '`', 'g', ' ', '-', '\u007f', '\u0080', '\u0130', '\uff10', '\uffff'])(
  'the unit %j is no digit, at either end',
  (unit) => {
    const digits = [`${unit}0000000`, `0000000${unit}`];
    for (const start of [
      '__substg1.0_',
      '__recip_version1.0_#',
      '__attach_version1.0_#',
      '__substg1.0_0037101F-',
    ])
      expect(digits.map((each) => kindOf(start + each))).toEqual(['other', 'other']);
  },
);

test('an item needs a hyphen between tag and number', () => {
  expect(['_', '0', ' ', '\u202d'].map((unit) => kindOf(`__substg1.0_0037101F${unit}00000000`))).toEqual(
    Array<Kind>(4).fill('other'),
  );
});

test('one object serves for name after name, and tells each as if it were the first', () => {
  const name = new StorageName();
  for (const [text] of [...sound, ...[...sound].reverse()]) {
    recognise('nothing', name);
    expect(name.kind).toBe(NameKind.other);
    expect(recognise(text, name).kind).toBe(recognise(text).kind);
  }
  recognise('__recip_version1.0_#00000007', name);
  recognise('__attach_version1.0_#00000009', name);
  expect(name).toMatchObject({ kind: NameKind.attachment, index: 9 });
});

test('an untouched object stands for nothing', () => {
  expect(new StorageName()).toMatchObject({ kind: NameKind.other, tag: 0, index: 0 });
});

test('a name that ends with the words can be recognised', () => {
  const bytes = utf16('__nameid_version1.0');
  const name = new StorageName();
  name.recognise(copiedWords(bytes), 0, bytes.length / 2);
  expect(name.kind).toBe(NameKind.names);
});
