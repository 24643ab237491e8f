import { concat } from '../../bytes/concat';
import { crcOf } from '../../bytes/crc';
import type { StorageNode } from '../../cfb/writing/storage-node';
import { encodeGuid } from '../../mapi/values/guid';
import type { PropertyName } from '../../mapi/values/named-property';
import { formatTag } from '../../mapi/values/property-type';
import { PS_MAPI, PS_PUBLIC_STRINGS } from '../../mapi/values/property-sets';
import { encodeUtf16 } from '../../mapi/values/utf16';
import { hashStreams } from '../name-hashes';

// [MS-OXMSG] 2.2.3: the named-property mapping storage, with the streams by which an identifier is found from a name

const ENTRY_LENGTH = 8;
const FIRST_SET = 3;
const STRING = 1;

/** The storage of the map; the names have the identifiers from 0x8000 on, in their order. */
export function nameMapStorage(names: readonly PropertyName[]): StorageNode {
  const sets = [...new Set(names.map(({ set }) => set))].filter(
    (set) => set !== PS_MAPI && set !== PS_PUBLIC_STRINGS,
  );
  const numbers = new Map(sets.map((set, index) => [set, index + FIRST_SET]));
  numbers.set(PS_MAPI, 1).set(PS_PUBLIC_STRINGS, 2);
  const strings: Uint8Array[] = [];
  const hashed = new Map<number, Uint8Array[]>(); // in the order in which they are met
  let end = 0;
  const entries = names.map(({ set, name }, index) => {
    const isString = typeof name === 'string';
    const kindAndSet = ((numbers.get(set) as number) << 1) | (isString ? STRING : 0);
    const value = isString ? crcOf(encodeUtf16(name)) : name;
    const number = ((value ^ kindAndSet) >>> 0) % hashStreams.length;
    const inStream = hashed.get(number) ?? [];
    inStream.push(encodeEntry(value, kindAndSet, index));
    hashed.set(number, inStream);
    const place = isString ? end : name;
    if (isString) end += strings[strings.push(stringEntry(name)) - 1]?.length ?? 0;
    return encodeEntry(place, kindAndSet, index);
  });
  const stream = (tag: number, parts: readonly Uint8Array[]): { name: string; data: Uint8Array } => ({
    name: `__substg1.0_${formatTag(tag)}`,
    data: concat(parts),
  });
  return {
    name: '__nameid_version1.0',
    children: [
      stream(0x00020102, sets.map(encodeGuid)),
      stream(0x00030102, entries),
      stream(0x00040102, strings),
      ...[...hashed].map(([number, all]) => stream(hashStreams[number] as number, all)),
    ],
  };
}

/** A name in the string stream: its length, its text, and what fills the last four bytes. */
export function stringEntry(name: string): Uint8Array {
  const text = encodeUtf16(name);
  const entry = new Uint8Array(4 + Math.ceil(text.length / 4) * 4);
  new DataView(entry.buffer).setUint32(0, text.length, true);
  entry.set(text, 4);
  return entry;
}

function encodeEntry(value: number, kindAndSet: number, index: number): Uint8Array {
  const entry = new DataView(new ArrayBuffer(ENTRY_LENGTH));
  entry.setUint32(0, value, true);
  entry.setUint16(4, kindAndSet, true);
  entry.setUint16(6, index, true);
  return new Uint8Array(entry.buffer);
}
