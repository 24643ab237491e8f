import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Package from '../../src/index';
import type * as NodePackage from '../../src/node';
import type * as StorePackage from '../../src/store';
import { root } from './built-programs';

/** A door of the package as it is built, in this process. */
const built = (door: string): Promise<object> =>
  import(pathToFileURL(join(root, 'dist', `${door}.js`)).href) as Promise<object>;

/** The package and its files. */
export async function builtPackage(): Promise<typeof Package & typeof NodePackage> {
  return { ...(await built('index')), ...(await built('node')) } as typeof Package & typeof NodePackage;
}

/** The same with `mapilint/store`. */
export async function builtStore(): Promise<typeof Package & typeof NodePackage & typeof StorePackage> {
  const store = (await built('store')) as typeof StorePackage;
  return { ...(await builtPackage()), ...store };
}

/** What `mapilint/rules` exports. */
export const builtRules = (): Promise<object> => built('rules');
