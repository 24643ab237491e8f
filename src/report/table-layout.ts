import { displayWidth, fitted, padEnd } from './layout';

/** A column as text: what stands above it, and its cells. */
export interface TextColumn {
  readonly title: string;
  readonly cells: readonly string[];
  /** Columns below which it is not cut; undefined: one that is left out where there is no room for it. */
  readonly least?: number | undefined;
}

/** A table as lines, and what they leave out. */
export interface LaidOut {
  readonly lines: readonly string[];
  /** Titles of the columns for which there is no room. */
  readonly left: readonly string[];
}

/** Between two columns. */
const GAP = 2;
/** Columns that a long cell gets where not all fit. */
const LONG = 30;

/** A table that takes what room it needs. */
export function laidOut(columns: readonly TextColumn[]): LaidOut {
  return { lines: linesOf(columns, columns.map(naturalWidth)), left: [] };
}

/**
 * A table of at most `width` columns: those that may be left out are, where there is no room; the others are cut.
 */
export function laidOutWithin(columns: readonly TextColumn[], width: number): LaidOut {
  const whole = laidOut(columns);
  if (widthOf(columns.map(naturalWidth)) <= width) return whole;
  const needed = shrunk(
    columns.filter(({ least }) => least !== undefined),
    width,
  );
  let room = width - widthOf([...needed.values()]);
  const widths = new Map(needed);
  for (const column of columns) {
    if (needed.has(column)) continue;
    const own = Math.min(naturalWidth(column), LONG);
    if (own + GAP > room) continue;
    room -= own + GAP;
    widths.set(column, own);
  }
  const shown = columns.filter((column) => widths.has(column));
  const left = columns.filter((column) => !widths.has(column)).map(({ title }) => title);
  const lines = linesOf(
    shown,
    shown.map((column) => widths.get(column) ?? 0),
  );
  return { lines, left };
}

/** Widths of columns that are all shown: no long cells, and where that does not suffice, each cut as far as it may be. */
function shrunk(columns: readonly TextColumn[], width: number): Map<TextColumn, number> {
  const widths = new Map(columns.map((column) => [column, Math.min(naturalWidth(column), LONG)]));
  for (const column of columns) {
    const own = widths.get(column) ?? 0;
    const excess = Math.max(0, widthOf([...widths.values()]) - width);
    widths.set(column, Math.max(Math.min(column.least ?? 0, own), own - excess));
  }
  return widths;
}

function naturalWidth({ title, cells }: TextColumn): number {
  return cells.reduce((width, cell) => Math.max(width, displayWidth(cell)), displayWidth(title));
}

function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP * Math.max(0, widths.length - 1));
}

function linesOf(columns: readonly TextColumn[], widths: readonly number[]): string[] {
  const line = (textOf: (column: TextColumn, width: number) => string): string =>
    columns
      .map((column, at) => {
        const width = widths[at] ?? 0;
        return padEnd(fitted(textOf(column, width), width), width);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  const rows = columns[0]?.cells ?? [];
  return [
    line(({ title }) => title),
    line((_, width) => '-'.repeat(width)),
    ...rows.map((_, row) => line(({ cells }) => cells[row] ?? '')),
  ];
}
