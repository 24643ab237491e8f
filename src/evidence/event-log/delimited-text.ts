import type { ReportDamage } from '../../damage/anomaly';
import { readCells } from './delimited-cells';
import type { DelimitedRow } from './delimited-cells';
import type { EventFields } from './event-fields';
import { fieldsOfObject, isEventObject } from './event-object';
import { isDate } from './moment';

// Tables of events: Event Viewer's exports with or without a row of names, in any language, and PowerShell's Export-Csv.

type Column = Exclude<keyof EventFields, 'line' | 'strings'> | 'date' | 'clock' | 'other';
type Layout = readonly Column[];
/** What makes an event of a row; undefined for a row that is none. */
type RowReader = (row: DelimitedRow) => EventFields | undefined;

const delimiters = ['\t', ',', ';'] as const;
/** How many rows are looked at for one that tells how the columns lie. */
const ROWS_LOOKED_AT = 4;
const HEAD = 65_536;

/** Event Viewer's column names of English systems. */
const columnNames = new Map<string, Column>([
  ['type', 'type'],
  ['level', 'type'],
  ['date', 'date'],
  ['date and time', 'date'],
  ['time', 'clock'],
  ['source', 'source'],
  ['category', 'category'],
  ['task category', 'category'],
  ['event', 'id'],
  ['event id', 'id'],
  ['user', 'other'],
  ['computer', 'computer'],
  ['description', 'description'],
]);

/** "Save log file as" of Windows 2003, which writes no names. */
const savedLog: Layout = [
  'date',
  'clock',
  'source',
  'type',
  'category',
  'id',
  'other',
  'computer',
  'description',
];
/** "Export list" of Windows 2003. */
const exportedList: Layout = [
  'type',
  'date',
  'clock',
  'source',
  'category',
  'id',
  'other',
  'computer',
  'description',
];
/** Both exports since Windows 2008. QUIRK: the description has a column but no name. */
const newerExport: Layout = ['type', 'date', 'source', 'id', 'category', 'description'];

/** The events of a table; none if the text is none of these tables. */
export function readDelimited(text: string, report: ReportDamage): EventFields[] {
  for (const delimiter of delimiters) {
    if (!text.slice(0, HEAD).includes(delimiter)) continue;
    // the beginning tells the columns; only the table itself is reported on
    const head = readCells(text.slice(0, HEAD), delimiter, () => undefined).slice(0, ROWS_LOOKED_AT);
    const reader = readerOf(head, delimiter);
    if (reader !== undefined) return withContinuations(readCells(text, delimiter, report), reader, delimiter);
  }
  return [];
}

/** A line that is no row goes on with the description before it: not every export quotes. */
function withContinuations(
  rows: readonly DelimitedRow[],
  reader: RowReader,
  delimiter: string,
): EventFields[] {
  const events: { fields: EventFields; more: string[] }[] = [];
  for (const row of rows) {
    const fields = reader(row);
    if (fields !== undefined) events.push({ fields, more: [] });
    else events.at(-1)?.more.push(row.cells.join(delimiter));
  }
  return events.map(({ fields, more }) => ({
    ...fields,
    description:
      fields.description === undefined && more.length === 0
        ? undefined
        : [fields.description ?? '', ...more].join('\n').trim(),
  }));
}

function readerOf(rows: readonly DelimitedRow[], delimiter: string): RowReader | undefined {
  for (const row of rows) {
    const names = row.cells.map((cell) => cell.trim().toLowerCase());
    const reader = objectReader(names, row.line) ?? namedReader(names, row.line, delimiter);
    if (reader !== undefined) return reader;
    const layout = layoutOf(row.cells);
    if (layout !== undefined) return layoutReader(layout, delimiter);
  }
  return undefined;
}

/** Rows of Export-Csv. */
function objectReader(names: readonly string[], headerLine: number): RowReader | undefined {
  const toObject = (cells: readonly string[]): Map<string, string> =>
    new Map(names.map((name, index) => [name, cells[index] ?? '']));
  const isPowerShell = names.some((name) => ['instanceid', 'providername', 'eventid', 'id'].includes(name));
  if (!isPowerShell || !isEventObject(toObject([]))) return undefined;
  return ({ cells, line }) =>
    line <= headerLine || cells.length < 2 ? undefined : fieldsOfObject(toObject(cells), line);
}

/** Rows below Event Viewer's names. */
function namedReader(names: readonly string[], headerLine: number, delimiter: string): RowReader | undefined {
  const columns = names.map((name) => columnNames.get(name) ?? 'other');
  if (!columns.includes('id') || !columns.includes('source')) return undefined;
  const layout: Layout = columns.includes('description') ? columns : [...columns, 'description'];
  return (row) =>
    row.line <= headerLine || row.cells.length < 3 ? undefined : toFields(row, layout, delimiter);
}

function layoutReader(layout: Layout, delimiter: string): RowReader {
  return (row) => (layoutOf(row.cells) === layout ? toFields(row, layout, delimiter) : undefined);
}

/** How the columns lie, by where a row has its date and its number. */
function layoutOf(cells: readonly string[]): Layout | undefined {
  const hasDate = (index: number): boolean => isDate(cells[index] ?? '');
  const hasNumber = (index: number): boolean => /^\s{0,8}\d{1,10}\s{0,8}$/.test(cells[index] ?? '');
  if (hasDate(0) && hasNumber(5)) return savedLog;
  if (hasDate(1) && hasNumber(5)) return exportedList;
  return hasDate(1) && hasNumber(3) ? newerExport : undefined;
}

function toFields({ cells, line }: DelimitedRow, layout: Layout, delimiter: string): EventFields {
  const values = new Map<Column, string>();
  layout.forEach((column, index) => {
    const cell = cells[index];
    if (cell !== undefined && column !== 'other') values.set(column, cell);
  });
  const { length } = layout;
  // not every export quotes a description that holds the delimiter
  if (layout[length - 1] === 'description' && cells.length > length)
    values.set('description', cells.slice(length - 1).join(delimiter));
  const date = values.get('date');
  const clock = values.get('clock');
  return {
    line,
    time: clock === undefined ? date : `${date ?? ''} ${clock}`,
    source: values.get('source'),
    category: values.get('category'),
    id: values.get('id'),
    type: values.get('type'),
    computer: values.get('computer'),
    description: values.get('description'),
  };
}
