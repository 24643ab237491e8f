import { readPackaged } from './packaged-file';

/** The package's own version. */
export async function version(): Promise<string> {
  return (JSON.parse(await readPackaged('package.json')) as { version: string }).version;
}
