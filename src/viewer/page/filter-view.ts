import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { counted, plural } from '../../report/command';
import type { Headword } from '../judged';
import type { App } from './app';
import { headwords } from './item-list';
import type { ItemList } from './item-list';
import { exportList } from './list-export';
import type { ListFilter, SortBy } from './model';
import type { ListForm } from '../export-forms';
import { headlineFor } from './words';

/** What narrows and sorts the list, and takes it along. */
export function listControls(app: App, list: ItemList): TemplateResult {
  const { text, within, sort } = app.model.filter;
  const { total, entries } = list;
  return html`<div class="chips" role="group" aria-label="Verdicts">${chips(app, list)}</div>
    <div class="controls">
      <label class="grow"
        ><span class="hidden">Find</span>
        <input
          type="search"
          placeholder="Find"
          .value=${text}
          @input=${(event: InputEvent) => {
            app.narrow({ text: (event.target as HTMLInputElement).value });
          }}
      /></label>
      ${choice('Find in', within, fields, (value) => {
        app.narrow({ within: value as ListFilter['within'] });
      })}
      ${choice('Sort', sort, orders, (value) => {
        app.narrow({ sort: value as SortBy });
      })}
    </div>
    <details class="tools">
      <summary>Dates and exports</summary>
      <div class="controls">${day(app, 'from')} ${day(app, 'to')}</div>
      ${exportBar(app)}
    </details>
    <p class="soft">
      ${entries.length === total ? plural(total, 'item') : `${entries.length} of ${plural(total, 'item')}`}
    </p>`;
}

const fields: Readonly<Record<ListFilter['within'], string>> = {
  anything: 'in anything',
  subject: 'in subjects',
  organizer: 'in organizers',
  attendee: 'in attendees',
};
const orders: Readonly<Record<SortBy, string>> = {
  worst: 'worst first',
  start: 'latest first',
  subject: 'by subject',
  organizer: 'by organizer',
};

function chips(app: App, { counts }: ItemList): (TemplateResult | typeof nothing)[] {
  return headwords.map((word) => {
    const count = counts.get(word) ?? 0;
    return count === 0 ? nothing : chip(app, word, count);
  });
}

function chip(app: App, word: Headword, count: number): TemplateResult {
  const chosen = app.model.filter.headwords;
  const { words, tone, sign } = headlineFor(word);
  const toggle = (): void => {
    const wanted = new Set(chosen);
    if (!wanted.delete(word)) wanted.add(word);
    app.narrow({ headwords: wanted });
  };
  return html`<button
    class="chip ${tone}"
    aria-pressed=${chosen.has(word) ? 'true' : 'false'}
    @click=${toggle}
  >
    <span aria-hidden="true">${sign}</span> ${words} <b>${counted(count)}</b>
  </button>`;
}

function choice(
  name: string,
  value: string,
  options: Readonly<Record<string, string>>,
  take: (value: string) => void,
): TemplateResult {
  return html`<label
    ><span class="hidden">${name}</span>
    <select
      aria-label=${name}
      .value=${value}
      @change=${(event: Event) => {
        take((event.target as HTMLSelectElement).value);
      }}
    >
      ${Object.entries(options).map(([key, words]) => html`<option value=${key} ?selected=${key === value}>${words}</option>`)}
    </select></label
  >`;
}

function day(app: App, which: 'from' | 'to'): TemplateResult {
  return html`<label
    >${which === 'from' ? 'Starts from' : 'to'}
    <input
      type="date"
      .value=${app.model.filter[which]}
      @change=${(event: Event) => {
        app.narrow({ [which]: (event.target as HTMLInputElement).value });
      }}
  /></label>`;
}

const forms: readonly { readonly form: ListForm; readonly title: string }[] = [
  { form: 'people', title: 'People to tell (CSV)' },
  { form: 'csv', title: 'Findings (CSV)' },
  { form: 'json', title: 'Items (JSON)' },
  { form: 'html', title: 'Report (HTML)' },
];

function exportBar(app: App): TemplateResult {
  const { exporting, isRedacted } = app.model;
  return html`<div class="controls" role="group" aria-label="Save the list">
    ${forms.map(
      ({ form, title }) =>
        html`<button ?disabled=${exporting !== undefined} @click=${() => exportList(app, form)}>
          ${title}
        </button>`,
    )}
    <label
      ><input
        type="checkbox"
        .checked=${isRedacted}
        @change=${() => {
          app.change((model) => (model.isRedacted = !model.isRedacted));
        }}
      />
      with numbers for names</label
    >
  </div>`;
}
