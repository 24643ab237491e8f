import type { Diagnosis, Verdict } from '../../index';
import { AffectedMeetings, UnreachedTotals } from '../../report/command';
import type { StoreFile } from '../../report/command';
import type { FileOutcome, FindingsStanding } from './file-outcome';

/** What tells one advice from another: all but the first thing to do, which names people. */
export function adviceKey({ explanation }: Diagnosis): string {
  return JSON.stringify([explanation?.todo?.slice(1), explanation?.settle]);
}

/** Verdicts that are about what was found. */
const verdictsOnFindings: ReadonlySet<Verdict | undefined> = new Set(['confirmed', 'likely', 'possible']);

/** What became of the files so far: counts, and what is said once at the end. */
export class Tally {
  readonly verdicts = new Map<Verdict | undefined, number>();
  /** One diagnosis of each kind of advice is enough to give it. */
  readonly advice = new Map<string, Diagnosis>();
  /** The stores that were read to their end: they may be damaged outside the items. */
  readonly stores: StoreFile[] = [];
  /** Stores without items; where their items come in order. */
  readonly emptyStores: string[] = [];
  #lastPath: string | undefined;
  judged = 0;
  unreadable = 0;
  skipped = 0;
  /** Items that are not among those that were asked for. */
  leftOut = 0;
  /** Findings that the exit code is about. */
  findings = 0;
  /** How many have findings that the exit code is about, and a verdict that is not about them. */
  withOtherFindings = 0;
  /** Findings that a baseline has, and that it does not have. */
  readonly standing = { known: 0, new: 0 };
  /** The fingerprints of the baseline that were met. */
  readonly met = new Set<string>();
  /** Meetings of which changes do not reach somebody, and whom. */
  readonly unreached = new UnreachedTotals();
  /** The same meetings with their facts. */
  readonly affected = new AffectedMeetings();
  /** Whether some of what was counted are items of stores. */
  isOfItems = false;

  add(outcome: FileOutcome): void {
    const { kind, isOfStore, verdict, graveFindings, standing, unreached, affected, advice, store } = outcome;
    this.findings += graveFindings;
    if (graveFindings > 0 && !verdictsOnFindings.has(verdict)) this.withOtherFindings += 1;
    this.addStanding(standing);
    this.unreached.add(unreached);
    if (affected !== undefined) this.affected.add(affected);
    if (isOfStore) this.isOfItems = true;
    this.#count(kind, verdict);
    if (store !== undefined) this.#addStore(store);
    this.#lastPath = outcome.path;
    if (advice !== undefined && !this.advice.has(adviceKey(advice)))
      this.advice.set(adviceKey(advice), advice);
  }

  #count(kind: FileOutcome['kind'], verdict: Verdict | undefined): void {
    if (kind === 'unreadable') this.unreadable += 1;
    if (kind === 'no-message') this.skipped += 1;
    if (kind === 'left-out') this.leftOut += 1;
    if (kind !== 'item' && kind !== 'reply') return;
    this.judged += 1;
    this.verdicts.set(verdict, (this.verdicts.get(verdict) ?? 0) + 1);
  }

  #addStore(store: StoreFile): void {
    this.stores.push(store);
    if (this.#lastPath !== store.path) this.emptyStores.push(store.path);
  }

  addStanding(standing: FindingsStanding | undefined): void {
    if (standing === undefined) return;
    this.standing.known += standing.known;
    this.standing.new += standing.new;
    for (const print of standing.met) this.met.add(print);
  }

  /** What the summary counts. */
  get noun(): 'file' | 'item' {
    return this.isOfItems ? 'item' : 'file';
  }

  /** Files and items that were looked at. */
  get seen(): number {
    return this.judged + this.unreadable + this.skipped + this.leftOut;
  }
}
