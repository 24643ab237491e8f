import type { Answer, Enclosed, ExportForm, Failure, Question, Source } from '../protocol';
import { isInClipboard, saveText } from './download';
import type { DroppedFile } from './intake';
import { browsing, isWorthShowing, stateOf, tableOf } from './file-state';
import type { OpenedFile } from './file-state';
import { emptyModel, freshTable } from './model';
import type { Model, PageFile } from './model';
import type { Reader } from './reader';

/** What the page does: every action changes the model and shows it again. */
export class App {
  readonly model: Model = emptyModel();
  readonly #reader: Reader;
  readonly #show: (app: App) => void;
  readonly #enclosed: Enclosed | undefined;
  #number = 0;

  constructor(reader: Reader, show: (app: App) => void, enclosed: Enclosed | undefined) {
    this.#reader = reader;
    this.#show = show;
    this.#enclosed = enclosed;
    if (enclosed === undefined) return;
    const { reading } = enclosed;
    const source = { number: 0, file: new File([], reading.report.path) };
    this.model.shown = { source, reading };
  }

  /** Changes the model and shows it. */
  change(work: (model: Model) => void): void {
    work(this.model);
    this.#show(this);
  }

  /** Takes files in: messages, stores, evidence. The first that can be shown is shown. */
  async add(found: readonly DroppedFile[]): Promise<void> {
    const files = found.map(({ file, path }): PageFile => {
      this.#number += 1;
      return { source: { number: this.#number, file }, path, state: { kind: 'waiting' } };
    });
    const [first] = files;
    if (first === undefined) return;
    this.change((model) => {
      model.files.push(...files);
      model.said = `Reading ${files.length === 1 ? first.path : `${files.length} files`}`;
    });
    let isShown = false;
    for (const file of files) {
      const answer = await this.#read(file);
      const isFirst: boolean = !isShown && isWorthShowing(file, files);
      isShown ||= isFirst;
      this.change(() => {
        if (isFirst) this.#look(file, answer);
      });
    }
    if (files.some(({ state }) => state.kind === 'evidence')) await this.#judgeAgain();
  }

  /** Looks at a file. It is read again: of a thousand files the page keeps the verdicts only. */
  async select(file: PageFile): Promise<void> {
    const answer = await this.#read(file, true);
    this.change(() => {
      this.#look(file, answer);
    });
  }

  /** Lists a folder of the store, or what in it has a text in its subject. */
  async list(folder: string, subject: string): Promise<void> {
    const { browsed } = this.model;
    if (browsed === undefined) return;
    this.change(() => Object.assign(browsed, { folder, subject, items: undefined, page: 0 }));
    const { source } = browsed.file;
    const listing = await this.#ask({ kind: 'list', source, folder, subject });
    if (browsed.folder !== folder || browsed.subject !== subject) return; // another was asked for meanwhile
    this.change(() => (browsed.items = listing?.kind === 'listing' ? listing.items : []));
  }

  /** Opens an item of the store. */
  async openItem(item: NonNullable<Source['item']>): Promise<void> {
    const { browsed } = this.model;
    if (browsed === undefined) return;
    const source = { ...browsed.file.source, item };
    this.change((model) => {
      browsed.item = item;
      model.failure = undefined;
    });
    const answer = await this.#ask({ kind: 'open', source, evidence: this.#evidence });
    if (browsed.item !== item || this.model.browsed !== browsed) return;
    this.change(() => {
      this.#present(answer?.kind === 'message' ? { source, reading: answer } : undefined);
    });
  }

  /** Shows every property of a row, or of the message. */
  async showProperties(place: string): Promise<void> {
    const { shown } = this.model;
    if (shown === undefined) return;
    const properties = this.#isEnclosed
      ? { kind: 'properties' as const, place, properties: this.#enclosed?.properties[place] ?? [] }
      : await this.#ask({ kind: 'properties', source: shown.source, place });
    if (this.model.shown !== shown || properties?.kind !== 'properties') return;
    this.change((model) => {
      const table = tableOf(place);
      if (model.table.place !== table) Object.assign(model.table, freshTable(), { place: table });
      model.pane = properties;
      model.said = `${properties.properties.length} properties`;
    });
  }

  /** Saves what is shown, or puts it into the clipboard; where the browser allows no clipboard, it is saved. */
  async export(form: ExportForm, target: 'file' | 'clipboard'): Promise<void> {
    const { shown } = this.model;
    if (shown === undefined) return;
    const text = await this.#exported(form, shown.source);
    if (text === undefined) return;
    const isCopied = target === 'clipboard' && (await isInClipboard(text));
    if (!isCopied) saveText(text, form, shown.source.file.name);
    this.change((model) => (model.said = isCopied ? 'Copied' : 'Saved'));
  }

  async #exported(form: ExportForm, source: Source): Promise<string | undefined> {
    if (this.#isEnclosed) return this.#enclosed?.exported[form];
    const evidence = this.#evidence;
    const exported = await this.#ask({ kind: 'export', source, evidence, form });
    return exported?.kind === 'exported' ? exported.text : undefined;
  }

  get #isEnclosed(): boolean {
    return this.model.shown !== undefined && this.model.shown.reading === this.#enclosed?.reading;
  }

  get #evidence(): Extract<Question, { kind: 'open' }>['evidence'] {
    const files = this.model.files.filter(({ state }) => state.kind === 'evidence');
    return { number: files.length, files: files.map(({ source }) => source.file) };
  }

  async #read(file: PageFile, isFirst = false): Promise<OpenedFile | undefined> {
    try {
      const question = { kind: 'open', source: file.source, evidence: this.#evidence } as const;
      const answer = (await this.#reader.ask(question, isFirst)) as OpenedFile;
      file.state = stateOf(answer);
      return answer;
    } catch (failure) {
      file.state = { kind: 'failed', failure: failure as Failure };
      return undefined;
    }
  }

  /** Judges everything again after evidence has come. */
  async #judgeAgain(): Promise<void> {
    const { files, browsed, current } = this.model;
    for (const file of files.filter(({ state }) => state.kind === 'message')) await this.#read(file);
    this.change((model) => (model.said = 'Judged again with the evidence'));
    if (browsed?.item !== undefined) await this.openItem(browsed.item);
    else if (current?.state.kind === 'message') await this.select(current);
  }

  #look(file: PageFile, answer: OpenedFile | undefined): void {
    const { model } = this;
    const { state, source } = file;
    if (state.kind === 'evidence') return;
    model.current = file;
    model.failure = state.kind === 'failed' ? state.failure : undefined;
    model.browsed = answer?.kind === 'store' ? browsing(file, answer) : undefined;
    this.#present(answer?.kind === 'message' ? { source, reading: answer } : undefined);
    if (model.browsed !== undefined) void this.list(model.browsed.folder, '');
  }

  /** Asks; of a failure the page shows the sentence. */
  async #ask(question: Question): Promise<Answer | undefined> {
    try {
      return await this.#reader.ask(question, true);
    } catch (failure) {
      this.change((model) => (model.failure = failure as Failure));
      return undefined;
    }
  }

  #present(shown: Model['shown']): void {
    const { model } = this;
    model.shown = shown;
    model.pane = undefined;
    // the table that a finding is about, where there are several
    const place = tableOf(shown?.reading.report.findings[0]?.path ?? '');
    Object.assign(model.table, freshTable(), { place });
    model.said = shown?.reading.report.explanation?.summary ?? model.failure?.message ?? model.said;
  }
}
