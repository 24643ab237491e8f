import { countsOf } from './bar-chart';
import { escaped } from './escaped';

const WIDTH = 480;
const HEIGHT = 150;
const TOP = 16;
const BOTTOM = 20;
const MOST_MONTHS = 360;
const WIDEST = 40;
/** What a year takes. */
const LABEL = 34;

/** A column for every month such as `2004-03`, from the first to the last, with the number as its title. Empty: there is none. */
export function monthChart(title: string, months: readonly string[]): string {
  const counts = new Map(countsOf(months));
  if (counts.size === 0) return '';
  const known = [...counts.keys()].sort();
  const spanned = monthsFrom(known[0] ?? '', known.at(-1) ?? '');
  // no estate has a longer span: those months only that are there
  const all = spanned.length > MOST_MONTHS ? known.slice(-MOST_MONTHS) : spanned;
  const most = Math.max(...counts.values());
  const step = Math.min(WIDTH / all.length, WIDEST);
  const columns = all.map((month, place) =>
    columnOf(month, counts.get(month) ?? 0, most, place * step, step),
  );
  return `<figure><figcaption>${escaped(title)}</figcaption><svg role="img" aria-label="${escaped(title)}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><text x="0" y="8">${most}</text>${columns.join('')}</svg></figure>`;
}

function columnOf(month: string, count: number, most: number, left: number, step: number): string {
  const room = HEIGHT - TOP - BOTTOM;
  const height = count === 0 ? 0 : Math.max(2, Math.round((count / most) * room));
  const label = month.endsWith('-01') || left === 0 ? yearLabel(month.slice(0, 4), left, step) : '';
  const bar = `<rect x="${left.toFixed(1)}" y="${HEIGHT - BOTTOM - height}" width="${Math.max(step - 1, 1).toFixed(1)}" height="${height}"><title>${month}: ${count}</title></rect>`;
  return (count === 0 ? '' : bar) + label;
}

/** Below its column, at the end of the picture before the column's right side. */
function yearLabel(year: string, left: number, step: number): string {
  const isLast = left > WIDTH - LABEL;
  const place = isLast ? `class="label" x="${(left + step).toFixed(1)}"` : `x="${left.toFixed(1)}"`;
  return `<text ${place} y="${HEIGHT - 8}">${year}</text>`;
}

/** Every month between two. */
function monthsFrom(first: string, last: string): string[] {
  const [begin, end] = [monthNumber(first), monthNumber(last)];
  return Array.from({ length: Math.max(0, Math.min(end - begin, MOST_MONTHS) + 1) }, (_, place) => {
    const month = begin + place;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function monthNumber(month: string): number {
  const [year = 0, place = 1] = month.split('-').map(Number);
  return year * 12 + place - 1;
}
