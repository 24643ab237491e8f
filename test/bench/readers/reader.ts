import type { Checksum } from '../checksum';

/** An implementation that is measured. Its job: every property of every recipient, strings and binaries decoded. */
export interface Reader<Kept = unknown> {
  /** Reads a file: what comes back is all that a caller would keep. */
  readonly load: (path: string) => Kept | Promise<Kept>;
  /** Touches every value; undefined if the reader does not do the job and is there for comparison only. */
  readonly sum: (kept: Kept) => Checksum | undefined;
}

/** The readers, by the names of their files. */
export type ReaderName =
  | 'mapilint'
  | 'mapilint-anomalies'
  | 'mapilint-file'
  | 'mapilint-diagnose'
  | 'mapilint-all-rules'
  | 'mapilint-store'
  | 'mapilint-store-all'
  | 'cfb'
  | 'msgreader'
  | 'pst-extractor'
  | 'hiraoka-pst-extractor'
  | 'read-file';
