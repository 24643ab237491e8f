import { html, render } from 'lit-html';
import type { App, Drawn } from './app';
import type { ItemList } from './item-list';
import { itemView } from './item-view';
import { keepInSight, listView } from './list-view';
import { sourcesView } from './sources-view';
import { startView } from './start-view';
import { shown } from './words';

/** The page's panes. Each is drawn by itself: a list that scrolls leaves the opened item alone. */
export interface Panes {
  readonly body: HTMLElement;
  readonly start: HTMLElement;
  readonly sources: HTMLElement;
  readonly items: HTMLElement;
  readonly item: HTMLElement;
  readonly status: HTMLElement;
}

/** Draws the model: the page is a function of it. */
export class View {
  readonly #panes: Panes;
  #item: unknown;
  #list: ItemList | undefined;

  constructor(panes: Panes) {
    this.#panes = panes;
  }

  draw(app: App, drawn: Drawn): void {
    const { start, sources, items, item, status } = this.#panes;
    this.#startAbove(app);
    this.#arrange(app);
    render(listView(app), items);
    if (drawn === 'list' && app.model.route.item > 0 && app.model.shown !== undefined) {
      if (app.model.isJudging) render(sourcesView(app), sources);
      return;
    }
    render(startView(app), start);
    render(sourcesView(app), sources);
    render(itemView(app), item);
    render(html`${shown(app.model.said)}`, status);
    this.#followItem(app);
  }

  /** Which panes there are: one message needs neither folders nor list. */
  #arrange({ model, isEnclosed }: App): void {
    const { sources, shown: open, failure, route, evidence } = model;
    const lines = sources.reduce((sum, source) => sum + source.lines.length + source.quiet.length, 0);
    const isOne = lines <= 1 && sources.every(({ store }) => store === undefined) && evidence.length === 0;
    const { dataset } = this.#panes.body;
    const isEmpty = sources.length === 0 && open === undefined && failure === undefined;
    dataset['layout'] = isEmpty ? 'start' : isOne || isEnclosed ? 'one' : 'panes';
    dataset['pane'] = route.item > 0 ? 'item' : 'list';
    dataset['over'] = model.isOver ? 'yes' : 'no';
  }

  /**
   * The item that was just opened is seen from its beginning. What stood there before is moved: its layout is known,
   * while that of the new item would have to be computed before its time.
   */
  #startAbove({ model }: App): void {
    const opened = model.shown ?? model.failure;
    if (this.#item === opened) return;
    this.#item = opened;
    this.#list = undefined;
    this.#panes.item.scrollTop = 0;
    if (model.route.item > 0 && innerWidth < NARROW) scrollTo(0, 0);
  }

  /** The line of the opened item is in sight, wherever it has gone. */
  #followItem(app: App): void {
    const { list, model } = app;
    if (this.#list === list) return;
    this.#list = list;
    if (this.#item !== undefined && model.route.item > 0) this.#followLine(app);
  }

  #followLine(app: App): void {
    const { route, scroll } = app.model;
    const { entries } = app.list;
    const at = entries.findIndex(
      ({ source, index }) => source === route.source - 1 && index === route.item - 1,
    );
    const rows = this.#panes.items.querySelector<HTMLElement>('.rows');
    if (at < 0 || rows === null) return;
    scroll.active = at;
    keepInSight(app, rows);
    render(listView(app), this.#panes.items);
  }
}

/** Pixels below which the panes take turns; the style has the same. */
const NARROW = 900;
