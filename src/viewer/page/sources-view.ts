import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { FolderEntry } from '../protocol';
import type { App } from './app';
import { evidenceView } from './evidence-view';
import { intakeButtons } from './intake-buttons';
import { everything } from './model';
import type { PageSource, Route } from './model';
import { fragmentOf } from './route';
import { withinFolder } from './sources';
import { shown } from './words';

/** More folders than anybody looks through are not drawn. */
const MOST = 2000;

/** What was handed over, with its folders, and the evidence beside it. */
export function sourcesView(app: App): TemplateResult | typeof nothing {
  const { sources, evidence, route } = app.model;
  if (sources.length === 0) return nothing;
  const listed = sources.flatMap((source, index) =>
    isListed(source) ? [sourceView(app, source, index + 1)] : [],
  );
  return html`<nav aria-label="Sources and folders">
      <ul class="tree">
        ${listed.length > 1 || route.source === 0 ? html`<li>${link(app, everything, 'Everything')}</li>` : nothing}
        ${listed}
      </ul>
    </nav>
    ${evidence.length === 0 ? nothing : evidenceView(app)}
    <p class="buttons more">${intakeButtons(app)}</p>`;
}

/** Not what gave nothing but evidence or stores, which stand elsewhere. */
function isListed({ store, lines, quiet, isDone }: PageSource): boolean {
  return store !== undefined || !isDone || quiet.length > 0 || lines.length > 0;
}

function sourceView(app: App, source: PageSource, number: number): TemplateResult {
  const { store, folders } = source;
  const route = { source: number, folder: 0, item: 0 };
  const damage =
    store === undefined || store.anomalies === 0 ? '' : `, ${store.anomalies} damaged or deviating places`;
  return html`<li>
    ${link(app, route, shown(source.name))}
    ${store === undefined ? nothing : html`<small>${store.format}${damage}</small>`}
    ${
      folders.length < 2
        ? nothing
        : html`<ul>
            ${folders.slice(1, MOST).map((folder, index) => folderView(app, source, folder, { ...route, folder: index + 2 }))}
            ${folders.length > MOST ? html`<li><small>and ${folders.length - MOST} more folders</small></li>` : nothing}
          </ul>`
    }
  </li>`;
}

const DEEPEST = 8;

/** Empty folders of a store that hold no folder with items are left out. */
function folderView(
  app: App,
  { folders }: PageSource,
  { name, itemCount, isCalendar, depth }: FolderEntry,
  route: Route,
): TemplateResult | typeof nothing {
  const { first, last } = withinFolder(folders, route.folder - 1);
  if (folders.slice(first, last + 1).every((folder) => folder.itemCount === 0)) return nothing;
  return html`<li class="depth-${Math.min(depth, DEEPEST)}">
    ${link(app, route, shown(name) || '(no name)')}
    <small>${itemCount}${isCalendar ? html` · calendar` : nothing}</small>
  </li>`;
}

function link(app: App, route: Route, name: string): TemplateResult {
  const { source, folder } = app.model.route;
  const isHere = source === route.source && folder === route.folder;
  return html`<a href=${fragmentOf(route)} aria-current=${isHere ? 'true' : 'false'}><bdi>${name}</bdi></a>`;
}
