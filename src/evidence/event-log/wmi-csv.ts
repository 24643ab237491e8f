import type { EventFields } from './event-fields';
import { fieldsOfObject, isEventObject } from './event-object';
import type { EventRoom } from '../worth-of-text';

// `wmic ntevent … /format:csv`: names of Win32_NTLogEvent behind the column Node.
// QUIRK: nothing is quoted (RFC 4180 would), so that a message may hold commas and line ends as they are, and a list of
// insertion strings stands in braces. What is before the message is told from the left, what is behind it from the right.

const LINES_LOOKED_AT = 40;

/** The events of a table that wmic wrote; none if it is no such table. */
export function readWmiCsv(lines: readonly string[], room: EventRoom): EventFields[] {
  const header = lines.slice(0, LINES_LOOKED_AT).findIndex((line) => /^node,/i.test(line));
  if (header < 0) return [];
  const names = (lines[header] as string).trim().toLowerCase().split(',', 64);
  if (!isEventObject(new Map(names.map((name) => [name, ''])))) return [];
  return recordsBelow(lines, header, names.length, room).map(({ text, line }) => {
    const cells = cellsOf(text, names);
    return fieldsOfObject(new Map(names.map((name, index) => [name, cells[index] ?? ''])), line);
  });
}

interface WrittenRecord {
  readonly text: string;
  readonly line: number;
}

/** The records below the names: each begins with its node, and goes on in lines that do not. */
function recordsBelow(
  lines: readonly string[],
  header: number,
  width: number,
  room: EventRoom,
): WrittenRecord[] {
  const records: { parts: string[]; commas: number; line: number }[] = [];
  let node: string | undefined;
  for (let index = header + 1; index < lines.length; index += 1) {
    const text = lines[index] as string;
    const first = /^[\w.-]{1,64}(?=,)/.exec(text)?.[0];
    const open = records.at(-1);
    const begins = first !== undefined && (open === undefined || first === node || open.commas >= width - 1);
    const commas = commasIn(text);
    if (begins) {
      node ??= first;
      room.take();
      records.push({ parts: [text], commas, line: index + 1 });
    } else if (open !== undefined) {
      open.parts.push(text);
      open.commas += commas;
    }
  }
  return records.map(({ parts, line }) => ({ text: parts.join('\n').trimEnd(), line }));
}

/** A cell for each name; the message takes the commas that are too many. */
function cellsOf(record: string, names: readonly string[]): string[] {
  const message = names.indexOf('message');
  const before = message < 0 ? names.length : message;
  const cells: string[] = [];
  let at = 0;
  while (cells.length < before && at <= record.length) {
    const end = endOfWmiCell(record, at);
    cells.push(record.slice(at, end));
    at = end + 1;
  }
  if (message < 0) return cells;
  const behind: string[] = [];
  let end = record.length;
  for (let comma = lastComma(record, end); behind.length < names.length - message - 1 && comma >= at;) {
    behind.unshift(record.slice(comma + 1, end));
    end = comma;
    comma = lastComma(record, end);
  }
  return [...cells, record.slice(at, end), ...behind].map((cell) => cell.trim());
}

function lastComma(record: string, before: number): number {
  return before === 0 ? -1 : record.lastIndexOf(',', before - 1);
}

function commasIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) count += 1;
  return count;
}

/** Where a cell ends: a list in braces at its comma behind them. */
function endOfWmiCell(record: string, from: number): number {
  const braces = record[from] === '{' ? record.indexOf('},', from) : -1;
  const comma = braces < 0 ? record.indexOf(',', from) : braces + 1;
  return comma < 0 ? record.length : comma;
}
