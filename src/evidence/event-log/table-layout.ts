import type { EventFields } from './event-fields';
import { isDate } from './moment';

// How the columns of tables of events lie: by their names, or by where a row has its date and its number.

/** What a column holds. */
export type EventColumn = Exclude<keyof EventFields, 'line' | 'strings'> | 'date' | 'clock' | 'other';
/** The columns of a table, from the left. */
export type TableLayout = readonly EventColumn[];

/** The names of columns on English systems: of Event Viewer, and of eventquery.vbs. */
export const eventColumnNames: ReadonlyMap<string, EventColumn> = new Map<string, EventColumn>([
  ['type', 'type'],
  ['level', 'type'],
  ['date', 'date'],
  ['date and time', 'date'],
  ['date time', 'date'],
  ['time', 'clock'],
  ['source', 'source'],
  ['category', 'category'],
  ['task category', 'category'],
  ['event', 'id'],
  ['event id', 'id'],
  ['user', 'other'],
  ['computer', 'computer'],
  ['computername', 'computer'],
  ['description', 'description'],
]);

/** "Save log file as" of Windows 2003, which writes no names. */
const savedLog: TableLayout = [
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
const exportedList: TableLayout = [
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
const newerExport: TableLayout = ['type', 'date', 'source', 'id', 'category', 'description'];
/** eventquery.vbs; without /v it ends with the computer. */
const scriptTable: TableLayout = [
  'type',
  'id',
  'date',
  'source',
  'computer',
  'category',
  'other',
  'description',
];
/** `psloglist -s`: number, log, source, type, computer, time, event, user, text. */
export const pslogRow: TableLayout = [
  'recordNumber',
  'other',
  'source',
  'type',
  'computer',
  'date',
  'id',
  'other',
  'description',
];
/** dumpel of the Resource Kit, format dtTCISucs: types and categories are numbers, strings stand for the text. */
export const dumpelOrder: TableLayout = [
  'date',
  'clock',
  'type',
  'category',
  'id',
  'source',
  'other',
  'computer',
  'description',
];

/** Each layout by where its date and its numbers are; the first that fits counts. */
const signs: readonly { layout: TableLayout; date: number; numbers: readonly number[] }[] = [
  { layout: dumpelOrder, date: 0, numbers: [2, 3, 4] },
  { layout: savedLog, date: 0, numbers: [5] },
  { layout: exportedList, date: 1, numbers: [5] },
  { layout: newerExport, date: 1, numbers: [3] },
  { layout: scriptTable, date: 2, numbers: [1] },
  { layout: pslogRow, date: 5, numbers: [0, 6] },
];

/** How the columns of a row without names lie; undefined if it is no row of a known table. */
export function layoutOf(cells: readonly string[]): TableLayout | undefined {
  const isNumber = (index: number): boolean => /^\s{0,8}\d{1,10}\s{0,8}$/.test(cells[index] ?? '');
  return signs.find(({ date, numbers }) => isDate(cells[date] ?? '') && numbers.every(isNumber))?.layout;
}
