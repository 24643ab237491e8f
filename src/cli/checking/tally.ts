import type { Diagnosis, Verdict } from '../../node';
import type { StoreFile } from '../../report/index';
import type { FileOutcome } from './file-outcome';

/** What became of the files so far: counts, and what is said once at the end. */
export class Tally {
  readonly verdicts = new Map<Verdict | undefined, number>();
  /** One diagnosis of each kind of advice is enough to give it. */
  readonly advice = new Map<string, Diagnosis>();
  /** The stores that were read to their end: they may be damaged outside the items. */
  readonly stores: StoreFile[] = [];
  judged = 0;
  unreadable = 0;
  skipped = 0;
  /** Findings that the exit code is about. */
  findings = 0;
  /** Meetings whose cancellation does not reach someone, and how many attendees that are. */
  meetings = 0;
  attendees = 0;
  /** Whether some of what was counted are items of stores. */
  isOfItems = false;

  add({ kind, isOfStore, verdict, graveFindings, unreached, advice, store }: FileOutcome): void {
    this.findings += graveFindings;
    this.attendees += unreached;
    if (unreached > 0) this.meetings += 1;
    if (isOfStore) this.isOfItems = true;
    if (kind === 'unreadable') this.unreadable += 1;
    if (kind === 'no-message') this.skipped += 1;
    if (kind === 'item' || kind === 'reply') {
      this.judged += 1;
      this.verdicts.set(verdict, (this.verdicts.get(verdict) ?? 0) + 1);
    }
    if (store !== undefined) this.stores.push(store);
    if (advice !== undefined && !this.advice.has(JSON.stringify(advice.explanation)))
      this.advice.set(JSON.stringify(advice.explanation), advice);
  }

  /** What the summary counts. */
  get noun(): 'file' | 'item' {
    return this.isOfItems ? 'item' : 'file';
  }

  /** Files and items that were looked at. */
  get seen(): number {
    return this.judged + this.unreadable + this.skipped;
  }
}
