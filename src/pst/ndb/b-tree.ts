import type { ReportDamage } from '../../damage/anomaly';
import type { PagedSource } from '../../bytes/paged-source';
import { BTreePage } from './b-tree-page';
import type { BlockReference } from './header';
import type { StoreFormat } from './store-format';

/** Which tree: [MS-PST] 2.2.2.7.7. */
export interface BTreeKind {
  readonly name: string;
  readonly pageType: number;
  /** How long the entries of its leaves are. */
  readonly leafSize: number;
}

/** An entry of a leaf. */
export interface LeafEntry {
  readonly page: BTreePage;
  /** Where the entry begins in the bytes of the page. */
  readonly at: number;
}

/**
 * The node or the block B-tree. Pages that were checked are kept, as many as the budget allows: they are never changed,
 * and say their damage to everyone who comes by.
 */
export class BTree {
  readonly #source: PagedSource;
  readonly #format: StoreFormat;
  readonly #kind: BTreeKind;
  readonly #root: BlockReference;
  readonly #maxPages: number;
  readonly #pages = new Map<number, BTreePage>();

  constructor(
    source: PagedSource,
    format: StoreFormat,
    kind: BTreeKind,
    root: BlockReference,
    cacheBytes: number,
  ) {
    this.#source = source;
    this.#format = format;
    this.#kind = kind;
    this.#root = root;
    this.#maxPages = Math.max(16, Math.floor(cacheBytes / format.page.size));
  }

  /** The entry of a leaf with exactly this key. */
  find(key: number, report: ReportDamage): LeafEntry | undefined {
    let page = this.#page(this.#root, undefined, report);
    while (page !== undefined) {
      const index = page.find(key);
      if (index < 0) return undefined;
      if (page.level === 0) return page.key(index) === key ? { page, at: page.at(index) } : undefined;
      page = this.#page(page.child(index), page.level, report);
    }
    return undefined;
  }

  /** Visits the entries of all leaves in their order until told to stop; a page that was visited already is reported and left out. */
  forEach(visit: (entry: LeafEntry) => boolean, report: ReportDamage): void {
    const visited = new Set<number>();
    const path: { readonly page: BTreePage; next: number }[] = [];
    const enter = (reference: BlockReference, parentLevel: number | undefined): void => {
      if (visited.has(reference.offset)) {
        const message = `The ${this.#kind.name} lists the page at ${reference.offset} twice`;
        report('pst-page-damaged', message, { offset: reference.offset });
        return;
      }
      visited.add(reference.offset);
      const page = this.#page(reference, parentLevel, report);
      if (page !== undefined) path.push({ page, next: 0 });
    };
    enter(this.#root, undefined);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { page, next } = top;
      if (next >= page.count) path.pop();
      else if (page.level > 0) enter(page.child(top.next++), page.level);
      else if (!visit({ page, at: page.at(top.next++) })) return;
    }
  }

  /** A page one level below its parent; anything else could lead back up. */
  #page(
    reference: BlockReference,
    parentLevel: number | undefined,
    report: ReportDamage,
  ): BTreePage | undefined {
    const { offset } = reference;
    const page = this.#kept(reference) ?? this.#load(reference);
    for (const { code, message } of page.damage) report(code, `${message} (${this.#kind.name})`, { offset });
    if (parentLevel === undefined || page.level === parentLevel - 1 || page.count === 0) return page;
    const message = `The page at ${offset} has cLevel ${page.level}, expected ${parentLevel - 1} (${this.#kind.name})`;
    report('pst-page-damaged', message, { offset });
    return undefined;
  }

  #kept({ offset }: BlockReference): BTreePage | undefined {
    const page = this.#pages.get(offset);
    if (page !== undefined) {
      this.#pages.delete(offset); // to be put behind those that were not used since
      this.#pages.set(offset, page);
    }
    return page;
  }

  #load(reference: BlockReference): BTreePage {
    const { pageType, leafSize } = this.#kind;
    const bytes = this.#source.view(reference.offset, this.#format.page.size).slice();
    const page = new BTreePage(bytes, reference, pageType, leafSize, this.#format);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size >= this.#maxPages && oldest !== undefined) this.#pages.delete(oldest);
    this.#pages.set(reference.offset, page);
    return page;
  }
}
