import type { ReportDamage } from '../damage/anomaly';
import type { ObjectStorage } from './object-storage';
import type { ObjectCounts } from './property-stream';

/** The counts in the header lie at times: the storages are right, the difference is worth knowing. */
export function checkObjectCounts(
  counts: ObjectCounts | undefined,
  storage: ObjectStorage,
  report: ReportDamage,
): void {
  if (counts === undefined) return;
  const check = (what: 'recipients' | 'attachments', found: number): void => {
    if (counts[what] === found) return;
    report('msg-object-count', `Header counts ${counts[what]} ${what}, but there are ${found} storages`);
  };
  check('recipients', storage.recipients.length);
  check('attachments', storage.attachments.length);
}
