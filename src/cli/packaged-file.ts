import { readFile } from 'node:fs/promises';

/**
 * A text of the package, by its path there. What the built command loads lies two folders below the package's root, as
 * its source does, and the command itself one.
 */
export async function readPackaged(path: string): Promise<string> {
  for (const root of ['../../', '../']) {
    const text = await readFile(new URL(root + path, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error(`${path} is missing from the package`);
}
