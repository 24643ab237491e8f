import type { RandomAccessBytes } from '../bytes/random-access';

/** The file that a TNEF stream lies in, and how much of it is read. */
export interface TnefFile {
  readonly bytes: RandomAccessBytes;
  /** Larger values stay in the file. */
  readonly loadValuesUpTo: number;
  /** Fetches a range that was left in the file, or as much of it as there is. */
  readonly fetch: (offset: number, length: number) => Promise<Uint8Array>;
}
