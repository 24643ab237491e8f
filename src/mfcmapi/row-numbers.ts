import type { ReportDamage } from '../damage/anomaly';
import { attributeOf } from './markup';

/** QUIRK: the tool fetches rows by twenties and counts each twenty anew (issue 882 of microsoft/mfcmapi). */
const ROWS_AT_ONCE = 20;

/** Follows the numbers of the rows, which tell whether one is missing. */
export class RowNumbers {
  #last: number | undefined;

  check(attributes: string, report: ReportDamage): void {
    const stated = attributeOf(attributes, 'index') ?? attributeOf(attributes, 'num') ?? '';
    const index = /^0x[0-9A-F]{1,8}$/i.test(stated) ? Number(stated) : undefined;
    const next = this.#last === undefined ? 0 : this.#last + 1;
    const isFollowing = index === next || (index === 0 && next === ROWS_AT_ONCE);
    if (!isFollowing) {
      const found = index === undefined ? 'no number' : `number 0x${index.toString(16)}`;
      report(
        'mfcmapi-row-index',
        `The row has ${found}, expected 0x${next.toString(16)}: rows may be missing`,
      );
    }
    this.#last = index ?? next;
  }
}
