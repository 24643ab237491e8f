import { Heap } from './heap';
import { LittleEndian } from './little-endian';
import { TreeOnHeap } from './b-tree-on-heap';
import type { NodeContent, NodeDatabase } from './node-database';
import type { StoredProperty } from './stored-property';
import type { Subnode } from './subnode-tree';
import { ValueStorage } from './value-storage';
import type { ValueOptions } from './value-storage';

/** The types whose values a property context holds inline: those of up to four bytes. */
const inlineTypes = new Set([0x0001, 0x0002, 0x0003, 0x0004, 0x000a, 0x000b]);

/** Writes a property context, [MS-PST] 2.3.3; `subnodes` are others below the same node. */
export function writePropertyContext(
  database: NodeDatabase,
  name: string,
  properties: readonly StoredProperty[],
  options: ValueOptions = {},
  subnodes: readonly Subnode[] = [],
): NodeContent {
  const heap = new Heap(database.layout, database.maxBlockData);
  const storage = new ValueStorage(database, heap, name, options, subnodes);
  // readers are known to look for the header in the first item
  const tree = new TreeOnHeap(heap, {
    keySize: 2,
    entrySize: 6,
    maxRecords: options.maxTreeRecords,
    tail: options.tailOfProperties,
    name: 'BTHHEADER',
  });
  const records = properties.map(({ tag, bytes }) => {
    const entry = new LittleEndian(6).u16(0, tag & 0xffff);
    if (inlineTypes.has(tag & 0xffff)) entry.raw(2, bytes.subarray(0, 4));
    else entry.u32(2, storage.add(bytes, `value ${hexTag(tag)}`));
    return { key: tag >>> 16, entry: entry.bytes };
  });
  tree.fill(records);
  return storage.finish('propertyContext', tree.hid);
}

/** A tag as places are named by it: `0037001F`. */
export function hexTag(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(8, '0');
}
