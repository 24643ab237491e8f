import type { ReportDamage } from '../../damage/anomaly';

/** A row of a delimited text and the line on which it begins, counted from 1. */
export interface DelimitedRow {
  readonly line: number;
  readonly cells: string[];
}

/** No table of events is wider; what is behind that stays one cell. */
const MOST_CELLS = 256;
/** Characters in quotes: Windows allows an event 31,839. */
const LONGEST_CELL = 262_144;

/**
 * Takes a text apart at a delimiter and line ends; a cell in quotes may hold both (RFC 4180). A quote that never ends is
 * reported, and its cell ends with the line.
 */
export function* readCells(
  text: string,
  delimiter: string,
  report: ReportDamage,
): Generator<DelimitedRow, void, undefined> {
  let row: DelimitedRow = { line: 1, cells: [] };
  let line = 1;
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? closingQuote(text, at) : undefined;
    if (quoted === -1) report('event-quote-open', `The quote in line ${line} never ends`);
    if (quoted !== undefined && quoted - at > LONGEST_CELL)
      report(
        'event-field',
        `A cell in line ${line} is longer than ${LONGEST_CELL} characters: the rest was not read`,
      );
    const from = quoted === undefined || quoted < 0 ? at : quoted + 1;
    const end = endOfCell(text, from, row.cells.length < MOST_CELLS ? delimiter : '\n');
    row.cells.push(cellOf(text, at, from, end));
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    if (row.cells.length > 1 || row.cells[0] !== '') yield row;
    line += countLines(text, at, end) + 1;
    row = { line, cells: [] };
    at = end + 1;
  }
}

/** Where the quote that begins at a place ends; -1 if it never does. Two quotes stand for one. */
function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
  return at;
}

/** The text of a cell: what is in its quotes, and what wrongly follows them. */
function cellOf(text: string, start: number, from: number, end: number): string {
  if (from === start) return text.slice(start, end);
  const quoted = text.slice(start + 1, Math.min(from - 1, start + 1 + LONGEST_CELL));
  return quoted.replaceAll('""', '"') + text.slice(from, end);
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
