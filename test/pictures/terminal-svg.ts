import { displayWidth } from '../../src/report/layout';

const CELL = 8.4;
const LINE = 18;
const MARGIN = 16;

/** How the styles that a terminal gets are drawn. */
const classes: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
};
const endOf: Readonly<Record<string, readonly string[]>> = {
  22: ['bold', 'dim'],
  39: ['red', 'green', 'yellow'],
  0: ['bold', 'dim', 'red', 'green', 'yellow'],
};

const style = [
  'text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#d5dae3;white-space:pre}',
  '.bold{font-weight:700}.dim{fill:#8b93a3}.red{fill:#ff8177}.green{fill:#7ee2a1}.yellow{fill:#f2cc60}.prompt{fill:#7cc4ff}',
].join('');

/** A terminal as an SVG: what was typed, and what was printed with its colours. */
export function terminalSvg(command: string, printed: string): string {
  const lines = printed.trimEnd().split('\n');

  const widest = Math.max(...lines.map((line) => displayWidth(line.replace(/\u001b\[\d+m/g, ''))));
  const width = Math.ceil(widest * CELL + 2 * MARGIN);
  const height = (lines.length + 1) * LINE + 2 * MARGIN;
  const rows = [`<tspan class="prompt">$</tspan> ${escapedText(command)}`, ...spansOf(lines)].map(
    (row, at) => `<text x="${MARGIN}" y="${MARGIN + LINE * (at + 0.8)}" xml:space="preserve">${row}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapedText(command)}">
<style>${style}</style>
<rect width="100%" height="100%" rx="8" fill="#171b24"/>
${rows.join('\n')}
</svg>
`;
}

/** Lines as spans; a style lasts until it ends, over lines too. */
function spansOf(lines: readonly string[]): string[] {
  const active = new Set<string>();
  return lines.map((line) =>
    [...line.matchAll(/\u001b\[(\d+)m|[^\u001b]+/g)]
      .map(([text, code]) => {
        if (code === undefined) return span(text, active);
        for (const each of endOf[code] ?? []) active.delete(each);
        const begun = classes[code];
        if (begun !== undefined) active.add(begun);
        return '';
      })
      .join(''),
  );
}

function span(text: string, active: ReadonlySet<string>): string {
  if (active.size === 0) return escapedText(text);
  return `<tspan class="${[...active].join(' ')}">${escapedText(text)}</tspan>`;
}

function escapedText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
