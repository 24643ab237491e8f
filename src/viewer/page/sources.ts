// How what was handed over becomes sources with folders.

import type { FolderEntry, PageStore } from '../protocol';
import type { Source } from '../source';
import type { PageSource } from './model';

/** What was dropped together: its folders are those of the paths. */
export function sourceOfFiles(files: readonly Source[]): PageSource {
  const name = nameOf(files);
  // the one folder that was dropped is the source itself
  const start = files.every(({ path }) => path.startsWith(`${name}/`)) ? name.length + 1 : 0;
  return { ...emptySource(name, files), ...foldersOf(files.map(({ path }) => path.slice(start))) };
}

/** A store that was opened. */
export function sourceOfStore(file: Source, store: PageStore): PageSource {
  return { ...emptySource(file.path, [file]), store, folders: store.folders };
}

function emptySource(name: string, files: readonly Source[]): PageSource {
  return {
    name,
    files,
    store: undefined,
    folders: [],
    folderOf: [],
    lines: [],
    quiet: [],
    passed: new Set(),
    cursor: 0,
    isDone: false,
    round: -1,
    reading: undefined,
  };
}

function nameOf(files: readonly Source[]): string {
  const [first] = files;
  if (files.length === 1) return first?.path ?? '';
  const [top = '', ...rest] = (first?.path ?? '').split('/');
  const isOneFolder = rest.length > 0 && files.every(({ path }) => path.startsWith(`${top}/`));
  return isOneFolder ? top : `${files.length} files`;
}

/** The folders of the files' paths, each before those in it; the first holds everything. */
function foldersOf(files: readonly string[]): Pick<PageSource, 'folders' | 'folderOf'> {
  const paths = files.map((path) => path.split('/').slice(0, -1).join('/'));
  const counts = new Map<string, number>([['', 0]]);
  for (const path of paths) {
    const parts = path === '' ? [] : path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const above = parts.slice(0, depth).join('/');
      if (!counts.has(above)) counts.set(above, 0);
    }
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([one], [other]) => comparePaths(one, other));
  const places = new Map(sorted.map(([path], index) => [path, index]));
  const folders = sorted.map(([path, itemCount]): FolderEntry => ({
    name: path.split('/').at(-1) ?? '',
    itemCount,
    isCalendar: false,
    depth: path === '' ? 0 : path.split('/').length,
  }));
  return { folders, folderOf: paths.map((path) => places.get(path) ?? 0) };
}

/** A folder is followed by those in it: the separator comes before every other character. */
function comparePaths(one: string, other: string): number {
  const [a, b] = [one.replaceAll('/', '\0'), other.replaceAll('/', '\0')];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The folders in a folder, itself included: those that follow and are deeper. */
export function withinFolder(
  folders: readonly FolderEntry[],
  place: number,
): { first: number; last: number } {
  const depth = folders[place]?.depth ?? 0;
  let last = place;
  while ((folders[last + 1]?.depth ?? -1) > depth) last += 1;
  return { first: place, last };
}

/** How many items a source says that it has. */
export function expectedOf({ files, store, folders }: PageSource): number {
  return store === undefined ? files.length : folders.reduce((sum, { itemCount }) => sum + itemCount, 0);
}

/** The file or item at a position. */
export function placeOf(source: PageSource, index: number): Source | undefined {
  if (source.store === undefined) return source.files[index];
  const [file] = source.files;
  const line = source.lines[index];
  if (file === undefined || line?.id === undefined) return undefined;
  const folder = line.affected?.item?.folder ?? pathOf(source.folders, line.folder);
  return { ...file, item: { id: line.id, folder }, isInSentItems: line.isInSentItems };
}

/** The names from the root on; in a name `\` stands before `\` and `/`, as the library writes paths. */
function pathOf(folders: readonly FolderEntry[], place: number): string {
  const names: string[] = [];
  let depth = Infinity;
  for (let at = place; at > 0 && depth > 1; at -= 1) {
    const folder = folders[at];
    if (folder === undefined || folder.depth >= depth) continue;
    depth = folder.depth;
    names.unshift(folder.name.replace(/[\\/]/g, String.raw`\$&`));
  }
  return names.join('/');
}
