import { html, nothing, svg } from 'lit-html';
import { plural } from '../../report/command';
import type { TemplateResult } from 'lit-html';
import type { PageMessage } from '../protocol';
import { tableCell, attendeeOf, TRACK_STATUS, TRACK_STATUS_TIME, valueOf } from './cells';
import type { Row } from './cells';
import { shortTime } from './words';

/** A response: who, what, when. */
interface Response {
  readonly who: string;
  readonly status: string;
  readonly iso: string;
  readonly ms: number;
}

interface Responses {
  readonly timed: readonly Response[];
  /** Rows whose time is FILETIME 0: no answer was ever given in 1601. */
  readonly zero: readonly string[];
  readonly silent: number;
}

const WIDTH = 720;
const LINE = 22;
const LEFT = 16;
/** Where the axis of true times begins; what stands left of it is 1601. */
const BREAK = 110;
const MOST = 40;

/** Who answered when, with the impossible 1601 called out; below it the same in words. */
export function timelineView(reading: PageMessage, rows: readonly Row[]): TemplateResult | typeof nothing {
  const responses = responsesOf(rows, reading);
  const { timed, zero } = responses;
  if (timed.length + zero.length === 0) return nothing;
  return html`<section aria-labelledby="timeline-title" class="timeline">
    <h2 id="timeline-title">Responses <small>who answered when</small></h2>
    ${timed.length + zero.length <= MOST ? drawing(responses) : nothing} ${sentenceOf(responses)}
  </section>`;
}

function responsesOf(rows: readonly Row[], { vocabulary }: PageMessage): Responses {
  const timed: Response[] = [];
  const zero: string[] = [];
  let silent = 0;
  for (const row of rows) {
    const { name, address } = attendeeOf(row);
    const who = name || address || '(no name)';
    const time = valueOf(row, TRACK_STATUS_TIME) as { kind?: string; iso?: string } | undefined;
    if (time?.kind === 'zero') zero.push(who);
    else if (time?.kind === 'time' && time.iso !== undefined) {
      const status = tableCell(row, TRACK_STATUS, vocabulary).text;
      timed.push({ who, status, iso: time.iso, ms: Date.parse(time.iso.slice(0, 23) + 'Z') });
    } else silent += 1;
  }
  return { timed: timed.sort((one, other) => one.ms - other.ms), zero, silent };
}

function drawing({ timed, zero }: Responses): TemplateResult {
  const height = (timed.length + zero.length + 1) * LINE + 26;
  const [first, last] = [timed[0]?.ms ?? 0, timed.at(-1)?.ms ?? 0];
  const start = zero.length === 0 ? LEFT : BREAK;
  const span = (WIDTH - start) * 0.55;
  const x = (ms: number): number =>
    start + 12 + (last === first ? 0 : ((ms - first) / (last - first)) * span);
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="timeline-title">
    <svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="timeline-title timeline-text">
      ${zero.map((who, index) => mark(LEFT, index, `1601: ${who} – impossible, FILETIME 0`, 'zero'))}
      ${timed.map(({ who, status, iso, ms }, index) =>
        mark(x(ms), zero.length + index, `${shortTime(iso)} ${who}, ${status}`, 'time'),
      )}
      ${axis(height - 26, zero.length > 0, start)}
    </svg>
  </div>`;
}

function mark(x: number, line: number, text: string, kind: string): TemplateResult {
  const y = line * LINE + 14;
  return svg`<circle class=${kind} cx=${x} cy=${y} r="5"></circle><text class=${kind} x=${x + 12} y=${y + 4}>${text}</text>`;
}

/** The line of time, broken between 1601 and what follows. */
function axis(y: number, hasZero: boolean, start: number): TemplateResult {
  return svg`<line x1=${start} x2=${WIDTH - LEFT} y1=${y} y2=${y}></line>
    ${hasZero ? svg`<line x1=${LEFT - 8} x2=${BREAK - 30} y1=${y} y2=${y}></line><text x=${BREAK - 24} y=${y + 4}>//</text><text x="8" y=${y + 18}>1601</text>` : nothing}
    <text x=${start} y=${y + 18}>time of the answer (UTC)</text>`;
}

function sentenceOf({ timed, zero, silent }: Responses): TemplateResult {
  return html`<details id="timeline-text">
    <summary>
      ${plural(timed.length, 'answer')} with a
      time${zero.length === 0 ? '' : `, ${zero.length} with the impossible 1601`}${silent === 0 ? '' : `, ${silent} without a usable time`}
    </summary>
    <ul>
      ${zero.map((who) => html`<li><bdi>${who}</bdi>: 1601-01-01, FILETIME 0, which no answer can have</li>`)}
      ${timed.map(({ who, status, iso }) => html`<li>${shortTime(iso)} UTC: <bdi>${who}</bdi>, ${status}</li>`)}
    </ul>
  </details>`;
}
