import type { ReportDamage } from '../../damage/anomaly';
import { hex, u16, u32 } from '../ndb/store-bytes';
import { forEachRecord } from './b-tree-on-heap';
import type { HeapOnNode } from './heap-on-node';

// [MS-PST] 2.3.4.3.1: the row index

/** From a row's ID to its place in the matrix, of 2 bytes in an ANSI store. */
const ROW_INDEX = { keySize: 4, entrySizes: [2, 4], isOrdered: false };

/** The rows of a table: the ID of each, and its place in the matrix. */
export interface RowIndex {
  readonly ids: readonly number[];
  readonly places: readonly number[];
}

/** The row index as it was read. */
export interface ReadRowIndex extends RowIndex {
  /** Where the IDs cease to ascend, in words; undefined: nowhere. */
  readonly disorder: string | undefined;
  /** Whether it may have had more rows. */
  readonly isDamaged: boolean;
}

/** That of a table without one, which is no table's. */
export const noRowIndex: ReadRowIndex = { ids: [], places: [], disorder: undefined, isDamaged: true };

/** Reads all rows, in whatever order they are: only who searches needs that their IDs ascend. */
export function readRowIndex(heap: HeapOnNode, headerHid: number, report: ReportDamage): ReadRowIndex {
  const ids: number[] = [];
  const places: number[] = [];
  let isDamaged = false;
  const reportIndex: ReportDamage = (code, message, at) => {
    isDamaged = true;
    report(code, message, at);
  };
  const add = (bytes: Uint8Array, at: number, size: number): void => {
    ids.push(u32(bytes, at));
    places.push(size === 2 ? u16(bytes, at + 4) : u32(bytes, at + 4));
  };
  forEachRecord(heap, headerHid, ROW_INDEX, add, reportIndex);
  dropPadding(ids, places, report);
  const isAscending = ids.every((id, index) => index === 0 || id > (ids[index - 1] as number));
  if (isAscending) return { ids, places, disorder: undefined, isDamaged };
  const rows = withoutRepeated(ids, places, reportIndex);
  return { ...rows, disorder: disorderOf(rows), isDamaged };
}

function disorderOf({ ids }: RowIndex): string | undefined {
  const at = ids.findIndex((id, index) => index > 0 && id < (ids[index - 1] as number));
  return at < 0 ? undefined : `Row ${hex(ids[at] as number)} follows ${hex(ids[at - 1] as number)}`;
}

/** A record of zeros at the end is the row of ID 0 at place 0, unless another row is there. */
function dropPadding(ids: number[], places: number[], report: ReportDamage): void {
  let count = 0;
  while (ids.length > 1 && ids.at(-1) === 0 && places.at(-1) === 0 && places.indexOf(0) < places.length - 1) {
    ids.pop();
    places.pop();
    count += 1;
  }
  if (count > 0)
    report('pst-heap-tree-padding', `${count} records of zeros follow the last row of the index`);
}

/** The rows whose ID comes for the first time. */
function withoutRepeated(ids: readonly number[], places: readonly number[], report: ReportDamage): RowIndex {
  const rows = new Map<number, number>();
  ids.forEach((id, index) => {
    if (rows.has(id)) report('pst-heap-tree', `The row index has row ${hex(id)} twice; the first counts`);
    else rows.set(id, places[index] as number);
  });
  return { ids: [...rows.keys()], places: [...rows.values()] };
}
