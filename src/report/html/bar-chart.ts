import { escaped } from './escaped';

/** A label, and how often it was met. */
export type Counted = readonly [label: string, count: number];

const ROW = 22;
const LABEL = 170;
const BAR = 260;
const NUMBER = 60;
const MOST_ROWS = 24;

/** Bars with their numbers, the rest as one. Empty: there is nothing to count. */
export function barChart(title: string, counts: readonly Counted[]): string {
  if (counts.length === 0) return '';
  const shown = counts.slice(0, MOST_ROWS);
  const rest = counts.slice(MOST_ROWS).reduce((sum, [, count]) => sum + count, 0);
  const rows: Counted[] = rest > 0 ? [...shown, ['others', rest]] : shown;
  const most = Math.max(...rows.map(([, count]) => count));
  const bars = rows.map(([label, count], row) => barOf(label, count, most, row)).join('');
  const box = `0 0 ${LABEL + BAR + NUMBER} ${rows.length * ROW}`;
  return `<figure><figcaption>${escaped(title)}</figcaption><svg role="img" aria-label="${escaped(title)}" viewBox="${box}">${bars}</svg></figure>`;
}

function barOf(label: string, count: number, most: number, row: number): string {
  const width = Math.max(2, Math.round((count / most) * BAR));
  const line = row * ROW + ROW / 2;
  return (
    `<text class="label" x="${LABEL - 8}" y="${line}">${escaped(label.length > 24 ? `${label.slice(0, 23)}…` : label)}</text>` +
    `<rect x="${LABEL}" y="${row * ROW + 3}" width="${width}" height="${ROW - 6}" rx="2"/>` +
    `<text x="${LABEL + width + 6}" y="${line}">${count}</text>`
  );
}

/** How often each label was met, the most frequent first. */
export function countsOf(labels: Iterable<string>): Counted[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
