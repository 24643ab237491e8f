import type { ReportDamage } from '../damage/anomaly';
import { DEFAULT_CODE_PAGE } from '../mapi/values/code-page';
import { noNames } from '../mapi/values/named-property';
import { binary, integer, integer64, ofId as tagged, text } from '../mapi/definitions/property';
import { PropertyStore } from '../mapi/rows/property-store';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { displayName, readFolderName } from './folder-name';
import { NodeObject } from './ltp/node-object';
import type { NodeBlocks } from './ltp/node-object';
import { readPropertyContext } from './ltp/property-context';
import { TableContext } from './ltp/table-context';
import type { StoreReading } from './ndb/store-reading';
import { NodeId, NodeType, nodeType, withType } from './ndb/node-id';
import type { NodeEntry } from './ndb/node-database';
import { hex } from './ndb/store-bytes';

// [MS-PST] 2.4.4: folders

const containerClass = tagged(0x3613, text);
const contentCount = tagged(0x3602, integer);
/** PidTagIpmAppointmentEntryId, on the root folder and the Inbox. */
const calendarEntryId = tagged(0x36d0, binary);
/** By which an OST knows a folder on the server: ReplId and GlobalCounter. */
const serverId = tagged(0x67f4, integer64);

/** What a folder says of itself. */
export interface FolderProperties {
  readonly name: string;
  readonly containerClass: string | undefined;
  readonly itemCount: number;
  readonly calendarEntryId: Uint8Array | undefined;
  readonly serverId: bigint | undefined;
}

/** The properties of a folder's or the store's node, none of which is large. */
export function readProperties(
  reading: StoreReading,
  blocks: NodeBlocks,
  codePage: number | undefined,
  report: ReportDamage,
): PropertyStore {
  const table = new PropertyTableBuilder(reading.database.source.byteLength, 1);
  const fetch = (): Promise<never> => Promise.reject(new Error('large values of folders are not read'));
  readPropertyContext(NodeObject.open(reading, blocks, report), table, { loadValuesUpTo: 65_536, fetch });
  const context = { codePage: codePage ?? DEFAULT_CODE_PAGE, names: noNames };
  return new PropertyStore(
    table.finish(() => '', context),
    0,
  );
}

/** Reads what a folder says of itself. The root folder needs no name. */
export function readFolder(
  reading: StoreReading,
  node: NodeEntry,
  codePage: number | undefined,
  report: ReportDamage,
): FolderProperties {
  const properties = readProperties(reading, node, codePage, report);
  const isRoot = node.id === NodeId.rootFolder;
  return {
    name: isRoot ? (properties.peek(displayName) ?? '') : readFolderName(properties, node.id, report),
    containerClass: properties.peek(containerClass),
    itemCount: properties.peek(contentCount) ?? 0,
    calendarEntryId: properties.peek(calendarEntryId),
    serverId: properties.peek(serverId),
  };
}

/** The folders in a folder, by its hierarchy table; search folders are none, since their items are elsewhere. */
export function readSubFolders(reading: StoreReading, folderId: number, report: ReportDamage): number[] {
  const table = openFolderTable(reading, folderId, NodeType.hierarchyTable, report);
  return (table?.readRowIndex().ids ?? []).filter((id) => nodeType(id) === NodeType.folder);
}

/** A table of a folder; undefined, and reported, if it is not there. */
export function openFolderTable(
  reading: StoreReading,
  folderId: number,
  type: number,
  report: ReportDamage,
): TableContext | undefined {
  const nodeId = withType(folderId, type);
  const entry = reading.database.node(nodeId, report);
  if (entry === undefined) {
    report('pst-node-missing', `Folder ${hex(folderId)} has no table ${hex(nodeId)} in the node B-tree`);
    return undefined;
  }
  const node = NodeObject.open(reading, entry, report);
  return node && TableContext.open(node);
}
