import { html, nothing, render } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { ExportForm } from '../protocol';
import type { App } from './app';
import { fileList } from './file-list';
import { intakeView } from './intake-view';
import { propertyPane } from './property-pane';
import { recipientTableView } from './recipient-table-view';
import { partChooser, partsOf, seriesView } from './series-view';
import { storeView } from './store-view';
import { timelineView } from './timeline';
import { verdictView } from './verdict-view';
import { shown } from './words';

/** Shows the model: the page is a function of it. */
export function show(app: App, root: HTMLElement): void {
  render(page(app), root);
}

function page(app: App): TemplateResult {
  const { model } = app;
  return html`${model.shown === undefined && model.browsed === undefined ? intakeView(app) : nothing}
    ${fileList(app)} ${storeView(app)} ${failureView(app)} ${messageView(app)}
    ${model.shown === undefined && model.browsed === undefined ? nothing : intakeView(app)}
    <p class="said" role="status" aria-live="polite">${shown(model.said)}</p>`;
}

function failureView({ model }: App): TemplateResult | typeof nothing {
  const { failure, current, browsed } = model;
  const item = browsed?.item === undefined ? '' : `, item ${browsed.item.id},`;
  if (failure === undefined) return nothing;
  return html`<section class="failure" role="alert">
    <h2>${current === undefined ? 'This' : shown(current.path) + item} cannot be read</h2>
    <p>${shown(failure.message)}</p>
    ${failure.code === undefined ? nothing : html`<p><code>${failure.code}</code></p>`}
  </section>`;
}

function messageView(app: App): TemplateResult | typeof nothing {
  const { shown: open, table } = app.model;
  if (open === undefined) return nothing;
  const { reading } = open;
  const part = partsOf(reading.report).find(({ place }) => place === table.place)?.report ?? reading.report;
  return html`<article>
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
    ${forms.map(({ form, title }) => html`<button @click=${() => app.export(form, 'file')}>Save ${title}</button>`)}
    <button @click=${() => app.export('ticket', 'clipboard')}>Copy report</button>
    <button @click=${() => app.export('ticket-redacted', 'clipboard')}>Copy redacted report</button>
  </div>`;
}
