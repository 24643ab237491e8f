import type { Report } from '../anomaly';
import { NOSTREAM, ObjectType } from './directory';
import type { Directory } from './directory';

const NOT_REACHED = -1;

/**
 * Which entries each storage holds. The red-black trees of [MS-CFB] 2.6.4 are walked once, with a list instead
 * of recursion, and each entry may be reached once: cycles end, and degenerate trees cost no stack.
 */
export class DirectoryTree {
  /** The members of all storages, those of one storage together, in the order of the tree. */
  readonly #members: number[] = [];
  readonly #firstMember: Int32Array;
  readonly #memberCount: Int32Array;
  readonly #parents: Int32Array;
  readonly #directory: Directory;

  constructor(directory: Directory, maxDepth: number, report: Report) {
    this.#directory = directory;
    this.#firstMember = new Int32Array(directory.count);
    this.#memberCount = new Int32Array(directory.count);
    this.#parents = new Int32Array(directory.count).fill(NOT_REACHED);
    this.#walkStorages(maxDepth, report);
    this.#reportOrphans(report);
  }

  /** The stream IDs of what a storage holds. */
  members(storage: number): readonly number[] {
    const first = this.#firstMember[storage] as number;
    return this.#members.slice(first, first + (this.#memberCount[storage] as number));
  }

  /** The way from the root to an entry, such as `/__recip_version1.0_#00000000`. */
  path(id: number): string {
    let path = '';
    for (let at = id; at > 0; at = this.#parents[at] as number) path = `/${this.#directory.name(at)}${path}`;
    return path || '/';
  }

  #walkStorages(maxDepth: number, report: Report): void {
    this.#parents[0] = 0;
    let level = [0];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > maxDepth) {
        report(
          'limit-storage-depth',
          `Storages are nested deeper than ${maxDepth}; the deeper ones were not read`,
        );
        return;
      }
      level = level.flatMap((storage) => this.#walkStorage(storage, report));
    }
  }

  /** Lists what one storage holds and returns the storages among it. */
  #walkStorage(storage: number, report: Report): number[] {
    const storages: number[] = [];
    this.#firstMember[storage] = this.#members.length;
    const ancestors: number[] = [];
    let id = this.#reach(this.#directory.child(storage), storage, report);
    while (id !== NOSTREAM || ancestors.length > 0) {
      if (id !== NOSTREAM) {
        ancestors.push(id);
        id = this.#reach(this.#directory.leftSibling(id), storage, report);
        continue;
      }
      const member = ancestors.pop() as number;
      this.#list(member, storages, report);
      id = this.#reach(this.#directory.rightSibling(member), storage, report);
    }
    this.#memberCount[storage] = this.#members.length - this.#firstMember[storage];
    return storages;
  }

  #list(id: number, storages: number[], report: Report): void {
    const type = this.#directory.objectType(id);
    if (type !== ObjectType.storage && type !== ObjectType.stream) {
      report('cfb-directory-entry', `Directory entry ${id} has Object Type ${type}, expected 1 or 2`);
      return;
    }
    if (!this.#directory.hasSoundName(id)) {
      report('cfb-directory-entry', `Directory entry ${id} has a Name Length that is odd or out of range`);
    }
    this.#members.push(id);
    if (type === ObjectType.storage) storages.push(id);
  }

  /** Takes an entry for a storage; NOSTREAM, and reported, if the link to it makes no sense. */
  #reach(id: number, storage: number, report: Report): number {
    if (id === NOSTREAM) return NOSTREAM;
    if (!this.#directory.has(id)) {
      report(
        'cfb-directory-entry',
        `A link leads to directory entry ${id}, but there are ${this.#directory.count}`,
      );
      return NOSTREAM;
    }
    if (this.#parents[id] !== NOT_REACHED) {
      report('cfb-directory-cycle', `Directory entry ${id} is reached twice`);
      return NOSTREAM;
    }
    this.#parents[id] = storage;
    return id;
  }

  #reportOrphans(report: Report): void {
    let orphans = 0;
    let first = NOSTREAM;
    for (let id = this.#directory.count - 1; id > 0; id--) {
      if (this.#parents[id] !== NOT_REACHED || this.#directory.objectType(id) === ObjectType.unallocated)
        continue;
      orphans += 1;
      first = id;
    }
    if (orphans === 0) return;
    const name = JSON.stringify(this.#directory.name(first));
    report(
      'cfb-directory-orphans',
      `${orphans} directory entries cannot be reached, the first of them ${first} (${name})`,
    );
  }
}
