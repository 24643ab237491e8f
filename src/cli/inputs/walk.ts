import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { nameOfBytes, systemPath } from './file-name';
import type { BadInput, Input, PassedOver } from './input';
import { Patience } from './patience';

/** How many entries of a folder are held and put in order at a time: a folder may have millions. */
const ENTRIES_AT_ONCE = 10_000;

interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'a link' | 'a pipe' | 'a socket' | 'a device';
}

/**
 * The files in a folder and those in it, in the order of their names; of a folder with more than 10,000 entries that
 * holds for each 10,000. Hidden entries are left out; links are not followed, and said, as pipes and devices are.
 */
export async function* walk(folder: string): AsyncGenerator<Input | BadInput | PassedOver> {
  const root = withoutLastSlashes(folder);
  const patience = new Patience();
  const pending = [''];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const inner: string[] = [];
    for await (const { name, kind } of entriesOf(joined(root, next), patience)) {
      const relativePath = next === '' ? name : `${next}/${name}`;
      const path = joined(root, relativePath);
      if (kind instanceof Error) yield { path: joined(root, next), error: kind };
      else if (kind === 'folder') inner.push(relativePath);
      else if (kind === 'file') yield { path, relativePath, isNamed: false };
      else yield { path, passedOver: kind };
    }
    pending.push(...inner.reverse());
  }
}

/** A folder without the slashes at its end; the root is one. */
function withoutLastSlashes(folder: string): string {
  let end = folder.length;
  while (end > 1 && folder[end - 1] === '/') end -= 1;
  return folder.slice(0, end);
}

function joined(folder: string, path: string): string {
  if (path === '') return folder;
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}

/** The entries of a folder; an error in the place of those that could not be read. */
async function* entriesOf(folder: string, patience: Patience): AsyncGenerator<Entry | Failure> {
  try {
    for await (const entries of portions(folder, patience)) yield* entries;
  } catch (error) {
    yield { name: '', kind: error as Error };
  }
}

interface Failure {
  readonly name: string;
  readonly kind: Error;
}

async function* portions(folder: string, patience: Patience): AsyncGenerator<readonly Entry[]> {
  // @types/node does not know that the names come as bytes
  const options = { encoding: 'buffer' as BufferEncoding };
  const opened = await patience.opening(() => opendir(systemPath(folder), options));
  let entries: Entry[] = [];
  for await (const found of opened as AsyncIterable<Dirent>) {
    const name = nameOfBytes(found.name as unknown as Uint8Array);
    if (name.startsWith('.')) continue;
    entries.push({ name, kind: kindOf(found) });
    if (entries.length < ENTRIES_AT_ONCE) continue;
    yield inOrder(entries);
    entries = [];
  }
  yield inOrder(entries);
}

function inOrder(entries: Entry[]): readonly Entry[] {
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return 'a link';
  if (entry.isFIFO()) return 'a pipe';
  return entry.isSocket() ? 'a socket' : 'a device';
}
