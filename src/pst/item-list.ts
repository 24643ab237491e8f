import { AnomalyLog } from '../damage/anomaly';
import type { ReportDamage } from '../damage/anomaly';
import { DEFAULT_CODE_PAGE } from '../mapi/values/code-page';
import { PropertyStore } from '../mapi/rows/property-store';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { findNode } from './find-node';
import { openFolderTable } from './folder';
import { folderReport } from './folder-tree';
import type { FolderNode } from './folder-tree';
import { itemFieldsOf, neededColumns } from './item-fields';
import type { ItemFields, PeekedFields } from './item-fields';
import { NodeObject } from './ltp/node-object';
import { readPropertyContext } from './ltp/property-context';
import type { TableContext } from './ltp/table-context';
import type { Allowance, StoreReading } from './ndb/store-reading';
import { NodeType, nodeType } from './ndb/node-id';
import { hex } from './ndb/store-bytes';
import type { StoreSession } from './store-session';

// [MS-PST] 2.4.4.5: the contents table of a folder

/** How many rows are decoded at a time: as many entries are held, however many a folder has. */
const ROWS_AT_ONCE = 512;

/** An item as its folder lists it. */
export interface ContentsRow extends PeekedFields {
  readonly nodeId: number;
  readonly folder: FolderNode;
}

/** Lists the items of a folder by its contents table, opening none that the table tells enough of. */
export async function* listFolder(
  session: StoreSession,
  folder: FolderNode,
  codePage: number | undefined,
  pool: Allowance,
): AsyncGenerator<ContentsRow, void> {
  const { ids, places } = await session.runShared((reading) => readIndex(reading, folder), pool);
  for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
    const end = start + ROWS_AT_ONCE;
    const batch = { ids: ids.slice(start, end), places: places.slice(start, end) };
    const fields = await session.runShared(
      (reading) => readBatch(session, reading, folder, batch, codePage),
      pool,
    );
    for (const [index, nodeId] of batch.ids.entries())
      yield { nodeId, folder, ...(fields[index] as PeekedFields) };
  }
}

interface Batch {
  readonly ids: readonly number[];
  readonly places: readonly number[];
}

function readIndex(reading: StoreReading, folder: FolderNode): Batch {
  const report = folderReport(reading, folder);
  const { ids = [], places = [] } = openContents(reading, folder, report)?.readRowIndex() ?? {};
  const kept = ids
    .map((id, index) => ({ id, place: places[index] as number }))
    .filter(({ id }) => isItem(id));
  if (kept.length !== folder.itemCount) {
    const message = `PidTagContentCount is ${folder.itemCount}, but the contents table has ${kept.length} items`;
    report('pst-folder-count', message);
  }
  return { ids: kept.map(({ id }) => id), places: kept.map(({ place }) => place) };
}

function isItem(nodeId: number): boolean {
  return nodeType(nodeId) === NodeType.message;
}

function openContents(
  reading: StoreReading,
  folder: FolderNode,
  report: ReportDamage,
): TableContext | undefined {
  return openFolderTable(reading, folder.nodeId, NodeType.contentsTable, report);
}

function readBatch(
  session: StoreSession,
  reading: StoreReading,
  folder: FolderNode,
  { ids, places }: Batch,
  codePage: number | undefined,
): PeekedFields[] {
  const report = folderReport(reading, folder);
  const table = openContents(reading, folder, report);
  const builder = new PropertyTableBuilder(reading.database.source.byteLength, places.length);
  const options = { loadValuesUpTo: session.options.loadValuesUpTo, fetch: session.fetch };
  table?.readRows(places, builder, options, () => report, neededColumns(table.tags, session.names));
  const rows = builder.finish(() => `node ${hex(folder.nodeId)}/contents`, {
    codePage: codePage ?? DEFAULT_CODE_PAGE,
    names: session.names,
  });
  const fields: PeekedFields[] = [];
  reading.database.source.gather(ids.length, (index) => {
    const listed = index < rows.rowCount ? itemFieldsOf(new PropertyStore(rows, index)) : undefined;
    const isEnough = listed?.messageClass !== undefined && listed.start !== undefined;
    fields[index] = isEnough
      ? { ...listed, isDamaged: false }
      : { ...peekFields(session, reading, ids[index] as number, codePage), ...defined(listed) };
  });
  return fields;
}

/** The fields that a row has, to be put over those of the message. */
function defined(fields: ItemFields | undefined): Partial<ItemFields> {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined));
}

/**
 * The same fields from the message itself: for what no contents table lists, or tells too little of. Its damage is not
 * the folder's: whoever reads the message is told.
 */
export function peekFields(
  session: StoreSession,
  reading: StoreReading,
  nodeId: number,
  codePage: number | undefined,
): PeekedFields {
  const log = new AnomalyLog(false, 0);
  const report = log.at('');
  const entry = findNode(reading, nodeId, report);
  const builder = new PropertyTableBuilder(reading.database.source.byteLength, 1);
  const node = entry && NodeObject.open(reading, entry, report);
  readPropertyContext(node, builder, { loadValuesUpTo: 0, isPeek: true, fetch: session.fetch });
  const fields = itemFieldsOf(
    new PropertyStore(
      builder.finish(() => `node ${hex(nodeId)}`, {
        codePage: codePage ?? DEFAULT_CODE_PAGE,
        names: session.names,
      }),
      0,
    ),
  );
  return { ...fields, isDamaged: log.errorCount > 0 };
}
