import type { PropertyTableBuilder } from '../../mapi/rows/property-table-builder';
import { propertyTag } from '../../mapi/values/property-type';
import { hex, u16, u32 } from '../ndb/store-bytes';
import { forEachRecord } from './b-tree-on-heap';
import type { NodeObject } from './node-object';
import { ValueReader } from './value-reader';
import type { BlockValueOptions } from './deferred-data';

// [MS-PST] 2.3.3: the property context

const CLIENT_SIGNATURE = 0xbc;
/** The key is the property's identifier; the entry has its type and its value, or where that is. */
const RECORD = { keySize: 2, entrySizes: [6], isOrdered: true };
const TYPE_OFFSET = 2;
const VALUE_OFFSET = 4;
/** The numbers that are kept of a record: its tag, its value and where it lies in the file. */
const KEPT = 3;

/**
 * Reads all properties of a node into a row of a table, empty and reported if the node has none; gives the sub-nodes
 * of the PtypObject values, by tag.
 */
export function readPropertyContext(
  node: NodeObject | undefined,
  table: PropertyTableBuilder,
  options: BlockValueOptions,
): ReadonlyMap<number, number> {
  const objects = node === undefined ? new Map<number, number>() : readRecords(node, table, options);
  table.endRow();
  return objects;
}

function readRecords(
  node: NodeObject,
  table: PropertyTableBuilder,
  options: BlockValueOptions,
): ReadonlyMap<number, number> {
  const { heap, report, reading } = node;
  const values = new ValueReader(node, table, options);
  if (heap.clientSignature !== CLIENT_SIGNATURE) {
    report('pst-heap', `bClientSig is ${hex(heap.clientSignature)}, expected 0xBC: a property context`);
    return values.objects;
  }
  const records: number[] = []; // reading a value moves the heap's cursor, so all records come first
  forEachRecord(
    heap,
    heap.userRoot,
    RECORD,
    (bytes, at) => {
      const tag = propertyTag(u16(bytes, at), u16(bytes, at + TYPE_OFFSET));
      records.push(tag, u32(bytes, at + VALUE_OFFSET), heap.offsetOf(at + VALUE_OFFSET) ?? 0);
    },
    report,
  );
  reading.database.source.gather(records.length / KEPT, (index) => {
    const [tag = 0, value = 0, offset = 0] = records.slice(index * KEPT, (index + 1) * KEPT);
    values.add(tag, value, offset === 0 ? undefined : offset);
  });
  return values.objects;
}
