import { decodeNamedProperties } from '../mapi/object/name-table';
import type { NameLoss, ReportName } from '../mapi/object/name-table';
import type { ReadNames } from '../mapi/object/lost-names';
import { noNames } from '../mapi/values/named-property';
import { binary, ofId as tagged } from '../mapi/definitions/property';
import { PropertyStore } from '../mapi/rows/property-store';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { NodeObject } from './ltp/node-object';
import { readPropertyContext } from './ltp/property-context';
import { findNode } from './find-node';
import { NodeId } from './ndb/node-id';
import type { StoreReading } from './ndb/store-reading';

// [MS-PST] 2.4.7: the named-property map

/** NAMEID_GUID_NONE, 2.4.7.1: a name in no property set. */
const NO_SET = '00000000-0000-0000-0000-000000000000';

const guidStream = tagged(0x0002, binary);
const entryStream = tagged(0x0003, binary);
const stringStream = tagged(0x0004, binary);

/** Reads the map of the whole store. Damaged entries are reported and left out. */
export function readNameToIdMap(reading: StoreReading): ReadNames {
  const storage = 'named-property map';
  const report = reading.at('', storage);
  const entry = findNode(reading, NodeId.nameMap, report);
  const node = entry && NodeObject.open(reading, entry, report);
  const lost = new Map<number, string>();
  if (node === undefined) return { map: noNames, lost };
  const table = new PropertyTableBuilder(reading.database.source.byteLength, 1);
  const fetch = (): Promise<never> => Promise.reject(new Error('the named-property map is loaded whole'));
  readPropertyContext(node, table, { loadValuesUpTo: Infinity, fetch });
  const properties = new PropertyStore(
    table.finish(() => storage, { codePage: 0, names: noNames }),
    0,
  );
  const stream = (of: typeof guidStream): Uint8Array => properties.get(of) ?? new Uint8Array(0);
  const streams = { guids: stream(guidStream), entries: stream(entryStream), strings: stream(stringStream) };
  const reportName: ReportName = (problem, loss) => {
    if (typeof loss === 'object') lost.set(loss.id, lost.get(loss.id) ?? problem);
    report(typeof loss === 'object' ? 'pst-name-unreadable' : codes[loss], problem);
  };
  return { map: decodeNamedProperties(streams, reportName, { noSet: NO_SET }), lost };
}

const codes = {
  repeated: 'pst-name-repeated',
  unused: 'pst-name-unreadable',
  names: 'pst-named-property-map',
} as const satisfies Record<Extract<NameLoss, string>, string>;
