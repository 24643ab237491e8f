import type { JudgedItems, PageLine } from '../judged';
import type { Failure } from '../failure';
import type { Answer, PageStore, Question, JudgedFiles } from '../protocol';
import type { EvidenceSelection, Source } from '../source';
import type { HandedOver, Model, PageSource } from './model';
import { unreadLine } from '../unread-line';
import { sourceOfStore } from './sources';

/** How many files are asked about at once: as many of them are answered as a moment has room for. */
const BATCH = 64;

/** What judging needs of the page. */
export interface JudgedPage {
  readonly model: Model;
  /** Asks the worker; rejects with a `Failure`. */
  readonly ask: (question: Question) => Promise<Answer>;
  /** Lines have changed. */
  readonly progress: () => void;
  readonly end: () => void;
}

/** Judges everything that was handed over, and again when evidence has come: source by source, a moment at a time. */
export class Judge {
  readonly #page: JudgedPage;
  /** After a question was given up, one item is asked for at a time until the one at fault is found. */
  #isCareful = false;
  /** How many questions in a row failed. */
  #failures = 0;

  constructor(page: JudgedPage) {
    this.#page = page;
  }

  /** Goes on until all is judged or it is stopped. */
  async run(): Promise<void> {
    const { model } = this.#page;
    if (model.isJudging) return;
    model.isJudging = true;
    for (let source = this.#next(); source !== undefined && !model.isStopped; source = this.#next()) {
      await this.#step(source);
      model.version += 1;
      this.#page.progress();
    }
    model.isJudging = false;
    this.#page.end();
  }

  get evidence(): EvidenceSelection {
    const { evidence, evidenceNumber } = this.#page.model;
    return { number: evidenceNumber, files: evidence.map(({ file }) => file) };
  }

  /** The first source that waits; when none does, the first that was judged without the evidence there is now. */
  #next(): PageSource | undefined {
    const { sources, evidenceNumber } = this.#page.model;
    const waiting = sources.find(({ isDone }) => !isDone);
    if (waiting !== undefined) {
      if (waiting.round === -1) waiting.round = evidenceNumber;
      return waiting;
    }
    const old = sources.find(({ round }) => round !== evidenceNumber);
    if (old !== undefined) Object.assign(old, { round: evidenceNumber, cursor: 0, isDone: false });
    return old;
  }

  async #step(source: PageSource): Promise<void> {
    try {
      await (source.store === undefined ? this.#files(source) : this.#items(source));
      this.#failures = 0;
    } catch (failure) {
      this.#failed(source, failure as Failure);
    }
    if (source.store === undefined) source.isDone = source.cursor >= source.files.length;
  }

  async #files(source: PageSource): Promise<void> {
    while (source.passed.has(source.cursor)) source.cursor += 1;
    const from = source.cursor;
    const sources = this.#batch(source);
    if (sources.length === 0) return;
    const evidence = this.evidence;
    const isAlone = source.files.length === 1;
    const question = { kind: 'judge-files', sources, evidence, isAlone } as const;
    const { files, reading } = (await this.#page.ask(question)) as JudgedFiles;
    source.reading = reading && { reading, round: evidence.number };
    this.#isCareful = false;
    for (const [offset, file] of files.entries()) {
      const { path } = sources[offset] as Source;
      if (file.kind === 'item') this.#put(source, from + offset, file);
      else {
        source.passed.add(from + offset);
        if (file.kind === 'no-message') source.quiet.push({ path, failure: file.failure });
        else if (file.kind === 'evidence') this.#handOver(sources[offset] as Source, file.what);
        else await this.#openStore(source, from + offset);
      }
    }
    source.cursor = from + files.length;
  }

  /** The next files, up to one that is none of our business any more. */
  #batch({ files, passed, cursor }: PageSource): Source[] {
    const most = this.#isCareful ? 1 : BATCH;
    const next = files.slice(cursor, cursor + most);
    const end = next.findIndex((_, offset) => passed.has(cursor + offset));
    return end === -1 ? next : next.slice(0, end);
  }

  #put(source: PageSource, place: number, line: PageLine): void {
    const { model } = this.#page;
    const known = source.lines[place];
    // a reply or report among the files is about others of them
    if (known === undefined && line.evidence !== undefined) model.evidenceNumber += 1;
    source.lines[place] = { ...line, folder: source.folderOf[place] ?? 0 };
  }

  #handOver({ path, file }: Source, what: string): void {
    const { model } = this.#page;
    model.evidence.push({ path, file, what } satisfies HandedOver);
    model.evidenceNumber += 1;
  }

  /** A store is a source of its own, beside what it was dropped with. */
  async #openStore(source: PageSource, place: number): Promise<void> {
    const { model } = this.#page;
    const file = source.files[place] as Source;
    try {
      const store = (await this.#page.ask({ kind: 'open-store', source: file })) as PageStore;
      const made = sourceOfStore(file, store);
      if (source.files.length === 1) model.sources[model.sources.indexOf(source)] = made;
      else model.sources.push(made);
    } catch (failure) {
      source.passed.delete(place);
      source.lines[place] = unreadLine({ folder: source.folderOf[place] ?? 0 }, failure as Failure);
    }
  }

  async #items(source: PageSource): Promise<void> {
    const [file] = source.files;
    if (file === undefined) return;
    const { lines, isEnd } = (await this.#page.ask({
      kind: 'judge-items',
      source: file,
      from: source.cursor,
      most: this.#isCareful ? 1 : Infinity,
      evidence: this.evidence,
    })) as JudgedItems;
    this.#isCareful = false;
    for (const line of lines) {
      source.lines[source.cursor] = line;
      source.cursor += 1;
    }
    source.isDone = isEnd;
  }

  /** Of several the one at fault is looked for; it is then a line that was not read. */
  #failed(source: PageSource, failure: Failure): void {
    this.#failures += 1;
    this.#isCareful = this.#failures % 2 === 1;
    if (this.#isCareful) return;
    source.lines[source.cursor] = unreadLine({ folder: source.folderOf[source.cursor] ?? 0 }, failure);
    if (source.store === undefined) source.passed.add(source.cursor);
    source.cursor += 1;
    // a store that cannot be listed has no end that could be seen
    if (source.store !== undefined && this.#failures >= MOST_FAILURES) source.isDone = true;
  }
}

const MOST_FAILURES = 6;
