import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { PageLine } from '../judged';
import type { App } from './app';
import { badge } from './badge';
import type { ListedPlace } from './item-list';
import { shortTime, shown } from './words';

/** Where a line stands in the list. */
interface RowSettings {
  readonly at: number;
  /** The line that the arrow keys have come to. */
  readonly active: number;
  readonly count: number;
  readonly open: (app: App, at: number) => void;
}

/** A line of the list: verdict, whom it does not reach, when, and which meeting. */
export function rowView(
  app: App,
  entry: ListedPlace,
  { at, active, count, open }: RowSettings,
): TemplateResult {
  const { route, sources } = app.model;
  const isOpen = route.item === entry.index + 1 && route.source === entry.source + 1;
  const source = sources[entry.source];
  const path = source?.store === undefined ? source?.files[entry.index]?.path : undefined;
  return html`<div
    id="row-${at}"
    class="item ${at === active ? 'active' : ''}"
    role="option"
    aria-selected=${isOpen ? 'true' : 'false'}
    aria-posinset=${at + 1}
    aria-setsize=${count}
    @click=${() => {
      open(app, at);
    }}
  >
    ${verdictLine(entry.line)} ${meetingLine(entry.line, path)}
  </div>`;
}

function verdictLine({ headword, unreached, anomalies, start }: PageLine): TemplateResult {
  return html`<span class="line"
    >${badge(headword, true)}
    ${unreached === 0 ? nothing : html`<span class="count">${unreached} to tell</span>`}
    ${anomalies === 0 ? nothing : html`<span class="soft" title="Damage and deviations">△ ${anomalies}</span>`}
    <span class="when">${shortTime(start)}</span></span
  >`;
}

function meetingLine({ subject, organizer = '' }: PageLine, path: string | undefined): TemplateResult {
  return html`<span class="line"
    ><bdi class="subject">${shown(subject ?? path ?? '(no subject)')}</bdi>
    <bdi class="soft">${shown(organizer)}</bdi>
    ${path === undefined || subject === undefined ? nothing : html`<bdi class="soft path">${shown(path)}</bdi>`}</span
  >`;
}
