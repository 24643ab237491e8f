import type { Failure } from '../failure';
import type { Answer, Enclosed, Question } from '../protocol';
import type { Source } from '../source';
import type { DroppedFile } from './intake';
import { ItemLists } from './item-list';
import type { ItemList } from './item-list';
import { Judge } from './judge';
import { emptyModel, everything, freshTable } from './model';
import type { ListFilter, Model, Route } from './model';
import { firstToShow } from './first-shown';
import type { Reader } from './reader';
import { fragmentOf } from './route';
import { placeOf, sourceOfFiles } from './sources';
import { tableOf } from './table-place';

/** What of the page is drawn anew. */
export type Drawn = 'all' | 'list';

/** What the page does: every action changes the model and shows it again. */
export class App {
  readonly model: Model = emptyModel();
  readonly judge: Judge;
  readonly #reader: Reader;
  readonly #show: (app: App, drawn: Drawn) => void;
  /** The message that a copy of the page has in it. */
  readonly enclosed: Enclosed | undefined;
  readonly #lists = new ItemLists();
  /** The places of sources of which something is to be opened as soon as it is known what. */
  readonly #awaited: number[] = [];
  #number = 0;
  /** The evidence that the message is shown with. */
  #shownWith = 0;

  constructor(reader: Reader, show: (app: App, drawn: Drawn) => void, enclosed: Enclosed | undefined) {
    this.#reader = reader;
    this.#show = show;
    this.enclosed = enclosed;
    this.judge = new Judge({
      model: this.model,
      ask: (question) => reader.ask(question),
      progress: () => {
        this.#openAwaited();
        this.#show(this, 'list');
      },
      end: () => void this.#judged(),
    });
    if (enclosed === undefined) return;
    const { reading } = enclosed;
    const { path } = reading.report;
    this.model.shown = { source: { number: 0, file: new File([], path), path }, reading };
  }

  /** Changes the model and shows it. */
  change(work: (model: Model) => void, drawn: Drawn = 'all'): void {
    work(this.model);
    this.#show(this, drawn);
  }

  get list(): ItemList {
    return this.#lists.of(this.model);
  }

  /** Whether it is a copy of the page with a message in it. */
  get isEnclosed(): boolean {
    return this.model.shown !== undefined && this.model.shown.reading === this.enclosed?.reading;
  }

