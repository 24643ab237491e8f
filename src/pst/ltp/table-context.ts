import type { ReportDamage } from '../../damage/anomaly';
import type { PropertyTableBuilder } from '../../mapi/rows/property-table-builder';
import { inlineSize, typeOf } from '../../mapi/values/property-type';
import type { DataTree } from '../ndb/data-tree';
import { hex, u16, u32 } from '../ndb/store-bytes';
import { forEachRecord } from './b-tree-on-heap';
import { isHeapId } from './heap-on-node';
import type { NodeObject } from './node-object';
import { ValueReader } from './value-reader';
import type { BlockValueOptions } from './deferred-data';

// [MS-PST] 2.3.4: the table context

const CLIENT_SIGNATURE = 0x7c;
const HEADER_LENGTH = 22;
const COLUMN_LENGTH = 8;
/** 2.3.4.3.1: from a row's ID to its place in the matrix, of 2 bytes in an ANSI store. */
const ROW_INDEX = { keySize: 4, entrySizes: [2, 4] };

/** 2.3.4.2: a column. */
interface Column {
  readonly tag: number;
  /** Where its cells begin in a row. */
  readonly at: number;
  readonly size: number;
  /** Which bit of a row's cell-existence bitmap says that the row has it. */
  readonly bit: number;
}

/** The rows of a table: the ID of each, and its place in the matrix. */
export interface RowIndex {
  readonly ids: readonly number[];
  readonly places: readonly number[];
}

/** A table: its columns and where its rows are. */
export class TableContext {
  readonly #node: NodeObject;
  readonly #columns: readonly Column[];
  readonly #rowSize: number;
  readonly #bitmap: number;
  readonly #rowIndex: number;
  readonly #rows: number;
  /** The row matrix: an item of the heap, or the blocks of a sub-node. */
  #matrix: Matrix | undefined;

  private constructor(node: NodeObject, info: Uint8Array, columns: readonly Column[]) {
    this.#node = node;
    this.#columns = columns;
    this.#bitmap = u16(info, 6);
    this.#rowSize = u16(info, 8);
    this.#rowIndex = u32(info, 10);
    this.#rows = u32(info, 14);
  }

  /** Reads TCINFO; undefined, and reported, if the node is no table. */
  static open(node: NodeObject): TableContext | undefined {
    const { heap, report } = node;
    if (!heap.find(heap.userRoot)) return undefined;
    const info = heap.bytes.subarray(heap.start, heap.start + heap.length);
    const [type = 0, count = 0] = info;
    if (type !== CLIENT_SIGNATURE || info.length < HEADER_LENGTH + count * COLUMN_LENGTH) {
      const message = `TCINFO has bType ${hex(type)}, cCols ${count} in ${info.length} bytes, expected 0x7C`;
      report('pst-table', message, { offset: heap.offsetOf(heap.start) });
      return undefined;
    }
    return new TableContext(node, info, columnsIn(info, count, report));
  }

  /** The tags of the columns. */
  get tags(): readonly number[] {
    return this.#columns.map(({ tag }) => tag);
  }

