import type { EventFields } from './event-fields';
import { fieldsOfObject, isEventObject } from './event-object';
import { layoutOf } from './table-layout';
import { isWmiName } from './wmi-list';
import type { EventRoom } from '../worth-of-text';

// Tables whose columns are filled up with blanks: eventquery.vbs, which draws dashes under its names, and wmic.

const LINES_LOOKED_AT = 40;
const LONGEST_HEADER = 4096;
const MOST_COLUMNS = 32;

/** The events of such a table; none if the text is none. */
export function readColumnTable(lines: readonly string[], room: EventRoom): EventFields[] {
  for (let index = 0; index < Math.min(lines.length, LINES_LOOKED_AT); index += 1) {
    const line = (lines[index] as string).trimEnd();
    if (line.length > LONGEST_HEADER) continue;
    if (isRule(line)) return ruledRows(lines, index, room);
    if (isWmiHeader(line)) return wmiRows(lines, index, room);
  }
  return [];
}

function isWmiHeader(line: string): boolean {
  const names = line.trim().toLowerCase().split(/\s+/, MOST_COLUMNS);
  return names.every(isWmiName) && isEventObject(new Map(names.map((name) => [name, ''])));
}

/** Dashes under at least five columns. */
function isRule(line: string): boolean {
  return /^[- ]+$/.test(line) && startsOf(line).length >= 5;
}

/** Where words begin: no name of WMI's holds a blank. */
function startsOf(line: string): number[] {
  return [...line.matchAll(/\S+/g)].map(({ index }) => index);
}

/** The cells of a row whose columns begin at these places. */
function cellsAt(line: string, starts: readonly number[]): string[] {
  return starts.map((start, index) => line.slice(start, starts[index + 1]).trim());
}

/** Rows under dashes: the order of the columns tells in every language. What is no row goes on with the text above. */
function ruledRows(lines: readonly string[], rule: number, room: EventRoom): EventFields[] {
  const starts = startsOf(lines[rule] as string);
  return rowsBelow(lines, rule, room, (text, line) => {
    const cells = cellsAt(text, starts);
    const layout = layoutOf(cells);
    if (layout === undefined) return undefined;
    const values = new Map(layout.map((column, index) => [column, cells[index]]));
    return {
      line,
      time: values.get('date'),
      source: values.get('source'),
      category: values.get('category'),
      id: values.get('id'),
      type: values.get('type'),
      computer: values.get('computer'),
      description: values.get('description'),
    };
  });
}

/** Rows under the names of WMI's properties. */
function wmiRows(lines: readonly string[], header: number, room: EventRoom): EventFields[] {
  const line = lines[header] as string;
  const names = line.trim().toLowerCase().split(/\s+/, MOST_COLUMNS);
  const starts = startsOf(line);
  return rowsBelow(lines, header, room, (text, number) => {
    const cells = cellsAt(text, starts);
    const object = new Map(names.map((name, index) => [name, cells[index] ?? '']));
    const fields = fieldsOfObject(object, number);
    return /^\d{1,10}$/.test(fields.id ?? '') ? fields : undefined;
  });
}

function rowsBelow(
  lines: readonly string[],
  header: number,
  room: EventRoom,
  read: (text: string, line: number) => EventFields | undefined,
): EventFields[] {
  const events: { fields: EventFields; more: string[] }[] = [];
  for (let index = header + 1; index < lines.length; index += 1) {
    const text = lines[index] as string;
    const fields = read(text, index + 1);
    if (fields !== undefined) {
      room.take();
      events.push({ fields, more: [] });
    } else if (text.trim() !== '') events.at(-1)?.more.push(text.trim());
  }
  return events.map(({ fields, more }) => ({
    ...fields,
    description:
      more.length === 0 ? fields.description : [fields.description ?? '', ...more].join('\n').trim(),
  }));
}
