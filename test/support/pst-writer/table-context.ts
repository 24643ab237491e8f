import { concat } from '../compound-file-writer';
import { TreeOnHeap } from './b-tree-on-heap';
import { chunks } from './b-tree';
import { Heap } from './heap';
import { LittleEndian } from './little-endian';
import type { NodeContent, NodeDatabase } from './node-database';
import { hexTag } from './property-context';
import { fixedSize } from './stored-property';
import type { StoredProperty } from './stored-property';
import { ValueStorage } from './value-storage';
import type { ValueOptions } from './value-storage';

/** A row of a table, by its identifier. A column without a cell here is absent from the row. */
export interface TableRow {
  readonly id: number;
  readonly cells: readonly StoredProperty[];
}

interface Column {
  readonly tag: number;
  readonly size: 1 | 2 | 4 | 8;
  /** Where its cell stands in a row: ibData. */
  offset: number;
  /** Its bit of the cell existence bitmap: iBit. */
  readonly bit: number;
}

/** rgib of TCINFO: where the cells of 4 and 8, of 2, of 1 byte and the bitmap end. */
type RowEnds = readonly [number, number, number, number];

const ROW_ID = 0x67f20003;
const ROW_VERSION = 0x67f30003;

/**
 * Writes a table context, [MS-PST] 2.3.4. Its columns are `columns`, those of the cells of any row,
 * and the row's identifier and version.
 */
export function writeTableContext(
  database: NodeDatabase,
  name: string,
  columns: readonly number[],
  rows: readonly TableRow[],
  options: ValueOptions & { readonly deletedRows?: number | undefined } = {},
): NodeContent {
  const { placed, ends } = placeColumns([
    ...columns,
    ...rows.flatMap(({ cells }) => cells.map(({ tag }) => tag)),
  ]);
  const heap = new Heap(database.layout, database.maxBlockData);
  const storage = new ValueStorage(database, heap, name, options);
  const valueSize = database.layout.wordSize === 4 ? 2 : 4;
  // readers are known to look for the row index in the first item
  const index = new TreeOnHeap(heap, {
    keySize: 4,
    entrySize: valueSize,
    maxRecords: options.maxTreeRecords,
    name: 'row index',
  });
  const info = new LittleEndian(22 + placed.length * 8);
  const root = heap.add(info.bytes, 'TCINFO');
  const named = rows.slice(0, rows.length - (options.deletedRows ?? 0));
  index.fill(named.map(({ id }, row) => ({ key: id, entry: numberBytes(row).subarray(0, valueSize) })));
  const matrix = rows.map((row, number) => rowBytes(row, number, placed, ends, storage));
  const inHeap = !options.rowsInSubnodes && matrix.length * ends[3] <= heap.maxItem;
  const hnidRows =
    matrix.length === 0
      ? 0
      : inHeap
        ? heap.add(concat(matrix), 'rows')
        : storage.addSubnode(rowBlocks(matrix, database.maxBlockData), 'rows');
  writeInfo(info, placed, ends, { index: index.hid, hnidRows });
  return storage.finish('table', root);
}

/** Cells of 8 and 4 bytes first, then of 2, of 1, and the bitmap. */
function placeColumns(tags: readonly number[]): { placed: readonly Column[]; ends: RowEnds } {
  const others = [...new Set(tags)].filter((tag) => tag !== ROW_ID && tag !== ROW_VERSION);
  const placed = [ROW_ID, ROW_VERSION, ...others].map((tag, bit): Column => {
    return { tag, size: cellSize(tag & 0xffff), offset: 0, bit };
  });
  let at = 0;
  const ends = [[4, 8], [2], [1]].map((sizes) => {
    for (const column of placed) {
      if (!sizes.includes(column.size)) continue;
      column.offset = at;
      at += column.size;
    }
    return at;
  }) as [number, number, number];
  const sorted = [...placed].sort((a, b) => a.tag - b.tag);
  return { placed: sorted, ends: [...ends, at + Math.ceil(placed.length / 8)] };
}

/** How many bytes a cell takes in the row: what is longer than 8 or has no fixed size is an HNID. */
function cellSize(type: number): 1 | 2 | 4 | 8 {
  if (type === 0x000b) return 1;
  const size = fixedSize(type);
  return size === 2 ? 2 : size === 8 ? 8 : 4;
}

function isInline(type: number): boolean {
  const size = fixedSize(type);
  return size !== undefined && size <= 8;
}

function rowBytes(
  { id, cells }: TableRow,
  number: number,
  columns: readonly Column[],
  ends: RowEnds,
  storage: ValueStorage,
): Uint8Array {
  const row = new LittleEndian(ends[3]);
  const all = new Map(
    [
      ...cells,
      { tag: ROW_ID, bytes: numberBytes(id) },
      { tag: ROW_VERSION, bytes: numberBytes(number + 1) },
    ].map(({ tag, bytes }) => [tag, bytes]),
  );
  for (const { tag, size, offset, bit } of columns) {
    const value = all.get(tag);
    if (value === undefined) continue;
    const byte = ends[2] + (bit >> 3);
    row.u8(byte, (row.bytes[byte] as number) | (0x80 >> (bit & 7)));
    if (isInline(tag & 0xffff)) row.raw(offset, value.subarray(0, size));
    else row.u32(offset, storage.add(value, `row ${number} ${hexTag(tag)}`));
  }
  return row.bytes;
}

function numberBytes(value: number): Uint8Array {
  return new LittleEndian(4).u32(0, value).bytes;
}

/** A row lies in one block: what is left at the end of a block is slack, 2.3.4.4. */
function rowBlocks(rows: readonly Uint8Array[], blockSize: number): Uint8Array[] {
  const perBlock = Math.floor(blockSize / (rows[0]?.length ?? 1));
  if (perBlock === 0) throw new RangeError('a row is longer than a block');
  const lists = chunks(rows, perBlock);
  return lists.map((list, index) => {
    const block = new Uint8Array(index === lists.length - 1 ? concat(list).length : blockSize);
    block.fill(0xee);
    block.set(concat(list));
    return block;
  });
}

function writeInfo(
  info: LittleEndian,
  columns: readonly Column[],
  ends: RowEnds,
  { index, hnidRows }: { readonly index: number; readonly hnidRows: number },
): void {
  info
    .u8(0, 0x7c, columns.length)
    .u16(2, ...ends)
    .u32(10, index, hnidRows, 0);
  columns.forEach(({ tag, offset, size, bit }, number) => {
    info
      .u32(22 + number * 8, tag)
      .u16(26 + number * 8, offset)
      .u8(28 + number * 8, size, bit);
  });
}
