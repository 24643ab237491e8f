import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Package from '../../src/node';
import type * as StorePackage from '../../src/store';
import { root } from './built-programs';

/** The package as it is built, in this process. */
export async function builtPackage(): Promise<typeof Package> {
  return (await import(pathToFileURL(join(root, 'dist/node.js')).href)) as typeof Package;
}

/** The same with `mapilint/store`. */
export async function builtStore(): Promise<typeof Package & typeof StorePackage> {
  const store = (await import(pathToFileURL(join(root, 'dist/store.js')).href)) as typeof StorePackage;
  return { ...(await builtPackage()), ...store };
}
