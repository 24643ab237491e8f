import { ByteReader } from '../../bytes/byte-reader';
import { decodeGuid, GUID_LENGTH } from '../values/guid';
import type { Guid } from '../values/guid';
import { nameKey } from '../values/named-property';
import type { NamedPropertyMap, PropertyName } from '../values/named-property';
import { PS_MAPI, PS_PUBLIC_STRINGS } from '../values/property-sets';
import { decodeUtf16 } from '../values/utf16';
import { FIRST_NAMED_ID } from '../values/property-type';

const ENTRY_LENGTH = 8;
const LAST_ID = 0xffff;
const FIRST_GUID_INDEX = 3;
/** [MS-OXPROPS] allows 254 characters; this is generous. */
const MAX_NAME_BYTES = 2048;

/** The three byte strings in which a .msg file and a store keep their named properties. */
export interface NameStreams {
  readonly guids: Uint8Array;
  readonly entries: Uint8Array;
  readonly strings: Uint8Array;
}

/**
 * What is wrong with an entry, in words, and what it costs: a name, or nothing where one name has several identifiers.
 */
export type ReportName = (problem: string, costs: 'name' | 'nothing') => void;

/**
 * Decodes a map of named properties: [MS-OXMSG] 2.2.3 and [MS-PST] 2.4.7 have the same bytes. Damaged entries are left
 * out, and `report` hears of them. `noSet` is the property set of names that have none, which only stores know.
 */
export function decodeNamedProperties(
  { guids, entries, strings }: NameStreams,
  report: ReportName,
  noSet?: Guid,
): NamedPropertyMap {
  const names = new NameStream(strings);
  if (entries.length % ENTRY_LENGTH !== 0 || guids.length % GUID_LENGTH !== 0)
    report(
      `GUID stream has ${guids.length} bytes, entry stream ${entries.length}: one of them is cut`,
      'name',
    );
  const map = new NameTable();
  for (let start = 0; start + ENTRY_LENGTH <= entries.length; start += ENTRY_LENGTH) {
    const entry = decodeEntry(new ByteReader(entries, start), guids, names, noSet);
    const problem =
      entry === undefined ? 'points outside the GUID or string stream' : map.add(entry.id, entry.name);
    if (problem === undefined) continue;
    const isKept = entry !== undefined && map.nameOf(entry.id) === entry.name;
    report(`Entry ${start / ENTRY_LENGTH} ${problem}`, isKept ? 'nothing' : 'name');
  }
  return map;
}

function decodeEntry(
  reader: ByteReader,
  guids: Uint8Array,
  names: NameStream,
  noSet: Guid | undefined,
): { id: number; name: PropertyName } | undefined {
  const lidOrOffset = reader.u32();
  const kindAndGuid = reader.u16();
  const id = FIRST_NAMED_ID + reader.u16();
  const index = kindAndGuid >> 1;
  const set = index === 0 ? noSet : decodeSet(index, guids);
  const name = (kindAndGuid & 1) === 0 ? lidOrOffset : names.at(lidOrOffset);
  return set === undefined || name === undefined ? undefined : { id, name: { set, name } };
}

function decodeSet(index: number, guids: Uint8Array): Guid | undefined {
  if (index === 1) return PS_MAPI;
  if (index === 2) return PS_PUBLIC_STRINGS;
  const start = (index - FIRST_GUID_INDEX) * GUID_LENGTH;
  if (start < 0 || start + GUID_LENGTH > guids.length) return undefined;
  return decodeGuid(guids.subarray(start, start + GUID_LENGTH));
}

/** The string stream. Many entries may share a name: each is decoded once. */
class NameStream {
  readonly #bytes: Uint8Array;
  readonly #names = new Map<number, string | undefined>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The name at an offset; undefined if there is none, or one longer than a name may be. */
  at(offset: number): string | undefined {
    if (!this.#names.has(offset)) this.#names.set(offset, this.#decode(offset));
    return this.#names.get(offset);
  }

  #decode(offset: number): string | undefined {
    if (offset + 4 > this.#bytes.length) return undefined;
    const reader = new ByteReader(this.#bytes, offset);
    const length = reader.u32();
    return length <= Math.min(reader.remaining, MAX_NAME_BYTES)
      ? decodeUtf16(reader.bytes(length))
      : undefined;
  }
}

/** Both directions of the map. Names come from the file, so they are keys of a Map and never of an object. */
export class NameTable implements NamedPropertyMap {
  readonly #ids = new Map<string, number[]>();
  readonly #names = new Map<number, PropertyName>();

  /** Adds a name for an identifier; says what is wrong with that. */
  add(id: number, name: PropertyName): string | undefined {
    if (id > LAST_ID) return `gives the identifier 0x${id.toString(16)}, beyond 0x${LAST_ID.toString(16)}`;
    if (this.#names.has(id)) return `names 0x${id.toString(16)}, which has a name already`;
    this.#names.set(id, name);
    const ids = this.#ids.get(nameKey(name));
    if (ids === undefined) this.#ids.set(nameKey(name), [id]);
    else ids.push(id);
    return ids === undefined ? undefined : `gives 0x${id.toString(16)} a name that another identifier has`;
  }

  idsOf(name: PropertyName): readonly number[] {
    return this.#ids.get(nameKey(name)) ?? [];
  }

  nameOf(id: number): PropertyName | undefined {
    return this.#names.get(id);
  }
}
