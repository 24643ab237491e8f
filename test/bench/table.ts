import { formatGoal, formatValue, isMet } from './figure';
import type { Figure } from './figure';

/** The figures as lines for a terminal. */
export function formatTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.case,
    figure.what,
    formatValue(figure.value, figure.unit),
    formatGoal(figure),
    verdict(figure),
  ]);
  const header = ['case', 'what', 'figure', 'goal', ''];
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => (row[column] ?? '').length)),
  );
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function verdict(figure: Figure): '' | 'met' | 'MISSED' {
  const met = isMet(figure);
  return met === undefined ? '' : met ? 'met' : 'MISSED';
}
