import { counted } from './tally';
import type { Count, Tally } from './tally';

/** What came of the inputs, as a table for a page: a column for each peer. */
export function formatTallies(columns: readonly { readonly name: string; readonly tally: Tally }[]): string {
  const total = columns[0]?.tally.inputs.length ?? 0;
  const header = [`${total} inputs`, ...columns.map(({ name }) => name)];
  const rows = (Object.keys(counted) as Count[]).map((count) => [
    counted[count],
    ...columns.map(({ tally }) => share(tally.counts[count], total)),
  ]);
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function share(count: number, total: number): string {
  return count === 0 ? '0' : `${count} (${((count / total) * 100).toFixed(1)} %)`;
}
