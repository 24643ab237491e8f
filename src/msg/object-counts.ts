import type { ReportDamage } from '../damage/anomaly';
import type { NumberedStorage, ObjectStorage } from './object-storage';
import type { ObjectCounts } from './property-stream';

/**
 * Compares the storages of a message's recipients and attachments with what its header counts ([MS-OXMSG] 2.4.1);
 * `reportAt` takes damage to one of the two.
 */
export function checkObjectCounts(
  counts: ObjectCounts,
  { recipients, attachments }: ObjectStorage,
  reportAt: (what: 'recipients' | 'attachments') => ReportDamage,
): void {
  const check = (
    what: 'recipients' | 'attachments',
    found: readonly NumberedStorage[],
    next: number,
  ): void => {
    checkCount(what, counts[what], found.length, reportAt(what));
    checkNumbers(what, found, next, reportAt(what));
  };
  check('recipients', recipients, counts.nextRecipient);
  check('attachments', attachments, counts.nextAttachment);
}

/** A header that counts more has lost some; one that counts fewer lies, and the storages are right. */
function checkCount(what: string, stated: number, found: number, report: ReportDamage): void {
  if (stated === found) return;
  const code = stated > found ? 'msg-object-missing' : 'msg-object-count';
  report(code, `Header counts ${stated} ${what}, but there are ${found} storages`);
}

/** Numbers follow one another; whoever deletes one leaves a gap below the number that is free next. */
function checkNumbers(
  what: string,
  storages: readonly NumberedStorage[],
  next: number,
  report: ReportDamage,
): void {
  const last = storages.at(-1)?.index ?? -1;
  if (last < storages.length || last < next) return;
  report(
    'msg-object-number',
    `${storages.length} ${what} are numbered up to ${last}, the next free number is ${next}`,
  );
}
