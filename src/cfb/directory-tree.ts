import type { ReportDamage } from '../damage/anomaly';
import { NOSTREAM, EntryType } from './directory';
import type { Directory } from './directory';
import { quoted } from '../damage/quoted';

const NOT_REACHED = -1;

/** How many numbers are kept of each entry. */
const LINKS = 3;
const PARENT = 0;
const FIRST_MEMBER = 1;
const MEMBER_COUNT = 2;

/**
 * Which entries each storage holds. The red-black tree of a storage ([MS-CFB] 2.6.4) is walked when its members are
 * first asked for, with a list instead of recursion, and each entry may be reached once: cycles end, and degenerate
 * trees cost no stack.
 */
export class DirectoryTree {
  /** The members of all walked storages, those of one storage together, in the order of the tree. */
  readonly #members: number[] = [];
  /** Of each entry its storage, and of each storage where its members begin and how many it has. */
  readonly #links: number[];
  /** Storages in the order in which they were reached. */
  readonly #storages: number[] = [0];
  readonly #directory: Directory;
  readonly #maxDepth: number;
  #isTooDeep = false;

  constructor(directory: Directory, maxDepth: number) {
    this.#directory = directory;
    this.#maxDepth = maxDepth;
    this.#links = new Array<number>(directory.count * LINKS).fill(NOT_REACHED);
    this.#links[PARENT] = 0;
  }

  /** The stream IDs of what a storage holds. */
  members(storage: number, report: ReportDamage): readonly number[] {
    if (this.#links[storage * LINKS + FIRST_MEMBER] === NOT_REACHED) this.#walkStorage(storage, report);
    const first = this.#links[storage * LINKS + FIRST_MEMBER] as number;
    return this.#members.slice(first, first + (this.#links[storage * LINKS + MEMBER_COUNT] as number));
  }

  /** Walks the storages that nobody has asked for, and reports entries that belong to none. */
  walkRest(report: ReportDamage): void {
    for (const storage of this.#storages) {
      if (this.#links[storage * LINKS + FIRST_MEMBER] === NOT_REACHED) this.#walkStorage(storage, report); // the list grows with it
    }
    this.#reportOrphans(report);
  }

  /** The way from the root to an entry, such as `/__recip_version1.0_#00000000`. */
  path(id: number): string {
    let path = '';
    for (let at = id; at > 0; at = this.#links[at * LINKS + PARENT] as number)
      path = `/${this.#directory.name(at)}${path}`;
    return path || '/';
  }

  #walkStorage(storage: number, report: ReportDamage): void {
    this.#links[storage * LINKS + FIRST_MEMBER] = this.#members.length;
    this.#links[storage * LINKS + MEMBER_COUNT] = 0;
    if (this.#isBeyondLimit(storage, report)) return;
    const ancestors: number[] = [];
    let id = this.#reach(this.#directory.child(storage), storage, report);
    while (id !== NOSTREAM || ancestors.length > 0) {
      if (id !== NOSTREAM) {
        ancestors.push(id);
        id = this.#reach(this.#directory.leftSibling(id), storage, report);
        continue;
      }
      const member = ancestors.pop() as number;
      this.#list(member, report);
      id = this.#reach(this.#directory.rightSibling(member), storage, report);
    }
    this.#links[storage * LINKS + MEMBER_COUNT] =
      this.#members.length - (this.#links[storage * LINKS + FIRST_MEMBER] as number);
  }

  #isBeyondLimit(storage: number, report: ReportDamage): boolean {
    let depth = 0;
    for (let at = storage; at > 0; at = this.#links[at * LINKS + PARENT] as number) depth += 1;
    if (depth <= this.#maxDepth) return false;
    if (!this.#isTooDeep) {
      const message = `Storages are nested deeper than ${this.#maxDepth}; the deeper ones were not read`;
      report('limit-storage-depth', message);
    }
    this.#isTooDeep = true;
    return true;
  }

  #list(id: number, report: ReportDamage): void {
    const type = this.#directory.objectType(id);
    if (type !== EntryType.storage && type !== EntryType.stream) {
      report('cfb-directory-entry', `Directory entry ${id} has Object Type ${type}, expected 1 or 2`);
      return;
    }
    if (!this.#directory.hasSoundName(id)) {
      report('cfb-directory-entry', `Directory entry ${id} has a Name Length that is odd or out of range`);
    }
    this.#members.push(id);
    if (type === EntryType.storage) this.#storages.push(id);
  }

  /** Takes an entry for a storage; NOSTREAM, and reported, if the link to it makes no sense. */
  #reach(id: number, storage: number, report: ReportDamage): number {
    if (id === NOSTREAM) return NOSTREAM;
    if (!this.#directory.has(id)) {
      report(
        'cfb-directory-entry',
        `A link leads to directory entry ${id >>> 0}, but there are ${this.#directory.count}`,
      );
      return NOSTREAM;
    }
    if (this.#links[id * LINKS + PARENT] !== NOT_REACHED) {
      report('cfb-directory-cycle', `Directory entry ${id} is reached twice`);
      return NOSTREAM;
    }
    this.#links[id * LINKS + PARENT] = storage;
    return id;
  }

  #reportOrphans(report: ReportDamage): void {
    let orphans = 0;
    let first = NOSTREAM;
    for (let id = this.#directory.count - 1; id > 0; id--) {
      if (
        this.#links[id * LINKS + PARENT] !== NOT_REACHED ||
        this.#directory.objectType(id) === EntryType.unallocated
      )
        continue;
      orphans += 1;
      first = id;
    }
    if (orphans === 0) return;
    const name = quoted(this.#directory.name(first));
    report(
      'cfb-directory-orphans',
      `${orphans} directory entries cannot be reached, the first of them ${first} (${name})`,
    );
  }
}
