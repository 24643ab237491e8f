// One name of each wire type among the names of properties, with a value to write and what is read of it.

import type { KnownPropertyName } from '../../../src/index';
import { FileTime } from '../../../src/index';
import { propertyNames } from '../../../src/mapi/names/index';
import { namedTable, tagTable } from '../../../src/mapi/names/tables';

const bytes = Uint8Array.of(1, 2, 3);
const guid = '00062002-0000-0000-C000-000000000046';
const values: ReadonlyMap<number, unknown> = new Map<number, unknown>([
  [0x0002, 7],
  [0x0003, -7],
  [0x0004, 0.5],
  [0x0005, 0.5],
  [0x0006, 5n],
  [0x0007, 0.5],
  [0x000b, true],
  [0x0014, 5n],
  [0x001e, 'text'],
  [0x001f, 'text'],
  [0x0040, new FileTime(5n)],
  [0x0048, guid],
  [0x00fb, bytes],
  [0x0102, bytes],
  [0x1002, [1, 2]],
  [0x1003, [1, 2]],
  [0x1014, [1n, 2n]],
  [0x101e, ['a', 'b']],
  [0x101f, ['a', 'b']],
  [0x1040, [new FileTime(5n)]],
  [0x1048, [guid]],
  [0x1102, [bytes, bytes]],
]);

/** A few names of every type that a property can have, of tags and of named properties. */
export function* knownNames(): Generator<
  readonly [name: KnownPropertyName, written: unknown, read: unknown]
> {
  const seen = new Map<string, number>();
  const all = [
    ...tagTable.split('\n').map((line) => line.split(' ').at(1)),
    ...namedTable.split('\n').map((line) => line.split('\t').at(3)?.split(' ').at(0)),
  ];
  for (const name of all) {
    const known = name === undefined ? undefined : propertyNames.toKey(name);
    const value = known && values.get(known.type);
    if (known === undefined || value === undefined) continue;
    const kind = `${typeof known.key} ${known.type}`;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    if (count <= 3) yield [name as KnownPropertyName, value, value];
  }
}
