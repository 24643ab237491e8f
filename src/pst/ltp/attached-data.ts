import type { ReportDamage } from '../../damage/anomaly';
import { HEAD_OF_CONTENT } from '../../mapi/object/attached-file';
import type { AttachedContent } from '../../mapi/object/attached-file';
import { contentIndex } from '../../mapi/object/attachment-content';
import type { PropertyTable } from '../../mapi/rows/property-table';
import { DataTree } from '../ndb/data-tree';
import type { StoreReading } from '../ndb/store-reading';
import { DeferredData } from './deferred-data';

/** The content of an attachment, in blocks or in the heap of its node; undefined: it has none. */
export function contentInStore(
  reading: StoreReading,
  table: PropertyTable,
  row: number,
  report: ReportDamage,
): AttachedContent | undefined {
  const index = contentIndex(table, row);
  if (index < 0 || table.content(index) === 'missing') return undefined;
  const value = table.externalValue(index);
  return value instanceof DeferredData ? inBlocks(reading, value, report) : inHeap(table, index);
}

function inBlocks(reading: StoreReading, value: DeferredData, report: ReportDamage): AttachedContent {
  const open = (): DataTree | undefined => DataTree.open(reading, value.block, 'stream', report);
  const nothing = new Uint8Array(0);
  return {
    size: value.size,
    head: () => open()?.block(0)?.subarray(0, HEAD_OF_CONTENT) ?? nothing,
    whole: () => open()?.whole() ?? nothing,
    fetch: () => value.read(),
  };
}

function inHeap(table: PropertyTable, index: number): AttachedContent {
  const bytes = table.bytes(index);
  return {
    size: bytes.length,
    head: () => bytes.subarray(0, HEAD_OF_CONTENT),
    whole: () => bytes,
    fetch: () => Promise.resolve(bytes),
  };
}
