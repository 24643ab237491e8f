import { costing } from '../damage/anomaly';
import type { ReportDamage } from '../damage/anomaly';
import type { Loss } from '../damage/damage';
import type { StorageTree } from './storage-tree';
import type { ReadNames } from '../mapi/object/lost-names';
import { decodeNamedProperties } from '../mapi/object/name-table';
import type { NameLoss, ReportName } from '../mapi/object/name-table';
import { noNames } from '../mapi/values/named-property';
import { contradictedEntries, hashStreams } from './name-hashes';
import { ObjectStorage } from './object-storage';

// [MS-OXMSG] 2.2.3: the named-property mapping storage

const noBytes = new Uint8Array(0);
const GUID_STREAM = 0x00020102;
const ENTRY_STREAM = 0x00030102;
const STRING_STREAM = 0x00040102;

/** Reads the map of the whole file, which embedded messages use too. Damaged entries are left out. */
export function readNamedPropertyMap(
  file: StorageTree,
  root: ObjectStorage,
  report: ReportDamage,
): ReadNames {
  const lost = new Map<number, string>();
  if (root.namedProperties === undefined) return { map: noNames, lost };
  const storage = new ObjectStorage(file, root.namedProperties, report);
  const stream = (tag: number, loses: Loss = 'property'): Uint8Array => {
    const id = storage.values.get(tag);
    return id === undefined || file.isStorage(id) ? noBytes : file.read(id, costing(loses, report));
  };
  const streams = {
    guids: stream(GUID_STREAM),
    entries: stream(ENTRY_STREAM),
    strings: stream(STRING_STREAM),
  };
  const hashed = hashStreams.map((tag) => stream(tag, 'nothing'));
  const reportName: ReportName = (problem, loss) => {
    if (typeof loss === 'object') lost.set(loss.id, lost.get(loss.id) ?? problem);
    else report(codes[loss], problem, { storage: file.path(storage.id) });
  };
  const map = decodeNamedProperties(streams, reportName, {
    contradicted: contradictedEntries(streams, hashed),
  });
  return { map, lost };
}

const codes = {
  // QUIRK: [MS-OXMSG] 2.2.3.1.2 gives each name one identifier; some files have several for one (`y6-healthy-name-twice.msg`)
  repeated: 'msg-name-repeated',
  unused: 'msg-name-unused',
  names: 'msg-named-property-map',
} as const satisfies Record<Extract<NameLoss, string>, string>;
