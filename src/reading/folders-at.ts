import { nearestName } from '../arguments/nearest-name';
import { quoted } from '../damage/quoted';
import type { FolderNode } from '../pst/folder-tree';

/**
 * The folders that somebody calls so: by the path, by the ID, by the path in any case, or by the last name of it in any case.
 * Two folders may have one name, and a name may be unreadable.
 */
export function foldersAt(folders: readonly FolderNode[], called: string): readonly FolderNode[] {
  const low = called.toLowerCase();
  const ways: ((folder: FolderNode) => boolean)[] = [
    ({ path }) => path === called,
    ({ nodeId }) => /^0x[0-9a-f]{1,8}$/i.test(called) && nodeId === Number(called),
    ({ path }) => path.toLowerCase() === low,
    ({ path }) => nameOf(path).toLowerCase() === low,
  ];
  for (const isCalled of ways) {
    const found = folders.filter(isCalled);
    if (found.length > 0) return found;
  }
  return [];
}

/** The same; throws a `TypeError`, with the nearest name, if there is none. */
export function existingFolders(folders: readonly FolderNode[], called: string): readonly FolderNode[] {
  const found = foldersAt(folders, called);
  if (found.length > 0) return found;
  const paths = folders.map(({ path }) => path).filter((path) => path !== '');
  const near = nearestName(called, called.includes('/') ? paths : paths.map(nameOf));
  const hint = near === undefined ? '' : `; did you mean ${quoted(near)}?`;
  throw new TypeError(`The store has no folder ${quoted(called)}${hint}`);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
