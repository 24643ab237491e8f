import { html, nothing } from 'lit-html';
import { headlineOf } from '../../report/command';
import type { TemplateResult } from 'lit-html';
import type { MessageReport } from '../../report/command';
import type { PageMessage } from '../protocol';
import type { App } from './app';
import { tableCell, attendeeOf, TRACK_STATUS, TRACK_STATUS_TIME } from './cells';
import type { Row } from './cells';
import { freshTable } from './model';
import { headlineFor, shortTime, shown } from './words';

/** A message of the file that has a table of its own. */
interface Part {
  readonly place: string;
  readonly report: MessageReport;
}

/** The message and what it embeds, at every depth. */
export function partsOf(report: MessageReport): Part[] {
  const parts: Part[] = [];
  const pending: Part[] = [{ place: '', report }];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    parts.push(next);
    pending.push(...next.report.embedded.map((embedded) => ({ place: embedded.path, report: embedded })));
  }
  return parts;
}

/** Chooses whose table is shown: the series or one of its exceptions. Nothing where there is one table only. */
export function partChooser(app: App, reading: PageMessage): TemplateResult | typeof nothing {
  const parts = partsOf(reading.report);
  if (parts.length < 2) return nothing;
  const { table } = app.model;
  const choose = (place: string): void => {
    app.change(() => Object.assign(table, freshTable(), { place }));
  };
  return html`<nav class="parts" aria-label="Tables of this file">
    ${parts.map(
      (part) =>
        html`<button
          aria-pressed=${table.place === part.place ? 'true' : 'false'}
          @click=${() => {
            choose(part.place);
          }}
        >
          ${titleOf(part, reading)}
        </button>`,
    )}
  </nav>`;
}

function titleOf({ place, report }: Part, { abouts }: PageMessage): string {
  const about = abouts[place];
  if (report.kind === 'exception') return `Exception ${shortTime(about?.replaces ?? about?.start)}`.trim();
  if (report.kind === 'embedded') return `Embedded: ${shown(report.subject ?? report.messageClass ?? place)}`;
  return report.embedded.some(({ kind }) => kind === 'exception') ? 'Series' : 'This message';
}

const MOST_COLUMNS = 12;
const MOST_ROWS = 500;

/** Series and exceptions side by side: a row for each attendee, a column for each table. */
export function seriesView(reading: PageMessage): TemplateResult | typeof nothing {
  const exceptions = reading.report.embedded.filter(({ kind }) => kind === 'exception');
  if (exceptions.length === 0) return nothing;
  const parts = partsOf(reading.report)
    .filter(({ report }) => report === reading.report || exceptions.includes(report))
    .slice(0, MOST_COLUMNS);
  const attendees = attendeesOf(parts);
  return html`<section aria-labelledby="series-title">
    <h2 id="series-title">
      Series and exceptions
      <small
        >side by
        side${exceptions.length >= MOST_COLUMNS ? `, the first ${MOST_COLUMNS - 1} exceptions` : ''}</small
      >
    </h2>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="series-title">
      <table class="recipients">
        <thead>
          <tr>
            <th scope="col">Attendee</th>
            ${parts.map((part) => headerOf(part, reading))}
          </tr>
        </thead>
        <tbody>
          ${[...attendees].slice(0, MOST_ROWS).map(
            ([, rows]) =>
              html`<tr>
                <th scope="row">${who(rows)}</th>
                ${parts.map((part) => answerCell(rows.get(part.place), reading))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function headerOf(part: Part, reading: PageMessage): TemplateResult {
  const { words, sign } = headlineFor(headlineOf(part.report));
  return html`<th scope="col">
    ${titleOf(part, reading)}<span class="tag"
      >${part.report.verdict === null ? nothing : `${sign} ${words}`}</span
    >
  </th>`;
}

/** The rows of each attendee, by the table they stand in. An attendee is known by the address. */
function attendeesOf(parts: readonly Part[]): Map<string, Map<string, Row>> {
  const attendees = new Map<string, Map<string, Row>>();
  for (const { place, report } of parts)
    for (const row of report.recipients) {
      const { name, address } = attendeeOf(row);
      const key = (address || name).toLowerCase();
      const rows = attendees.get(key) ?? new Map<string, Row>();
      if (!rows.has(place)) rows.set(place, row);
      attendees.set(key, rows);
    }
  return attendees;
}

function who(rows: ReadonlyMap<string, Row>): TemplateResult {
  const [first] = rows.values();
  const { name, address } = attendeeOf(first as Row);
  return html`<bdi class="name">${name || '(no name)'}</bdi> <bdi class="address">${address}</bdi>`;
}

function answerCell(row: Row | undefined, { vocabulary }: PageMessage): TemplateResult {
  if (row === undefined) return html`<td class="absent">no row</td>`;
  const status = tableCell(row, TRACK_STATUS, vocabulary);
  const time = tableCell(row, TRACK_STATUS_TIME, vocabulary);
  return html`<td class=${time.kind === 'zero' ? 'zero' : ''}>
    <bdi>${status.raw === undefined ? status.text : `${status.raw} ${status.text}`}</bdi
    ><span class="raw">${time.kind === 'absent' ? 'no time' : time.text}</span>
  </td>`;
}
