import type { FileTime } from '../mapi/values/file-time';
import { minuteOf } from './minute';
import { displayWidth, padEnd, shorten, visible } from './layout';

/** A folder as it is listed. */
export interface ListedFolder {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly containerClass: string | undefined;
  readonly itemCount: number;
  readonly isCalendar: boolean;
  readonly folders: readonly ListedFolder[];
}

/** An item as its folder lists it. */
export interface ListedEntry {
  readonly id: string;
  readonly folder: { readonly path: string };
  readonly subject: string | undefined;
  readonly messageClass: string | undefined;
  readonly start: FileTime | undefined;
}

/** One name of 30,000 characters would make every row as wide. */
const MAX_CELL = 80;

/** A folder and those in it as a plain object, ready for JSON. */
export function toFolderReport(folder: ListedFolder): object {
  const { id, name, path, containerClass = null, itemCount, isCalendar } = folder;
  return {
    id,
    name,
    path,
    containerClass,
    itemCount,
    isCalendar,
    folders: folder.folders.map(toFolderReport),
  };
}

/** An item as a plain object, ready for JSON. */
export function toItemReport({ id, folder, subject, messageClass, start }: ListedEntry): object {
  return {
    id,
    folder: folder.path,
    subject: subject ?? null,
    messageClass: messageClass ?? null,
    start: start ?? null,
  };
}

/** The folders, a line each, those within others further in; what `--folder` takes stands last: its ID where paths are alike. */
export function formatFolders(root: ListedFolder): string {
  const rows: string[][] = [];
  const shared = sharedPaths(root);
  const pending = [{ folder: root, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { folder, depth } = next;
    const name = `${'  '.repeat(Math.min(depth, 40))}${folder.name === '' ? '(root)' : folder.name}`;
    const kind = [folder.containerClass ?? '', folder.isCalendar ? '(calendar)' : ''].join(' ').trim();
    rows.push([name, String(folder.itemCount), kind, shared.has(folder.path) ? folder.id : folder.path]);
    for (const inner of [...folder.folders].reverse()) pending.push({ folder: inner, depth: depth + 1 });
  }
  return grid(['folder', 'items', 'class', 'path'], rows);
}

/** The paths that several folders have. */
function sharedPaths(root: ListedFolder): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if (seen.has(folder.path)) shared.add(folder.path);
    seen.add(folder.path);
    pending.push(...folder.folders);
  }
  return shared;
}

/** The items, a line each. */
export function formatItems(items: readonly ListedEntry[]): string {
  if (items.length === 0) return '(no items)';
  const rows = items.map(({ id, folder, subject, messageClass, start }) => [
    id,
    start?.iso ? minuteOf(start.iso) : '(no time)',
    messageClass ?? '(no class)',
    subject ?? '(no subject)',
    folder.path,
  ]);
  return grid(['item', 'start (UTC)', 'class', 'subject', 'folder'], rows);
}

function grid(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [titles, ...rows].map((row) => row.map((cell) => shorten(visible(cell), MAX_CELL)));
  const widths = titles.map((_, column) =>
    cells.reduce((width, row) => Math.max(width, widthOf(row[column])), 0),
  );
  return cells
    .map((row) =>
      row
        .map((cell, column) => padEnd(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function widthOf(cell: string | undefined): number {
  return displayWidth(cell ?? '');
}
