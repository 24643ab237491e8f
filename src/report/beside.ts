import type { SetFinding } from '../rules/sets/item-set';
import type { EvidenceFile } from './evidence-file';
import type { StoreFile } from './store-file';

/** What a report has beside its files. */
export interface ReportExtras {
  /** What is wrong between files. */
  readonly sets?: readonly SetFinding[] | undefined;
  /**
   * The files of evidence: first those that were read, in the order in which `diagnose` got them, so that `source` of a
   * testimony is a place in this list; then those that could not be read.
   */
  readonly evidence?: readonly EvidenceFile[] | undefined;
  /** The stores that were read. */
  readonly stores?: readonly StoreFile[] | undefined;
}