  /** The rows that the row index has, by their IDs. */
  readRowIndex(): RowIndex {
    const ids: number[] = [];
    const places: number[] = [];
    if (this.#rowIndex !== 0) {
      this.#node.heap.prefetch();
      const add = (bytes: Uint8Array, at: number, size: number): void => {
        ids.push(u32(bytes, at));
        places.push(size === 2 ? u16(bytes, at + 4) : u32(bytes, at + 4));
      };
      forEachRecord(this.#node.heap, this.#rowIndex, ROW_INDEX, add, this.#node.report);
    }
    return { ids, places };
  }

  /** Reads rows into rows of a property table: the cells that exist of some columns, or all; what is lost is reported. */
  readRows(
    places: readonly number[],
    table: PropertyTableBuilder,
    options: BlockValueOptions,
    reportAt: (row: number) => ReportDamage,
    tags?: ReadonlySet<number>,
  ): void {
    const columns = tags === undefined ? this.#columns : this.#columns.filter(({ tag }) => tags.has(tag));
    const values = new ValueReader(this.#node, table, options);
    const matrix = (this.#matrix ??= this.#openMatrix());
    this.#node.reading.database.source.gather(places.length, (index) => {
      const place = places[index] as number;
      if (matrix.find(place)) this.#readRow(matrix, columns, table, values);
      else reportAt(index)('pst-table-row', `Row ${place} lies outside the row matrix`);
      table.endRow();
    });
  }

  #readRow(
    matrix: Matrix,
    columns: readonly Column[],
    table: PropertyTableBuilder,
    values: ValueReader,
  ): void {
    const { bytes, start } = matrix;
    for (const { tag, at, size, bit } of columns) {
      const mask = 0x80 >> (bit & 7);
      if (((bytes[start + this.#bitmap + (bit >> 3)] as number) & mask) === 0) continue; // absent, whatever the cell holds
      const cell = start + at;
      if (size === 8) table.addInline(tag, 0, u32(bytes, cell), u32(bytes, cell + 4), matrix.offsetOf(cell));
      else if (size === 4) values.add(tag, u32(bytes, cell), matrix.offsetOf(cell));
      else values.add(tag, size === 2 ? u16(bytes, cell) : (bytes[cell] as number), matrix.offsetOf(cell));
    }
  }

  #openMatrix(): Matrix {
    const { heap } = this.#node;
    if (this.#rows === 0 || this.#rowSize === 0) return new Matrix(undefined, 0);
    if (!isHeapId(this.#rows)) {
      const data = this.#node.subNodeData(this.#rows);
      if (data === undefined)
        this.#node.report('pst-table', `hnidRows is sub-node ${hex(this.#rows)}, which is not there`);
      return new Matrix(data, this.#rowSize);
    }
    if (!heap.find(this.#rows)) return new Matrix(undefined, 0);
    return new Matrix(undefined, this.#rowSize, {
      bytes: heap.bytes.subarray(heap.start, heap.start + heap.length),
      offset: heap.offsetOf(heap.start),
    });
  }
}

interface HeapItem {
  readonly bytes: Uint8Array;
  readonly offset: number | undefined;
}

/** 2.3.4.4: the rows, one behind the other; none crosses from one block into the next. */
class Matrix {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  readonly #data: DataTree | undefined;
  readonly #item: HeapItem | undefined;
  readonly #rowSize: number;
  #block = 0;

  constructor(data: DataTree | undefined, rowSize: number, item?: HeapItem) {
    this.#data = data;
    this.#item = item;
    this.#rowSize = rowSize;
  }

  /** Puts the cursor on a row; false if there is none. */
  find(row: number): boolean {
    const first = this.#item?.bytes ?? this.#data?.block(0);
    if (first === undefined || this.#rowSize === 0) return false;
    const perBlock = Math.floor(first.length / this.#rowSize);
    this.#block = perBlock === 0 ? 0 : Math.floor(row / perBlock);
    this.start = (row - this.#block * perBlock) * this.#rowSize;
    const bytes = this.#item === undefined ? this.#data?.block(this.#block) : first;
    if (bytes === undefined || (this.#item !== undefined && this.#block > 0)) return false;
    this.bytes = bytes;
    return this.start + this.#rowSize <= bytes.length;
  }

  offsetOf(position: number): number | undefined {
    if (this.#item === undefined) return this.#data?.offsetOf(this.#block, position);
    return this.#item.offset === undefined ? undefined : this.#item.offset + position;
  }
}

/** The columns whose cells lie within a row and have the size that their type takes. */
function columnsIn(info: Uint8Array, count: number, report: ReportDamage): Column[] {
  const [bitmap, rowSize] = [u16(info, 6), u16(info, 8)];
  const columns: Column[] = [];
  for (let index = 0; index < count; index++) {
    const start = HEADER_LENGTH + index * COLUMN_LENGTH;
    const [size = 0, bit = 0] = info.subarray(start + 6, start + 8);
    const column = { tag: u32(info, start), at: u16(info, start + 4), size, bit };
    const fits = column.at + size <= rowSize && bitmap + (bit >> 3) < rowSize;
    if (fits && size === cellSize(column.tag)) columns.push(column);
    else
      report(
        'pst-table',
        `Column ${hex(column.tag)} has ibData ${column.at}, cbData ${size}, iBit ${bit}, which do not fit`,
      );
  }
  return columns;
}

/** How many bytes a cell has: of anything longer than 8 bytes, or of no fixed length, an HNID. */
function cellSize(tag: number): number {
  const size = inlineSize(typeOf(tag)) ?? 4;
  return size === 0 ? 4 : size;
}
