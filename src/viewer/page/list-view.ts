import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from './app';
import { listControls } from './filter-view';
import type { ItemList } from './item-list';
import { rowView } from './list-row';
import { progressView } from './progress-view';
import { quietView } from './quiet-view';

/** Pixels of a line of the list: all are alike, so that only those that are seen need to be drawn. */
const ROW = 60;
/** How many are drawn above and below those that are seen. */
const BEYOND = 8;

/** The items of a source or folder: totals, filters, and the lines that are in sight. */
export function listView(app: App): TemplateResult | typeof nothing {
  const { model } = app;
  if (model.sources.length === 0) return nothing;
  const { list } = app;
  return html`<div class="list-head">${progressView(app)} ${totalsView(list)} ${listControls(app, list)}</div>
    ${list.entries.length === 0 ? emptyView(app, list) : rowsView(app, list)} ${quietView(app)}`;
}

function totalsView({ meetings, unreached }: ItemList): TemplateResult | typeof nothing {
  if (meetings.length === 0) return nothing;
  return html`<p class="totals bad">
    <b>${unreached.meetings}</b> ${unreached.meetings === 1 ? 'meeting' : 'meetings'} affected,
    <b>${unreached.attendees}</b> ${unreached.attendees === 1 ? 'person' : 'people'} to tell
  </p>`;
}

function emptyView({ model }: App, { total }: ItemList): TemplateResult {
  if (model.isJudging && total === 0) return html`<p class="empty">Reading …</p>`;
  return html`<p class="empty">
    ${total === 0 ? 'There are no items here.' : 'No item matches. Change the filter.'}
  </p>`;
}

function rowsView(app: App, { entries }: ItemList): TemplateResult {
  const { scroll } = app.model;
  const first = Math.max(Math.floor(scroll.top / ROW) - BEYOND, 0);
  const last = Math.min(Math.ceil((scroll.top + scroll.height) / ROW) + BEYOND, entries.length);
  const active = Math.min(scroll.active, entries.length - 1);
  const isDrawn = active >= first && active < last;
  return html`<div
    class="rows"
    role="listbox"
    tabindex="0"
    aria-label="Items"
    aria-activedescendant=${isDrawn ? `row-${active}` : nothing}
    @scroll=${(event: Event) => {
      scrolled(app, event.currentTarget as HTMLElement);
    }}
    @keydown=${(event: KeyboardEvent) => {
      pressed(app, event);
    }}
  >
    <div class="height" role="presentation" .style=${`height:${entries.length * ROW}px`}>
      <div class="window" role="presentation" .style=${`transform:translateY(${first * ROW}px)`}>
        ${entries.slice(first, last).map((entry, offset) => rowView(app, entry, { at: first + offset, active, count: entries.length, open: openEntry }))}
      </div>
    </div>
  </div>`;
}

function scrolled(app: App, { scrollTop, clientHeight }: HTMLElement): void {
  app.change(({ scroll }) => Object.assign(scroll, { top: scrollTop, height: clientHeight }), 'list');
}

function openEntry(app: App, at: number): void {
  const entry = app.list.entries[at];
  const { route, scroll } = app.model;
  scroll.active = at;
  if (entry === undefined) return;
  const isInSource = route.source === entry.source + 1;
  void app.go({ source: entry.source + 1, folder: isInSource ? route.folder : 0, item: entry.index + 1 });
}

/** Arrow keys choose a line, Enter opens it. */
function pressed(app: App, event: KeyboardEvent): void {
  const { scroll } = app.model;
  const page = Math.max(Math.floor(scroll.height / ROW) - 1, 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity,
  };
  const step = steps[event.key];
  if (event.key === 'Enter' || event.key === ' ') openEntry(app, scroll.active);
  else if (step === undefined) return;
  else activate(app, scroll.active + step, event.currentTarget as HTMLElement);
  event.preventDefault();
}

function activate(app: App, at: number, rows: HTMLElement): void {
  const { scroll } = app.model;
  scroll.active = Math.min(Math.max(at, 0), app.list.entries.length - 1);
  keepInSight(app, rows);
  app.change(() => undefined, 'list');
}

/** Scrolls so far that the chosen line is seen. */
export function keepInSight({ model: { scroll } }: App, rows: HTMLElement): void {
  const [top, bottom] = [scroll.active * ROW, (scroll.active + 1) * ROW];
  const height = rows.clientHeight;
  if (top < scroll.top) scroll.top = top;
  else if (bottom > scroll.top + height) scroll.top = bottom - height;
  scroll.height = height;
  rows.scrollTop = scroll.top;
}