  /** Takes files in: messages, stores, evidence, whatever they are. */
  add(found: readonly DroppedFile[]): void {
    const files = found.map(({ file, path }): Source => ({ number: (this.#number += 1), file, path }));
    const [first] = files;
    if (first === undefined) return;
    const { model } = this;
    this.#awaited.push(model.sources.length);
    model.sources.push(sourceOfFiles(files));
    model.isStopped = false;
    model.failure = undefined;
    model.said = `Reading ${files.length === 1 ? first.path : `${files.length} files`}`;
    void this.judge.run();
    this.#show(this, 'all');
  }

  /** Stops judging, or goes on. */
  toggle(): void {
    const { model } = this;
    model.isStopped = !model.isStopped;
    if (!model.isStopped) void this.judge.run();
    this.#show(this, 'all');
  }

  narrow(filter: Partial<ListFilter>): void {
    this.change((model) => {
      model.filter = { ...model.filter, ...filter };
      Object.assign(model.scroll, { top: 0, active: 0 });
    }, 'list');
  }

  /** Shows a source, a folder or an item, and says so in the address. */
  async go(route: Route): Promise<void> {
    const { model } = this;
    const fragment = fragmentOf(route);
    if (location.hash !== fragment && !(location.hash === '' && fragment === '#')) location.hash = fragment;
    const isSame = fragmentOf(model.route) === fragment;
    if (isSame && (route.item === 0 || model.shown !== undefined)) return;
    const isOtherList = route.source !== model.route.source || route.folder !== model.route.folder;
    this.change(() => {
      model.route = route;
      if (isOtherList) Object.assign(model.scroll, { top: 0, active: 0 });
      if (route.item === 0) this.#present(undefined);
    });
    if (route.item > 0) await this.#open(route);
  }

  /** Shows every property of a row, or of the message. */
  async showProperties(place: string): Promise<void> {
    const { shown } = this.model;
    if (shown === undefined) return;
    const properties = this.isEnclosed
      ? { kind: 'properties' as const, place, properties: this.enclosed?.properties[place] ?? [] }
      : await this.ask({ kind: 'properties', source: shown.source, place });
    if (this.model.shown !== shown || properties?.kind !== 'properties') return;
    this.change((model) => {
      const table = tableOf(place);
      if (model.table.place !== table) Object.assign(model.table, freshTable(), { place: table });
      model.pane = properties;
      model.said = `${properties.properties.length} properties`;
    });
  }

  /** Asks; of a failure the page shows the sentence. */
  async ask(question: Question): Promise<Answer | undefined> {
    try {
      return await this.#reader.ask(question, true);
    } catch (failure) {
      const name = nameOf(question);
      this.change((model) => (model.failure = { name, failure: failure as Failure }));
      return undefined;
    }
  }

  /** Opens the item of a route. */
  async #open(route: Route): Promise<void> {
    const { model } = this;
    const of = model.sources[route.source - 1];
    const source = of && placeOf(of, route.item - 1);
    if (of === undefined || source === undefined) return;
    const known = of.lines[route.item - 1]?.failure;
    const { evidence } = this.judge;
    model.failure = known && { name: nameOfSource(source), failure: known };
    const ready = of.reading?.round === evidence.number ? of.reading.reading : undefined;
    of.reading = undefined;
    const answer =
      ready ?? (known === undefined ? await this.ask({ kind: 'open', source, evidence }) : undefined);
    if (model.route !== route) return; // another was chosen meanwhile
    this.#shownWith = evidence.number;
    this.change(() => {
      this.#present(answer?.kind === 'message' ? { source, reading: answer } : undefined);
    });
  }

  /** Opens what there is one of: the only message, or a store at the user's calendar. */
  #openAwaited(): void {
    const { model } = this;
    const [place] = this.#awaited;
    const source = place === undefined ? undefined : model.sources[place];
    if (place === undefined || source === undefined || (source.store === undefined && !source.isDone)) return;
    this.#awaited.shift();
    const first = firstToShow(source);
    const isAlone = first.kind === 'nothing' && model.route.item === 0;
    const store = isAlone
      ? model.sources.findIndex((each, at) => at > place && each.store !== undefined)
      : -1;
    if (store >= 0) this.#awaited.unshift(store); // what it was dropped with gave no items
    if (first.kind === 'failed') this.change(() => (model.failure = first.failed));
    else if (first.kind === 'place')
      void this.go({ source: place + 1, folder: first.folder, item: first.item });
    else if (model.route.item === 0) void this.go(everything);
  }

  /** When all is judged, what is shown is told with the evidence there is now. */
  async #judged(): Promise<void> {
    const { model } = this;
    this.change(() => {
      if (model.isStopped) model.said = 'Stopped';
      else if (model.route.item === 0) model.said = this.list.summary;
    });
    const isOld = model.shown !== undefined && this.#shownWith !== model.evidenceNumber;
    if (isOld && !model.isStopped && !this.isEnclosed) await this.#open(model.route);
  }

  #present(shown: Model['shown']): void {
    const { model } = this;
    model.shown = shown;
    model.pane = undefined;
    // the table that a finding is about, where there are several
    const place = tableOf(shown?.reading.report.findings[0]?.path ?? '');
    Object.assign(model.table, freshTable(), { place });
    if (shown === undefined && model.route.item === 0) model.failure = undefined;
    model.said = shown?.reading.report.explanation?.summary ?? model.failure?.failure.message ?? model.said;
  }
}

const nameOf = (question: Question): string =>
  'source' in question ? nameOfSource(question.source) : 'The list';
const nameOfSource = ({ path, item }: Source): string =>
  item === undefined ? path : `${path}, item ${item.id},`;
