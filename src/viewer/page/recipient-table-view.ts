import { html, nothing } from 'lit-html';
import { plural } from '../../report/command';
import type { TemplateResult } from 'lit-html';
import type { MessageReport } from '../../report/command';
import type { PageMessage } from '../protocol';
import type { App } from './app';
import { tableCell, columnsOf, attendeeOf } from './cells';
import type { Cell } from './cells';
import { pager, PAGE_ROWS } from './pager';
import { NAME, orderedRows } from './row-order';
import type { NumberedRow } from './row-order';
import { rowOf } from './table-place';
import { plainNames, plainValues, shown, terms } from './words';

/** A recipient table as MFCMAPI shows it, the tracking columns beside the name. */
export function recipientTableView(app: App, reading: PageMessage, report: MessageReport): TemplateResult {
  const { table, isPlain } = app.model;
  const all = columnsOf(report.recipients, reading.vocabulary).filter(
    (tag) => !isPlain || plainNames[mapiName(tag, reading.vocabulary)] !== undefined,
  );
  const columns = all.filter((tag) => !table.hidden.has(tag));
  const rows = orderedRows(report.recipients, table, columns, reading);
  const found = new Set(reading.report.findings.map(({ path }) => rowOf(path)));
  const visibleRows = rows.slice(table.page * PAGE_ROWS, (table.page + 1) * PAGE_ROWS);
  return html`<section aria-labelledby="table-title">
    <h2 id="table-title">Recipient table <small>${countText(rows.length, report)}</small></h2>
    ${
      report.recipients.length === 0
        ? noRows(report)
        : html` ${controls(app, all, reading)}
            <div class="scroll" tabindex="0" role="group" aria-labelledby="table-title">
              <table class="recipients">
                <thead>
                  <tr>
                    ${headers(app, columns, reading)}
                  </tr>
                </thead>
                <tbody>
                  ${visibleRows.map((row) => rowView(app, row, { columns, reading, found }))}
                </tbody>
              </table>
            </div>
            ${pager(rows.length, table.page, (page) => {
              app.change(() => (table.page = page));
            })}`
    }
  </section>`;
}

function countText(count: number, { recipients }: MessageReport): string {
  return count === recipients.length
    ? plural(count, 'row')
    : `${count} of ${plural(recipients.length, 'row')}`;
}

function noRows({ notCaptured = [] }: MessageReport): TemplateResult {
  return notCaptured.includes('recipients')
    ? html`<p>The export does not contain the recipient table.</p>`
    : html`<p>The message has no recipients.</p>`;
}

function controls(app: App, all: readonly string[], { vocabulary }: PageMessage): TemplateResult {
  const { table } = app.model;
  const toggle = (tag: string): void => {
    app.change(() => (table.hidden.has(tag) ? table.hidden.delete(tag) : table.hidden.add(tag)));
  };
  return html`<div class="controls">
    <label
      >Filter
      <input
        type="search"
        .value=${table.filter}
        @input=${(event: InputEvent) => {
          app.change(() =>
            Object.assign(table, { filter: (event.target as HTMLInputElement).value, page: 0 }),
          );
        }}
    /></label>
    <label
      ><input
        type="checkbox"
        .checked=${app.model.isPlain}
        @change=${() => {
          app.change((model) => (model.isPlain = !model.isPlain));
        }}
      />
      Plain names</label
    >
    <details class="columns">
      <summary>Columns</summary>
      <fieldset>
        <legend>Shown columns</legend>
        ${all.map(
          (tag) =>
            html`<label
              ><input
                type="checkbox"
                .checked=${!table.hidden.has(tag)}
                @change=${() => {
                  toggle(tag);
                }}
              />
              ${titleOf(app, tag, vocabulary)}</label
            >`,
        )}
      </fieldset>
    </details>
  </div>`;
}

function headers(app: App, columns: readonly string[], { vocabulary }: PageMessage): TemplateResult[] {
  const { table, isPlain } = app.model;
  const sortBy = (tag: string): void => {
    app.change(() => {
      const isDescending = table.sort?.tag === tag && !table.sort.isDescending;
      table.sort = { tag, isDescending };
    });
  };
  return [NAME, ...columns].map((tag) => {
    const term = tag === NAME ? 'PR_DISPLAY_NAME' : mapiName(tag, vocabulary);
    const title = titleOf(app, tag, vocabulary);
    const order = table.sort?.tag !== tag ? 'none' : table.sort.isDescending ? 'descending' : 'ascending';
    const mark = order === 'none' ? '' : order === 'ascending' ? ' ▲' : ' ▼';
    return html`<th scope="col" aria-sort=${order}>
      <button
        class="sort"
        @click=${() => {
          sortBy(tag);
        }}
        title=${terms[term] ?? `Property 0x${tag}`}
      >
        ${title}<span aria-hidden="true">${mark}</span>
      </button>
      ${tag === NAME || isPlain ? nothing : html`<span class="tag">0x${tag}</span>`}
    </th>`;
  });
}

/** What a column is called: by MAPI, or for those who do not know it. */
function titleOf({ model }: App, tag: string, vocabulary: PageMessage['vocabulary']): string {
  const name = tag === NAME ? 'PR_DISPLAY_NAME' : mapiName(tag, vocabulary);
  return (model.isPlain ? plainNames[name] : undefined) ?? name;
}

function mapiName(tag: string, { names }: PageMessage['vocabulary']): string {
  return shown(names[tag] ?? '') || known[tag] || `0x${tag}`;
}

/** The two columns that are shown even if no row has them. */
const known: Readonly<Record<string, string>> = {
  '5FFF0003': 'PR_RECIPIENT_TRACKSTATUS',
  '5FFB0040': 'PR_RECIPIENT_TRACKSTATUS_TIME',
};

interface RowContent {
  readonly columns: readonly string[];
  readonly reading: PageMessage;
  /** The places of the rows that findings are about. */
  readonly found: ReadonlySet<string>;
}

function rowView(
  app: App,
  { row, index }: NumberedRow,
  { columns, reading, found }: RowContent,
): TemplateResult {
  const { table, pane, isPlain } = app.model;
  const place = `${table.place === '' ? '' : `${table.place}.`}recipients[${index}]`;
  const isFound = found.has(place);
  const { name, address } = attendeeOf(row);
  return html`<tr class=${isFound ? 'found' : ''} aria-current=${pane?.place === place ? 'true' : 'false'}>
    <th scope="row">
      <button
        class="row"
        @click=${() => app.showProperties(place)}
        title="Show the properties of row ${index}"
      >
        ${isFound ? html`<span class="mark" role="img" aria-label="Finding">✕</span> ` : nothing}<bdi
          class="name"
          >${name || '(no name)'}</bdi
        >
        <bdi class="address">${address || '(no address)'}</bdi>
        ${isFound ? html`<span class="because">because of this row</span>` : nothing}
      </button>
    </th>
    ${columns.map((tag) => cellView(tableCell(row, tag, reading.vocabulary), isPlain))}
  </tr>`;
}

function cellView({ text, raw, kind }: Cell, isPlain: boolean): TemplateResult {
  if (isPlain) return html`<td class=${kind}><bdi>${plainText(text)}</bdi></td>`;
  return html`<td class=${kind}>
    <bdi>${text}</bdi>${raw === undefined ? nothing : html`<span class="raw">${raw}</span>`}
  </td>`;
}

function plainText(text: string): string {
  return text
    .split(' | ')
    .map((word) => plainValues[word] ?? word)
    .join(', ');
}
