import type { PageMessage } from '../protocol';
import { attendeeOf, tableCell, valueOf } from './cells';
import type { Row } from './cells';
import type { TableSettings } from './model';

/** A row of the recipient table. */
export interface NumberedRow {
  readonly row: Row;
  /** The row's number in the file. */
  readonly index: number;
}

/** What stands for the tag of the column of names. */
export const NAME = 'name';

/** The rows that a filter leaves, sorted. */
export function orderedRows(
  rows: readonly Row[],
  { filter, sort }: TableSettings,
  columns: readonly string[],
  { vocabulary }: PageMessage,
): NumberedRow[] {
  const wanted = filter.trim().toLowerCase();
  const texts = (row: Row): string => {
    const { name, address } = attendeeOf(row);
    const cells = columns.map((tag) => tableCell(row, tag, vocabulary));
    return [name, address, ...cells.flatMap(({ text, raw = '' }) => [text, raw])].join('\n').toLowerCase();
  };
  const numbered = rows.map((row, index) => ({ row, index }));
  const found = wanted === '' ? numbered : numbered.filter(({ row }) => texts(row).includes(wanted));
  if (sort === undefined) return found;
  const sign = sort.isDescending ? -1 : 1;
  return found.sort((one, other) => sign * compare(keyOf(one.row, sort.tag), keyOf(other.row, sort.tag)));
}

/** By what a row is sorted: absent values first, numbers by value, times by their ticks. */
function keyOf(row: Row, tag: string): number | string {
  if (tag === NAME) return attendeeOf(row).name.toLowerCase();
  const value = valueOf(row, tag);
  if (value === undefined || value === null) return -Infinity;
  if (typeof value === 'object') return Number((value as { readonly ticks?: string }).ticks ?? -1);
  return typeof value === 'number' ? value : JSON.stringify(value).toLowerCase();
}

function compare(one: number | string, other: number | string): number {
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
  return one < other ? -1 : one > other ? 1 : 0;
}
