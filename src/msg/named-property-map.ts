import type { Report } from '../anomaly';
import { ByteReader } from '../bytes/byte-reader';
import type { CompoundFile } from '../cfb/compound-file';
import { decodeGuid, GUID_LENGTH } from '../mapi/guid';
import type { Guid } from '../mapi/guid';
import { nameKey, noNames } from '../mapi/named-property';
import type { NamedPropertyMap, PropertyName } from '../mapi/named-property';
import { PS_MAPI, PS_PUBLIC_STRINGS } from '../mapi/property-sets';
import { decodeUtf16 } from '../mapi/utf16';
import { ObjectStorage } from './object-storage';

// [MS-OXMSG] 2.2.3: the named-property mapping storage

const GUID_STREAM = 0x00020102;
const ENTRY_STREAM = 0x00030102;
const STRING_STREAM = 0x00040102;
const ENTRY_LENGTH = 8;
const FIRST_ID = 0x8000;
const LAST_ID = 0xffff;
const FIRST_GUID_INDEX = 3;
/** [MS-OXPROPS] allows 254 characters; this is generous. */
const MAX_NAME_BYTES = 2048;

/** Reads the map of the whole file, which embedded messages use too. Damaged entries are reported and left out. */
export function readNamedPropertyMap(
  file: CompoundFile,
  root: ObjectStorage,
  report: Report,
): NamedPropertyMap {
  if (root.namedProperties === undefined) return noNames;
  const storage = new ObjectStorage(file, root.namedProperties, report);
  const located: Report = (code, message, at) => {
    report(code, message, { storage: file.path(storage.id), ...at });
  };
  const stream = (tag: number): Uint8Array => {
    const id = storage.values.get(tag);
    return id === undefined || file.isStorage(id) ? new Uint8Array(0) : file.read(id, report).bytes;
  };
  const guids = stream(GUID_STREAM);
  const entries = stream(ENTRY_STREAM);
  const names = new NameStream(stream(STRING_STREAM));
  if (entries.length % ENTRY_LENGTH !== 0 || guids.length % GUID_LENGTH !== 0) {
    const message = `GUID stream has ${guids.length} bytes, entry stream ${entries.length}: one of them is cut`;
    located('msg-named-property-map', message);
  }
  const map = new NameTable();
  for (let start = 0; start + ENTRY_LENGTH <= entries.length; start += ENTRY_LENGTH) {
    const entry = decodeEntry(new ByteReader(entries, start), guids, names);
    const problem =
      entry === undefined ? 'points outside the GUID or string stream' : map.add(entry.id, entry.name);
    if (problem !== undefined) located('msg-named-property-map', `Entry ${start / ENTRY_LENGTH} ${problem}`);
  }
  return map;
}

function decodeEntry(
  reader: ByteReader,
  guids: Uint8Array,
  names: NameStream,
): { id: number; name: PropertyName } | undefined {
  const lidOrOffset = reader.u32();
  const kindAndGuid = reader.u16();
  const id = FIRST_ID + reader.u16();
  const set = decodeSet(kindAndGuid >> 1, guids);
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
class NameTable implements NamedPropertyMap {
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
