import { concat } from './compound-file-writer';
import type { WrittenNode } from './compound-file-writer';
import { guidBytes, PS_MAPI, PS_PUBLIC_STRINGS, stringEntry } from './encoded-names';

// [MS-OXMSG] 2.2.3: the storage of the named-property map, with the streams by which an identifier is found from a name

/** The set and name of each identifier from 0x8000 on. */
export type WrittenNames = readonly (readonly [set: string, name: number | string])[];

const FIRST_SET = 3;
const HASHES = 0x1f;

export function writeNames(names: WrittenNames): WrittenNode {
  const sets = [...new Set(names.map(([set]) => set))].filter(
    (set) => set !== PS_MAPI && set !== PS_PUBLIC_STRINGS,
  );
  const strings: Uint8Array[] = [];
  const hashed = new Map<number, Uint8Array[]>();
  const entries = names.map(([set, name], index) => {
    const guid = set === PS_MAPI ? 1 : set === PS_PUBLIC_STRINGS ? 2 : sets.indexOf(set) + FIRST_SET;
    const kindAndGuid = (guid << 1) | (typeof name === 'string' ? 1 : 0);
    const value = typeof name === 'number' ? name : crc(Buffer.from(name, 'utf16le'));
    const hash = ((value ^ kindAndGuid) >>> 0) % HASHES;
    hashed.set(hash, [...(hashed.get(hash) ?? []), entry(value, kindAndGuid, index)]);
    const place = typeof name === 'number' ? name : concat(strings).length;
    if (typeof name === 'string') strings.push(stringEntry(name));
    return entry(place, kindAndGuid, index);
  });
  return {
    name: '__nameid_version1.0',
    children: [
      { name: '__substg1.0_00020102', data: concat(sets.map(guidBytes)) },
      { name: '__substg1.0_00030102', data: concat(entries) },
      { name: '__substg1.0_00040102', data: concat(strings) },
      ...[...hashed].map(([hash, all]) => ({
        name: `__substg1.0_${(0x1000 + hash).toString(16).toUpperCase()}0102`,
        data: concat(all),
      })),
    ],
  };
}

function entry(value: number, kindAndGuid: number, index: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setUint32(0, value, true);
  bytes.setUint16(4, kindAndGuid, true);
  bytes.setUint16(6, index, true);
  return new Uint8Array(bytes.buffer);
}

/** The CRC of [MS-OXMSG] 2.2.3.2.2, a bit at a time. */
function crc(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  }
  return value >>> 0;
}
