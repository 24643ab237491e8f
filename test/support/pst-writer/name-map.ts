import { concat } from '../compound-file-writer';
import { PS_MAPI, PS_PUBLIC_STRINGS, guidBytes, stringEntry } from '../encoded-names';
import { LittleEndian } from './little-endian';
import type { StoredProperty } from './stored-property';

const PSETID_COMMON = '00062008-0000-0000-C000-000000000046';

type Name = readonly [set: string, name: number | string];

/** The named properties of a store, and its Name-to-ID map, [MS-PST] 2.4.7. */
export class NameMap {
  /** Every real store has names of both kinds, and readers fail on a map that lacks one. */
  readonly #names: Name[] = [
    [PS_PUBLIC_STRINGS, 'Keywords'],
    [PSETID_COMMON, 0x8503],
  ];

  /** The identifier of a named property, from 0x8000 up. */
  idOf([set, name]: Name): number {
    const known = this.#names.findIndex(([s, n]) => s === set && n === name);
    return 0x8000 + (known >= 0 ? known : this.#names.push([set, name]) - 1);
  }

  /** The properties of node 0x61. Hash buckets are left out: they only help who searches. */
  properties(): StoredProperty[] {
    const known = [PS_MAPI, PS_PUBLIC_STRINGS];
    const sets = [...new Set(this.#names.map(([set]) => set))].filter((set) => !known.includes(set));
    const strings: Uint8Array[] = [];
    const entries = this.#names.map(([set, name], index) => {
      const guid = set === PS_MAPI ? 1 : set === PS_PUBLIC_STRINGS ? 2 : sets.indexOf(set) + 3;
      const id = typeof name === 'number' ? name : concat(strings).length;
      if (typeof name === 'string') strings.push(stringEntry(name));
      return new LittleEndian(8).u32(0, id).u16(4, (guid << 1) | (typeof name === 'string' ? 1 : 0), index)
        .bytes;
    });
    return [
      { tag: 0x00010003, bytes: new LittleEndian(4).u32(0, 251).bytes },
      { tag: 0x00020102, bytes: concat(sets.map(guidBytes)) },
      { tag: 0x00030102, bytes: concat(entries) },
      { tag: 0x00040102, bytes: concat(strings) },
    ];
  }
}
