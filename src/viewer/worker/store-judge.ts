import type { Store, StoreEntry, StoreFolder } from '../../store';
import type { JudgedItems, PageLine } from '../judged';
import type { EvidenceSelection, Source } from '../source';
import { isWorthNoting } from './evidence-beside';
import type { EvidenceBeside } from './evidence-beside';
import { failureOf } from '../failure';
import { unreadLine } from '../unread-line';
import { pageLine } from './page-line';
import { foldersInOrder, ownCalendar } from './store-reading';

/** Judges the items of one store, the user's own calendar first, a few at a time. */
export class StoreJudge {
  readonly #store: Store;
  readonly #beside: EvidenceBeside;
  readonly #folders: ReadonlyMap<StoreFolder, number>;
  /** What is evidence for other items is looked for before the first is judged. */
  #candidates: AsyncGenerator<StoreEntry, void> | undefined;
  #entries: AsyncGenerator<StoreEntry, void> | undefined;
  #position = 0;

  constructor(store: Store, beside: EvidenceBeside) {
    this.#store = store;
    this.#beside = beside;
    this.#folders = new Map(foldersInOrder(store).map(({ folder }, index) => [folder, index]));
    this.#candidates = store.list({ folders: 'all' });
  }

  /** The next items from a position on, as many as a moment has room for. */
  async next(
    source: Source,
    from: number,
    most: number,
    evidence: EvidenceSelection,
    isTime: () => boolean,
  ): Promise<JudgedItems> {
    if (!(await this.#lookForEvidence(source, isTime)))
      return { kind: 'judged-items', lines: [], isEnd: false };
    const entries = await this.#from(from);
    const lines: PageLine[] = [];
    while (lines.length < most) {
      const next = await entries.next();
      if (next.done === true) return { kind: 'judged-items', lines, isEnd: true };
      this.#position += 1;
      lines.push(await this.#judge(source, next.value, evidence));
      if (!isTime()) break;
    }
    return { kind: 'judged-items', lines, isEnd: false };
  }

  /** Whether all has been looked through. */
  async #lookForEvidence(source: Source, isTime: () => boolean): Promise<boolean> {
    while (this.#candidates !== undefined && isTime()) {
      const next = await this.#candidates.next();
      if (next.done === true) this.#candidates = undefined;
      else if (isWorthNoting(next.value.messageClass)) await this.#note(source, next.value);
    }
    return this.#candidates === undefined;
  }

  async #note({ number }: Source, { id, folder }: StoreEntry): Promise<void> {
    try {
      this.#beside.note({ number, item: { id, folder: folder.path } }, await this.#store.item(id));
    } catch {
      // it is said when it is judged
    }
  }

  /** The entries from a position on: those that come next, or listed anew. */
  async #from(position: number): Promise<AsyncGenerator<StoreEntry, void>> {
    if (this.#entries === undefined || this.#position > position) {
      this.#entries = this.#inOrder();
      this.#position = 0;
    }
    for (; this.#position < position; this.#position += 1) await this.#entries.next();
    return this.#entries;
  }

  async *#inOrder(): AsyncGenerator<StoreEntry, void> {
    const seen = new Set<string>();
    const own = ownCalendar(this.#store);
    const folders = own === undefined ? [] : [[own.id]];
    for (const selected of [...folders, 'all' as const])
      for await (const entry of this.#store.list({ folders: selected })) {
        if (seen.has(entry.id)) continue;
        seen.add(entry.id);
        yield entry;
      }
  }

  async #judge(source: Source, { id, folder }: StoreEntry, evidence: EvidenceSelection): Promise<PageLine> {
    const { isSentItems: isInSentItems, path } = folder;
    const place = { id, folder: this.#folders.get(folder) ?? 0, isInSentItems };
    try {
      const message = await this.#store.item(id);
      const of = { ...source, item: { id, folder: path }, isInSentItems };
      return pageLine(await this.#beside.checked(of, message, evidence), place, evidence.files.length);
    } catch (error) {
      return unreadLine(place, failureOf(error));
    }
  }
}
