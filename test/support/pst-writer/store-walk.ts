// Finds the pages and blocks of any store, damaged ones too: every number is checked, and no page or block is met twice.

import { readNumber } from './little-endian';
import { blockExtent, formatLayouts, formatOfVersion } from './store-format';
import type { FormatLayout } from './store-format';

export interface FoundPage {
  readonly tree: 'nbt' | 'bbt';
  readonly offset: number;
  /** As its trailer has it. */
  readonly bid: number;
  readonly type: number;
  readonly level: number;
  readonly entrySize: number;
  /** How many entries it states, where they fit in the page. */
  readonly count: number;
}

export interface FoundBlock {
  readonly offset: number;
  readonly bid: number;
  /** How many bytes are stored before the trailer. */
  readonly stored: number;
  readonly isCompressed: boolean;
}

export interface FoundStructures {
  readonly layout: FormatLayout;
  readonly pages: readonly FoundPage[];
  readonly blocks: readonly FoundBlock[];
}

export function walkStore(bytes: Uint8Array): FoundStructures {
  const layout = formatLayouts[formatOfVersion(readNumber(bytes, 10, 2))];
  const [nbt, bbt] = layout.wordSize === 4 ? [188, 196] : [224, 240];
  const pages = [
    ...walkTree(bytes, layout, 'nbt', readNumber(bytes, nbt, layout.wordSize)),
    ...walkTree(bytes, layout, 'bbt', readNumber(bytes, bbt, layout.wordSize)),
  ];
  const blocks = new Map<number, FoundBlock>();
  for (const page of pages) {
    if (page.tree !== 'bbt' || page.level > 0) continue;
    for (let index = 0; index < page.count; index++) {
      const block = blockEntry(bytes, layout, page.offset + index * page.entrySize);
      if (block.offset + blockExtent(layout, block.stored) <= bytes.length) blocks.set(block.offset, block);
    }
  }
  return { layout, pages, blocks: [...blocks.values()] };
}

function walkTree(bytes: Uint8Array, layout: FormatLayout, tree: 'nbt' | 'bbt', root: number): FoundPage[] {
  const pages: FoundPage[] = [];
  const [pending, met] = [[root], new Set([root])];
  for (const offset of pending) {
    if (pages.length > bytes.length / 64) break; // pages that overlap, made up by damage
    if (offset + layout.pageSize > bytes.length) continue;
    const page = readPage(bytes, layout, tree, offset);
    pages.push(page);
    if (page.level === 0) continue;
    for (let index = 0; index < page.count; index++) {
      const at = offset + index * page.entrySize + layout.wordSize * 2;
      const child = readNumber(bytes, at, layout.wordSize);
      if (met.has(child)) continue;
      met.add(child);
      pending.push(child);
    }
  }
  return pages;
}

function readPage(bytes: Uint8Array, layout: FormatLayout, tree: 'nbt' | 'bbt', offset: number): FoundPage {
  const size = layout.pageSize === 4096 ? 2 : 1;
  const at = offset + layout.pageCounts;
  const [entrySize, level] = [readNumber(bytes, at + size * 2, 1), readNumber(bytes, at + size * 2 + 1, 1)];
  const smallest = level > 0 ? layout.entrySizes.branch : layout.entrySizes[tree];
  const room = Math.floor(layout.pageCounts / Math.max(entrySize, smallest));
  const bidAt = offset + layout.pageTrailer + (layout.wordSize === 4 ? 4 : 8);
  return {
    tree,
    offset,
    bid: readNumber(bytes, bidAt, layout.wordSize),
    type: readNumber(bytes, offset + layout.pageTrailer, 1),
    level,
    entrySize: Math.max(entrySize, smallest),
    count: Math.min(readNumber(bytes, at, size), room),
  };
}

function blockEntry(bytes: Uint8Array, layout: FormatLayout, at: number): FoundBlock {
  const word = layout.wordSize;
  const stored = readNumber(bytes, at + word * 2, 2);
  return {
    bid: readNumber(bytes, at, word),
    offset: readNumber(bytes, at + word, word),
    stored,
    isCompressed: layout.pageSize === 4096 && stored !== readNumber(bytes, at + word * 2 + 2, 2),
  };
}
