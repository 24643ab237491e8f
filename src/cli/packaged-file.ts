import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Where a file of the package is, by its path there. The built command lies one folder below the package's root, its
 * source two.
 */
export async function packagedPath(path: string): Promise<string> {
  for (const root of ['../', '../../']) {
    const file = fileURLToPath(new URL(root + path, import.meta.url));
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  throw new Error(`${path} is missing from the package`);
}

/** A text of the package, by its path there. */
export async function readPackaged(path: string): Promise<string> {
  return readFile(await packagedPath(path), 'utf8');
}
