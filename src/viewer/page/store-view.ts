import { html, nothing } from 'lit-html';
import { plural } from '../../report/command';
import type { TemplateResult } from 'lit-html';
import type { FolderEntry, ItemEntry, PageStore } from '../protocol';
import type { App } from './app';
import type { Browsed } from './model';
import { pager, PAGE_ROWS } from './pager';
import { shortTime, shown } from './words';

/** A store: its folders, and what the chosen one lists. */
export function storeView(app: App): TemplateResult | typeof nothing {
  const { browsed } = app.model;
  if (browsed?.file.state.kind !== 'store') return nothing;
  const { store } = browsed.file.state;
  return html`<section class="store" aria-labelledby="store-title">
    <h2 id="store-title">
      <bdi>${shown(browsed.file.path)}</bdi> <small>${store.format}${damage(store)}</small>
    </h2>
    <div class="browser">
      <nav aria-label="Folders">${folderTree(app, browsed, store.root)}</nav>
      <div>${itemList(app, browsed)}</div>
    </div>
  </section>`;
}

function damage({ anomalies }: PageStore): string {
  return anomalies === 0 ? '' : `, ${anomalies} damaged or deviating places`;
}

/** Calendars first, since the meetings are there; then the rest, in the store's order. */
function inOrder(folders: readonly FolderEntry[]): FolderEntry[] {
  return [...folders].sort((one, other) => Number(holdsCalendar(other)) - Number(holdsCalendar(one)));
}

function holdsCalendar({ isCalendar, folders }: FolderEntry): boolean {
  return isCalendar || folders.some(holdsCalendar);
}

function folderTree(app: App, browsed: Browsed, root: FolderEntry): TemplateResult {
  return html`<ul>
    ${[root].map((folder) => branch(app, browsed, folder, 0))}
  </ul>`;
}

const DEEPEST = 40;

function branch(app: App, browsed: Browsed, folder: FolderEntry, depth: number): TemplateResult {
  const isChosen = browsed.folder === folder.path;
  const inner = depth > DEEPEST ? [] : inOrder(folder.folders);
  return html`<li>
    <button
      aria-current=${isChosen ? 'true' : 'false'}
      @click=${() => app.list(folder.path, browsed.subject)}
    >
      <bdi>${shown(folder.name) || '(root)'}</bdi>
      <small>${folder.itemCount}${folder.isCalendar ? ' · calendar' : ''}</small>
    </button>
    ${
      inner.length === 0
        ? nothing
        : html`<ul>
            ${inner.map((each) => branch(app, browsed, each, depth + 1))}
          </ul>`
    }
  </li>`;
}

function itemList(app: App, browsed: Browsed): TemplateResult {
  const items = browsed.items && inItemOrder(browsed.items, browsed.sort);
  const search = (event: Event): void =>
    void app.list(browsed.folder, (event.target as HTMLInputElement).value.trim());
  const sort = (event: Event): void => {
    app.change(() => (browsed.sort = (event.target as HTMLSelectElement).value as Browsed['sort']));
  };
  return html`<div class="controls">
      <label>Subject contains <input type="search" .value=${browsed.subject} @change=${search} /></label>
      <label
        >Sort by
        <select @change=${sort}>
          <option value="start">start</option>
          <option value="subject">subject</option>
        </select></label
      >
    </div>
    ${
      items === undefined
        ? html`<p>Reading the folder …</p>`
        : html` <p>${plural(items.length, 'item')}</p>
            <ul class="items">
              ${items.slice(browsed.page * PAGE_ROWS, (browsed.page + 1) * PAGE_ROWS).map((item) => itemView(app, browsed, item))}
            </ul>
            ${pager(items.length, browsed.page, (page) => {
              app.change(() => (browsed.page = page));
            })}`
    }`;
}

function inItemOrder(items: readonly ItemEntry[], by: Browsed['sort']): ItemEntry[] {
  const key = (item: ItemEntry): string =>
    by === 'subject' ? (item.subject ?? '').toLowerCase() : (item.start ?? '');
  return [...items].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

function itemView(
  app: App,
  browsed: Browsed,
  { id, subject, messageClass, start }: ItemEntry,
): TemplateResult {
  return html`<li>
    <button
      aria-current=${browsed.item?.id === id ? 'true' : 'false'}
      @click=${() => app.openItem({ id, folder: browsed.folder })}
    >
      <span class="when">${shortTime(start) || 'no time'}</span>
      <bdi>${shown(subject ?? '(no subject)')}</bdi>
      <small>${shown(messageClass ?? 'no class')}</small>
    </button>
  </li>`;
}
