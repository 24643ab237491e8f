import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A file to read: named on the command line, or found in a folder that was. */
export interface Input {
  readonly path: string;
  readonly isNamed: boolean;
}

/** A path at which there is nothing to read. */
export interface BadInput {
  readonly path: string;
  readonly error: Error;
}

/**
 * The files behind the paths, folders walked in the order of their names. Hidden entries and links are passed over, and
 * what is named twice, or by itself beside its folder, comes once.
 */
export async function* inputsOf(paths: readonly string[]): AsyncGenerator<Input | BadInput> {
  const byPlace = new Map(paths.map((path) => [resolve(path), path]));
  for (const path of byPlace.values()) {
    try {
      if ((await stat(path)).isDirectory()) yield* walk(path, byPlace);
      else yield { path, isNamed: true };
    } catch (error) {
      yield { path, error: error as Error };
    }
  }
}

async function* walk(folder: string, named: ReadonlyMap<string, string>): AsyncGenerator<Input | BadInput> {
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const inner: string[] = [];
    for (const entry of await entriesOf(next)) {
      if (entry instanceof Error) {
        yield { path: next, error: entry };
      } else if (!entry.name.startsWith('.')) {
        const path = join(next, entry.name);
        if (named.size > 1 && named.has(resolve(path))) continue;
        if (entry.isDirectory()) inner.push(path);
        else if (entry.isFile()) yield { path, isNamed: false };
      }
    }
    folders.push(...inner.reverse());
  }
}

async function entriesOf(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (error) {
    return [error as Error];
  }
}
