import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Package from '../../src/node';
import { root } from './built-programs';

/** The package as it is built, in this process. */
export async function builtPackage(): Promise<typeof Package> {
  return (await import(pathToFileURL(join(root, 'dist/node.js')).href)) as typeof Package;
}
