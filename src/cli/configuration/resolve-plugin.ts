import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { isRecord } from './bad-field';

/** The conditions under which `import` takes a file of a package. */
const CONDITIONS = new Set(['node', 'import', 'module-sync', 'default']);

/** The file of a plugin, as a module in that folder would find it: a path, or a package. Throws what Node says where there is none. */
export function fileOfPlugin(specifier: string, folder: string): string {
  if (/^\.{1,2}[/\\]/.test(specifier) || isAbsolute(specifier)) return resolve(folder, specifier);
  const { resolve: find } = createRequire(join(folder, 'mapilint.config.mjs'));
  try {
    return find(specifier);
  } catch (error) {
    // a package may be there for `import` alone
    const { code } = error as NodeJS.ErrnoException;
    const file =
      code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
        ? importedFile(specifier, find.paths(specifier) ?? [])
        : undefined;
    if (file === undefined) throw error;
    return file;
  }
}

function importedFile(specifier: string, folders: readonly string[]): string | undefined {
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const root = folders
    .map((folder) => join(folder, name))
    .find((each) => existsSync(join(each, 'package.json')));
  if (root === undefined) return undefined;
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly exports?: unknown;
  };
  const path = `.${specifier.slice(name.length)}`;
  const hasPaths = isRecord(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
  const target = targetOf(hasPaths ? exports[path] : path === '.' ? exports : undefined);
  return target === undefined ? undefined : join(root, target);
}

/** The file that an entry of `exports` names. */
function targetOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (!isRecord(entry)) return undefined;
  for (const [condition, inner] of Object.entries(entry)) {
    const target = CONDITIONS.has(condition) ? targetOf(inner) : undefined;
    if (target !== undefined) return target;
  }
  return undefined;
}
