import { ByteReader } from '../../bytes/byte-reader';
import { isZero } from '../../bytes/is-zero';
import { decodeGuid, GUID_LENGTH } from '../values/guid';
import type { Guid } from '../values/guid';
import { nameInSet, nameKey } from '../values/named-property';
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
 * What a problem costs: the name of one identifier, which some property may have or none; `repeated`: nothing, one name
 * has several identifiers; `unused`: nothing, no property can have it; `names`: those of nobody knows which.
 */
export type NameLoss = { readonly id: number } | 'repeated' | 'unused' | 'names';

/** Is told what is wrong with a map, in words, and what it costs. */
export type ReportName = (problem: string, loss: NameLoss) => void;

/**
 * Decodes a map of named properties: [MS-OXMSG] 2.2.3 and [MS-PST] 2.4.7 have the same bytes. Damaged entries are left
 * out, and `report` hears of them. `noSet` is the property set of names that have none, which only stores know;
 * `contradicted`: the numbers of entries that something else in the file contradicts.
 */
export function decodeNamedProperties(
  { guids, entries, strings }: NameStreams,
  report: ReportName,
  { noSet, contradicted }: { noSet?: Guid; contradicted?: ReadonlySet<number> } = {},
): NamedPropertyMap {
  const names = new NameStream(strings);
  const sets = new SetStream(guids, noSet);
  const reader = new ByteReader(entries);
  if (isCut(entries, ENTRY_LENGTH) || isCut(guids, GUID_LENGTH))
    report(
      `GUID stream has ${guids.length} bytes, entry stream ${entries.length}: one of them is cut`,
      'names',
    );
  const map = new NameTable();
  const end = endOfEntries(entries);
  for (let start = 0; start + ENTRY_LENGTH <= end; start += ENTRY_LENGTH) {
    const { id, name: stated } = decodeEntry(reader, sets, names);
    const isDoubted = contradicted?.has(start / ENTRY_LENGTH) ?? false;
    const name = isDoubted ? undefined : stated;
    const problem = name === undefined ? whyNameless(isDoubted) : map.add(id, name);
    if (problem !== undefined) report(`Entry ${start / ENTRY_LENGTH} ${problem}`, lossOf(id, name, map));
  }
  if (end < entries.length) report(`${entries.length - end} bytes of zeros follow the last entry`, 'unused');
  return map;
}

function whyNameless(isDoubted: boolean): string {
  return isDoubted
    ? 'has another name than the streams by which it is found'
    : 'points outside the GUID or string stream';
}

/** Whether a stream ends inside an entry; zeros are none. */
function isCut(bytes: Uint8Array, entryLength: number): boolean {
  return !isZero(bytes.subarray(bytes.length - (bytes.length % entryLength)));
}

/** Where the entries end: zeros behind the first are none, since each would name the same identifier. */
function endOfEntries(entries: Uint8Array): number {
  if (isCut(entries, ENTRY_LENGTH)) return entries.length;
  let end = entries.length - (entries.length % ENTRY_LENGTH);
  while (end > ENTRY_LENGTH && isZero(entries.subarray(end - ENTRY_LENGTH, end))) end -= ENTRY_LENGTH;
  return end;
}

function lossOf(id: number, name: PropertyName | undefined, map: NameTable): NameLoss {
  if (id > LAST_ID) return 'unused';
  const kept = map.nameOf(id);
  if (name === undefined || kept === undefined) return { id };
  if (kept === name) return 'repeated';
  return nameKey(kept) === nameKey(name) ? 'unused' : { id };
}

function decodeEntry(
  reader: ByteReader,
  sets: SetStream,
  names: NameStream,
): { id: number; name: PropertyName | undefined } {
  const lidOrOffset = reader.u32();
  const kindAndGuid = reader.u16();
  const id = FIRST_NAMED_ID + reader.u16();
  const set = sets.at(kindAndGuid >> 1);
  const name = (kindAndGuid & 1) === 0 ? lidOrOffset : names.at(lidOrOffset);
  return { id, name: set === undefined || name === undefined ? undefined : { set, name } };
}

/** The GUID stream: a few property sets, to which all entries refer by their number. */
class SetStream {
  readonly #bytes: Uint8Array;
  /** By their numbers, as far as they were decoded: 0 is that of names that have none. */
  readonly #sets: (Guid | undefined)[];

  constructor(bytes: Uint8Array, noSet: Guid | undefined) {
    this.#bytes = bytes;
    this.#sets = [noSet, PS_MAPI, PS_PUBLIC_STRINGS];
  }

  /** Undefined if there is none. */
  at(index: number): Guid | undefined {
    return index < FIRST_GUID_INDEX ? this.#sets[index] : (this.#sets[index] ??= this.#decode(index));
  }

  #decode(index: number): Guid | undefined {
    const start = (index - FIRST_GUID_INDEX) * GUID_LENGTH;
    if (start + GUID_LENGTH > this.#bytes.length) return undefined;
    return decodeGuid(this.#bytes.subarray(start, start + GUID_LENGTH));
  }
}

/**
 * The string stream. Many entries may share a name: each is decoded once. Names do not overlap, so no more is decoded than
 * it has bytes.
 */
class NameStream {
  readonly #bytes: Uint8Array;
  readonly #names = new Map<number, string | undefined>();
  #left: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#left = bytes.length;
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
    if (length > Math.min(reader.remaining, MAX_NAME_BYTES, this.#left)) return undefined;
    this.#left -= length;
    return decodeUtf16(reader.bytes(length));
  }
}

const none: readonly number[] = [];

/** Both directions of the map. Names come from the file, so they are keys of a Map and never of an object. */
export class NameTable implements NamedPropertyMap {
  /** By set and name: made for every file and asked again and again, so no text is put together for it. */
  readonly #ids = new Map<Guid, Map<number | string, number[]>>();
  readonly #names = new Map<number, PropertyName>();

  /** Adds a name for an identifier; says what is wrong with that. */
  add(id: number, name: PropertyName): string | undefined {
    if (id > LAST_ID) return `gives the identifier 0x${id.toString(16)}, beyond 0x${LAST_ID.toString(16)}`;
    if (this.#names.has(id)) return `names 0x${id.toString(16)}, which has a name already`;
    this.#names.set(id, name);
    const set = name.set.toUpperCase();
    const inSet = this.#ids.get(set) ?? new Map<number | string, number[]>();
    this.#ids.set(set, inSet);
    const key = nameInSet(set, name.name);
    const ids = inSet.get(key);
    if (ids === undefined) inSet.set(key, [id]);
    else ids.push(id);
    return ids === undefined ? undefined : `gives 0x${id.toString(16)} a name that another identifier has`;
  }

  idsOf({ set, name }: PropertyName): readonly number[] {
    const upper = set.toUpperCase();
    return this.#ids.get(upper)?.get(nameInSet(upper, name)) ?? none;
  }

  nameOf(id: number): PropertyName | undefined {
    return this.#names.get(id);
  }
}
