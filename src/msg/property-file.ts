import type { StorageTree } from './storage-tree';

/** The file that properties are read from, and how much of it. */
export interface PropertyFile {
  readonly file: StorageTree;
  /** Larger values stay in the file. */
  readonly loadValuesUpTo: number;
  /** Fetches a stream that was left in the file. */
  readonly fetch: (stream: number) => Promise<Uint8Array>;
}
