import type { ReportDamage } from '../../damage/anomaly';
import type { PropertyTableBuilder } from '../../mapi/rows/property-table-builder';
import { inlineSize, typeOf } from '../../mapi/values/property-type';
import { isZero } from '../../bytes/is-zero';
import { hex, u16, u32 } from '../ndb/store-bytes';
import { isHeapId } from './heap-on-node';
import type { NodeObject } from './node-object';
import { noRowIndex, readRowIndex } from './row-index';
import type { ReadRowIndex, RowIndex } from './row-index';
import { RowMatrix } from './row-matrix';
import { ValueReader } from './value-reader';
import type { BlockValueOptions } from './deferred-data';

// [MS-PST] 2.3.4: the table context

const CLIENT_SIGNATURE = 0x7c;
const HEADER_LENGTH = 22;
const COLUMN_LENGTH = 8;
/** PidTagLtpRowId: the cell in which a row has its ID, 2.3.4.4.1. */
const ROW_ID = 0x67f20003;

/** 2.3.4.2: a column. */
interface Column {
  readonly tag: number;
  /** Where its cells begin in a row. */
  readonly at: number;
  readonly size: number;
  /** Which bit of a row's cell-existence bitmap says that the row has it. */
  readonly bit: number;
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
  #matrix: RowMatrix | undefined;

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
    const rest = info.subarray(HEADER_LENGTH + count * COLUMN_LENGTH);
    if (!isZero(rest))
      report('pst-table', `${rest.length} bytes follow the ${count} columns that TCINFO counts`);
    return new TableContext(node, info, columnsIn(info, count, report));
  }

  /** The tags of the columns. */
  get tags(): readonly number[] {
    return this.#columns.map(({ tag }) => tag);
  }

  /** The rows that the row index has, by their IDs; those of the matrix that it does not have are counted. */
  readRowIndex(): RowIndex {
    const { heap, report } = this.#node;
    if (this.#rowIndex !== 0) heap.prefetch();
    const index = this.#rowIndex === 0 ? noRowIndex : readRowIndex(heap, this.#rowIndex, report);
    if (index.disorder !== undefined) this.#checkOrder(index, index.disorder);
    this.#reportUnnamed(index);
    return index;
  }

  /**
   * Rows that do not come in the order of their IDs are all there if each has the ID by which it is named.
   * QUIRK: [MS-PST] 2.3.2.3 has keys ascend, by which they are searched; stores of Aspose.Email do not keep to it.
   */
  #checkOrder({ ids, places }: ReadRowIndex, disorder: string): void {
    const { report } = this.#node;
    const column = this.#columns.find(({ tag }) => tag === ROW_ID);
    const matrix = (this.#matrix ??= this.#openMatrix());
    const strange = ids.findIndex((id, index) => {
      if (column === undefined || !matrix.find(places[index] as number)) return false; // which is said when it is read
      return u32(matrix.bytes, matrix.start + column.at) !== id;
    });
    if (strange < 0) report('pst-row-order', `${disorder}, and IDs must ascend; all rows are read`);
    else
      report('pst-table-row', `Row ${hex(ids[strange] as number)} of the index has another ID in the matrix`);
  }

  /** A row that is deleted is taken out of the index alone; of a damaged index, a row may be lost. */
  #reportUnnamed({ places, isDamaged }: ReadRowIndex): void {
    const { rowCount } = (this.#matrix ??= this.#openMatrix());
    if (rowCount <= places.length && !isDamaged) return;
    const named = new Set(places.filter((place) => place < rowCount)).size;
    const unnamed = `${rowCount - named} of ${rowCount} rows of the matrix are not in the row index`;
    if (rowCount === named) return;
    if (isDamaged) this.#node.report('pst-rows-unnamed', `${unnamed}, which is damaged`);
    else this.#node.report('pst-rows-deleted', `${unnamed}: they are deleted`);
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
    matrix: RowMatrix,
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

  #openMatrix(): RowMatrix {
    const { heap } = this.#node;
    if (this.#rows === 0 || this.#rowSize === 0) return new RowMatrix(undefined, 0);
    if (!isHeapId(this.#rows)) {
      const data = this.#node.subNodeData(this.#rows);
      if (data === undefined)
        this.#node.report('pst-table', `hnidRows is sub-node ${hex(this.#rows)}, which does not exist`);
      return new RowMatrix(data, this.#rowSize);
    }
    if (!heap.find(this.#rows)) return new RowMatrix(undefined, 0);
    return new RowMatrix(undefined, this.#rowSize, {
      bytes: heap.bytes.subarray(heap.start, heap.start + heap.length),
      offset: heap.offsetOf(heap.start),
    });
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
