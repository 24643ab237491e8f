import { costing } from '../damage/anomaly';
import type { ReportDamage } from '../damage/anomaly';
import type { StorageTree } from './storage-tree';
import { decodeNamedProperties } from '../mapi/object/name-table';
import { noNames } from '../mapi/values/named-property';
import type { NamedPropertyMap } from '../mapi/values/named-property';
import { ObjectStorage } from './object-storage';

// [MS-OXMSG] 2.2.3: the named-property mapping storage

const GUID_STREAM = 0x00020102;
const ENTRY_STREAM = 0x00030102;
const STRING_STREAM = 0x00040102;

/** Reads the map of the whole file, which embedded messages use too. Damaged entries are reported and left out. */
export function readNamedPropertyMap(
  file: StorageTree,
  root: ObjectStorage,
  report: ReportDamage,
): NamedPropertyMap {
  if (root.namedProperties === undefined) return noNames;
  const storage = new ObjectStorage(file, root.namedProperties, report);
  const stream = (tag: number): Uint8Array => {
    const id = storage.values.get(tag);
    return id === undefined || file.isStorage(id)
      ? new Uint8Array(0)
      : file.read(id, costing('anything', report)).bytes;
  };
  const streams = {
    guids: stream(GUID_STREAM),
    entries: stream(ENTRY_STREAM),
    strings: stream(STRING_STREAM),
  };
  return decodeNamedProperties(streams, (problem) => {
    report('msg-named-property-map', problem, { storage: file.path(storage.id) });
  });
}
