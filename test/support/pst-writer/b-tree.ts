import type { BlockReference } from './header';
import { LittleEndian } from './little-endian';
import type { FormatLayout } from './store-format';

/** An entry of a leaf: its key (a BID or NID), and its bytes with the key in them. */
export interface LeafEntry {
  readonly key: number;
  readonly bytes: Uint8Array;
}

/** Places a page and gives back its reference. */
export type AddPage = (name: string, body: Uint8Array, type: number) => BlockReference;

const trees = { nbt: 0x81, bbt: 0x80 } as const;

/** Writes a B-tree of [MS-PST] 2.2.2.7.7, from its leaves up; `maxEntries` makes it deeper than it need be. */
export function writeBTree(
  layout: FormatLayout,
  tree: 'nbt' | 'bbt',
  leaves: readonly LeafEntry[],
  addPage: AddPage,
  maxEntries = Infinity,
): BlockReference {
  let entries = [...leaves].sort((a, b) => a.key - b.key);
  for (let level = 0; ; level++) {
    const entrySize = level === 0 ? layout.entrySizes[tree] : layout.entrySizes.branch;
    const capacity = Math.floor(layout.pageCounts / entrySize);
    const perPage = Math.max(2, Math.min(capacity, maxEntries));
    const pages = chunks(entries, perPage);
    const references = pages.map((page, index) => {
      const name = pages.length === 1 ? `${tree} root` : `${tree} level ${level} page ${index}`;
      return addPage(name, pageBody(layout, page, { level, entrySize, capacity }), trees[tree]);
    });
    const [root] = references;
    if (references.length === 1 && root !== undefined) return root;
    entries = references.map((reference, index) => {
      const key = pages[index]?.[0]?.key ?? 0;
      return { key, bytes: branchEntry(layout, key, reference) };
    });
  }
}

/** At least one chunk, which may be empty. */
export function chunks<T>(items: readonly T[], size: number): (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let from = 0; from === 0 || from < items.length; from += size)
    parts.push(items.slice(from, from + size));
  return parts;
}

interface PageShape {
  readonly level: number;
  readonly entrySize: number;
  readonly capacity: number;
}

function pageBody(
  layout: FormatLayout,
  entries: readonly LeafEntry[],
  { level, entrySize, capacity }: PageShape,
): Uint8Array {
  const page = new LittleEndian(layout.pageSize);
  entries.forEach(({ bytes }, index) => page.raw(index * entrySize, bytes));
  const at = layout.pageCounts;
  if (layout.pageSize === 4096) page.u16(at, entries.length, capacity).u8(at + 4, entrySize, level);
  else page.u8(at, entries.length, capacity, entrySize, level);
  return page.bytes;
}

function branchEntry(layout: FormatLayout, key: number, { bid, offset }: BlockReference): Uint8Array {
  const entry = new LittleEndian(layout.entrySizes.branch);
  return layout.wordSize === 4 ? entry.u32(0, key, bid, offset).bytes : entry.u64(0, key, bid, offset).bytes;
}
