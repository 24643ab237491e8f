import { readPackaged } from './packaged-file';

/** What the package says of itself. */
interface PackageFields {
  readonly version: string;
  /** Where it is at home; absent: nowhere yet. */
  readonly homepage?: string;
}

/** The package's own version. */
export async function version(): Promise<string> {
  return (await packageFields()).version;
}

export async function packageFields(): Promise<PackageFields> {
  return JSON.parse(await readPackaged('package.json')) as PackageFields;
}
