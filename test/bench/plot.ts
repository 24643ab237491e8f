// A plot of times as SVG: a line for each set, a dot for each reader, on a logarithmic scale.

import type { Timing } from './figure';

const WIDTH = 900;
const LEFT = 250;
const RIGHT = 30;
const TOP = 64;
const ROW = 30;
const BOTTOM = 44;

type Shape = 'bar' | 'circle' | 'diamond' | 'square';

interface Series {
  readonly reader: string;
  readonly label: string;
  readonly colour: string;
  readonly shape: Shape;
}

/** Readable on white and on black; told apart by shape too. */
const series: readonly Series[] = [
  { reader: 'read-file', label: 'readFileSync alone', colour: '#8a8f98', shape: 'bar' },
  { reader: 'mapilint', label: 'mapilint', colour: '#1f9d55', shape: 'circle' },
  { reader: 'cfb', label: 'cfb', colour: '#d9822b', shape: 'square' },
  { reader: 'msgreader', label: 'msgreader', colour: '#3b82f6', shape: 'diamond' },
];

const style = `text{font:13px system-ui,sans-serif;fill:#24292f}.title{font-weight:600}.grid{stroke:#8884;stroke-width:1}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}}`;

/** Plots what each reader takes. Of a set in which mapilint took part in several ways, `interleaved` is shown. */
export function plotTimings(timings: readonly Timing[]): string {
  const shown = timings.flatMap((timing) => {
    const reader = timing.reader === 'mapilint, metadata interleaved' ? 'mapilint' : timing.reader;
    return series.some((each) => each.reader === reader) ? [{ ...timing, reader }] : [];
  });
  const sets = [...new Set(shown.map(({ set }) => set))].filter(
    (set) => shown.filter((timing) => timing.set === set).length > 2,
  );
  const height = TOP + sets.length * ROW + BOTTOM;
  const scale = new LogScale(
    shown.filter(({ set }) => sets.includes(set)).map(({ microseconds }) => microseconds),
  );
  const parts = [
    `<style>${style}</style>`,
    `<text x="12" y="22" class="title">CPU time per file (logarithmic; left is faster)</text>`,
    legend(),
    grid(scale, height),
    ...sets.flatMap((set, row) => line(set, row, shown, scale)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="CPU time per file by reader">\n${parts.join('\n')}\n</svg>\n`;
}

class LogScale {
  readonly least: number;
  readonly most: number;

  /** Whole powers of ten that hold all values. */
  constructor(values: readonly number[]) {
    this.least = Math.floor(Math.log10(Math.min(...values, 10)));
    this.most = Math.ceil(Math.log10(Math.max(...values, 100)));
  }

  x(value: number): number {
    const share = (Math.log10(value) - this.least) / (this.most - this.least);
    return Math.round((LEFT + share * (WIDTH - LEFT - RIGHT)) * 10) / 10;
  }
}

function legend(): string {
  return series
    .map(({ label, colour, shape }, index) => {
      const x = LEFT + 8 + (index === 0 ? 0 : 165 + (index - 1) * 110);
      return `${mark(shape, colour, x, 44)}<text x="${x + 12}" y="48">${label}</text>`;
    })
    .join('\n');
}

function grid(scale: LogScale, height: number): string {
  const lines: string[] = [];
  for (let power = scale.least; power <= scale.most; power++) {
    const x = scale.x(10 ** power);
    lines.push(
      `<line class="grid" x1="${x}" x2="${x}" y1="${TOP}" y2="${height - BOTTOM + 6}"/>`,
      `<text x="${x}" y="${height - BOTTOM + 24}" text-anchor="middle">${formatTime(10 ** power)}</text>`,
    );
  }
  return lines.join('\n');
}

function line(set: string, row: number, timings: readonly Timing[], scale: LogScale): string[] {
  const y = TOP + row * ROW + ROW / 2;
  const marks = series.flatMap(({ reader, colour, shape }) => {
    const timing = timings.find((each) => each.set === set && each.reader === reader);
    return timing === undefined
      ? []
      : [mark(shape, colour, scale.x(timing.microseconds), y, formatTime(timing.microseconds))];
  });
  return [
    `<text x="${LEFT - 12}" y="${y + 4}" text-anchor="end">${escape(set)}</text>`,
    `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"/>`,
    ...marks,
  ];
}

function mark(shape: Shape, colour: string, x: number, y: number, title = ''): string {
  const tip = title === '' ? '' : `<title>${title}</title>`;
  if (shape === 'circle') return `<circle cx="${x}" cy="${y}" r="6" fill="${colour}">${tip}</circle>`;
  const [width, height] = shape === 'bar' ? [3, 16] : [9, 9];
  const turn = shape === 'diamond' ? ` transform="rotate(45 ${x} ${y})"` : '';
  return `<rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" fill="${colour}"${turn}>${tip}</rect>`;
}

/** A time in the unit that gives the shortest number. */
export function formatTime(microseconds: number): string {
  const [value, unit] =
    microseconds >= 1e6
      ? [microseconds / 1e6, 's']
      : microseconds >= 1000
        ? [microseconds / 1000, 'ms']
        : [microseconds, 'µs'];
  return `${Number(value.toPrecision(3))} ${unit}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
