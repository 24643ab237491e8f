import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { ExportForm } from '../export-forms';
import type { App } from './app';
import { exportItem } from './item-export';
import { overview } from './overview';
import { propertyPane } from './property-pane';
import { recipientTableView } from './recipient-table-view';
import { fragmentOf } from './route';
import { partChooser, partsOf, seriesView } from './series-view';
import { timelineView } from './timeline';
import { verdictView } from './verdict-view';
import { shown } from './words';

/** The item that is opened; while none is, what is to be said of all. */
export function itemView(app: App): TemplateResult | typeof nothing {
  const { model } = app;
  const { route, shown: open, failure, sources } = model;
  if (open === undefined && failure === undefined)
    return sources.length === 0
      ? nothing
      : route.item === 0
        ? overview(app)
        : html`<p class="empty">Reading …</p>`;
  return html`${backLink(app)} ${failureView(app)} ${open === undefined ? nothing : messageView(app)}`;
}

/** Where all panes do not fit beside each other, this leads back to the list. */
function backLink({ model: { route } }: App): TemplateResult | typeof nothing {
  if (route.item === 0) return nothing;
  return html`<p class="back"><a href=${fragmentOf({ ...route, item: 0 })}>‹ All items</a></p>`;
}

function failureView({ model }: App): TemplateResult | typeof nothing {
  const { failure: failed } = model;
  if (failed === undefined) return nothing;
  const { name, failure } = failed;
  return html`<section class="failure" role="alert">
    <h2>${shown(name)} cannot be read</h2>
    <p>${shown(failure.message)}</p>
    ${failure.code === undefined ? nothing : html`<p><code>${failure.code}</code></p>`}
  </section>`;
}

function messageView(app: App): TemplateResult | typeof nothing {
  const { shown: open, table } = app.model;
  if (open === undefined) return nothing;
  const { reading } = open;
  const part = partsOf(reading.report).find(({ place }) => place === table.place)?.report ?? reading.report;
  return html`<article data-path=${shown(reading.report.path)}>
    ${verdictView(app, reading)} ${exportBar(app)} ${seriesView(reading)} ${partChooser(app, reading)}
    ${recipientTableView(app, reading, part)} ${propertyPane(app)} ${timelineView(reading, part.recipients)}
  </article>`;
}

const forms: readonly { readonly form: ExportForm; readonly title: string }[] = [
  { form: 'json', title: 'JSON' },
  { form: 'csv', title: 'CSV' },
  { form: 'ticket', title: 'Report' },
  { form: 'ticket-redacted', title: 'Redacted report' },
];

function exportBar(app: App): TemplateResult {
  return html`<div class="exports" role="group" aria-label="Take it along">
    ${forms.map(({ form, title }) => html`<button @click=${() => exportItem(app, form, 'file')}>Save ${title}</button>`)}
    <button @click=${() => exportItem(app, 'ticket', 'clipboard')}>Copy report</button>
    <button @click=${() => exportItem(app, 'ticket-redacted', 'clipboard')}>Copy redacted report</button>
  </div>`;
}
