import type { ReportDamage } from '../../damage/anomaly';
import { readCells } from './delimited-cells';
import type { DelimitedRow } from './delimited-cells';
import type { EventFields } from './event-fields';
import { fieldsOfObject, isEventObject } from './event-object';
import { eventColumnNames, dumpelOrder, layoutOf, pslogRow } from './table-layout';
import type { EventColumn, TableLayout } from './table-layout';
import { stringsOfWords } from './failure-text';
import type { EventRoom } from '../worth-of-text';

// Tables of events: Event Viewer's exports with or without a row of names, in any language, PowerShell's Export-Csv, and
// what eventquery.vbs, psloglist and dumpel write.

/** What makes an event of a row; undefined for a row that is none. */
type RowReader = (row: DelimitedRow) => EventFields | undefined;

const delimiters = ['\t', ',', ';'];
/** How many rows are looked at for one that tells how the columns lie. */
const ROWS_LOOKED_AT = 12;
const HEAD = 65_536;

/** The events of a table; none if the text is none of these tables. */
export function readDelimited(text: string, report: ReportDamage, room: EventRoom): EventFields[] {
  for (const delimiter of delimitersOf(text)) {
    if (!text.slice(0, HEAD).includes(delimiter)) continue;
    // the beginning tells the columns; only the table itself is reported on
    const head = firstRows(text.slice(0, HEAD), delimiter);
    const reader = readerOf(head, delimiter);
    if (reader !== undefined)
      return withContinuations(readCells(text, delimiter, report), reader, delimiter, room);
  }
  return [];
}

/** The first rows of a text, without what is wrong with them. */
function firstRows(text: string, delimiter: string): DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  for (const row of readCells(text, delimiter, () => undefined)) if (rows.push(row) === ROWS_LOOKED_AT) break;
  return rows;
}

/** The usual delimiters, and the one behind the number with which psloglist begins a row: it writes any (-t). */
function delimitersOf(text: string): readonly string[] {
  const own = /^\d{1,10}([^\w\s"'.:,;/\\-])/m.exec(text.slice(0, HEAD))?.[1];
  return own === undefined ? delimiters : [...delimiters, own];
}

/** A line that is no row goes on with the description before it: not every export quotes. */
function withContinuations(
  rows: Iterable<DelimitedRow>,
  reader: RowReader,
  delimiter: string,
  room: EventRoom,
): EventFields[] {
  const events: { fields: EventFields; more: string[] }[] = [];
  for (const row of rows) {
    const fields = reader(row);
    if (fields !== undefined) {
      room.take();
      events.push({ fields, more: [] });
    } else events.at(-1)?.more.push(row.cells.join(delimiter));
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
  if (!isEventObject(toObject([]))) return undefined;
  return ({ cells, line }) =>
    line <= headerLine || cells.length < 2 ? undefined : fieldsOfObject(toObject(cells), line);
}

/** Rows below Event Viewer's names. */
function namedReader(names: readonly string[], headerLine: number, delimiter: string): RowReader | undefined {
  const columns = names.map((name) => eventColumnNames.get(name) ?? 'other');
  if (!columns.includes('id') || !columns.includes('source')) return undefined;
  const layout: TableLayout = columns.includes('description') ? columns : [...columns, 'description'];
  return (row) =>
    row.line <= headerLine || row.cells.length < 3 ? undefined : toFields(row, layout, delimiter);
}

function layoutReader(layout: TableLayout, delimiter: string): RowReader {
  return (row) => (layoutOf(row.cells) === layout ? toFields(row, layout, delimiter) : undefined);
}

function toFields({ cells, line }: DelimitedRow, layout: TableLayout, delimiter: string): EventFields {
  const values = new Map<EventColumn, string>();
  layout.forEach((column, index) => {
    const cell = cells[index];
    if (cell !== undefined && column !== 'other') values.set(column, cell);
  });
  const { length } = layout;
  // not every export quotes a description that holds the delimiter
  if (layout[length - 1] === 'description' && cells.length > length)
    values.set('description', cells.slice(length - 1).join(delimiter));
  // a row that leaves the user out ends with the description all the same
  if (layout === pslogRow && cells.length === length - 1) values.set('description', cells[length - 2] ?? '');
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
    recordNumber: values.get('recordNumber'),
    description: values.get('description'),
    strings: layout === dumpelOrder ? stringsOfWords(values.get('description') ?? '') : undefined,
  };
}
