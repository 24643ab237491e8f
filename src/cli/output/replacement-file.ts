import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { crypto } from '../builtin-modules';
import { OWN_MODE } from './descriptors';
import { failure } from './output-target';

/** Bytes of chance in the name of a temporary file. */
const CHANCE = 16;

/**
 * What will take the place of a file, or be one: written beside it under a name that nobody can guess, and moved there when
 * it is complete. It goes with the process, too.
 */
export class ReplacementFile {
  readonly #path: string;
  readonly #mode: number;
  readonly #temporary: string;
  readonly #descriptor: number;

  /** `path`: links are followed already. `mode`: of a file that is made anew. */
  constructor(path: string, mode = OWN_MODE) {
    this.#path = path;
    this.#mode = mode;
    this.#temporary = join(dirname(path), `.mapilint-${crypto().randomBytes(CHANCE).toString('hex')}.tmp`);
    // fails where something is there, a planted link too
    this.#descriptor = openSync(this.#temporary, 'wx', OWN_MODE);
    process.on('exit', this.#remove);
  }

  write(content: string | Uint8Array): void {
    writeFileSync(this.#descriptor, content);
  }

  /** Puts it in its place. What is there hands on its mode and its owner. */
  commit(): void {
    const existing = lstatSync(this.#path, { throwIfNoEntry: false });
    if (existing?.isFile() === false) throw failure('EEXIST', 'something else took its place meanwhile');
    if (existing === undefined) {
      this.finish((temporary) => {
        renameSync(temporary, this.#path);
      });
      return;
    }
    takeOver(this.#descriptor, existing);
    fsyncSync(this.#descriptor);
    renameSync(this.#temporary, this.#path);
  }

  /** Hands it on as a file that is made anew, when all of it is on the disk. */
  finish(handOn: (temporary: string) => void): void {
    fchmodSync(this.#descriptor, this.#mode);
    fsyncSync(this.#descriptor);
    handOn(this.#temporary);
  }

  /** Lets go of it; what was not put in its place is gone. */
  close(): void {
    process.off('exit', this.#remove);
    closeSync(this.#descriptor);
    this.#remove();
  }

  readonly #remove = (): void => {
    rmSync(this.#temporary, { force: true });
  };
}

const GROUP = 0o070;
const PERMISSIONS = 0o777;

/**
 * Gives a file the owner, the group and the mode of another. Where the system does not allow its group, nobody gains by
 * that: the new group may do nothing, and everyone else no more than the old group might.
 */
function takeOver(descriptor: number, { uid, gid, mode }: Stats): void {
  const own = fstatSync(descriptor);
  if ((own.uid !== uid || own.gid !== gid) && !chown(descriptor, uid, gid)) chown(descriptor, own.uid, gid);
  const permissions = mode & PERMISSIONS;
  const ofGroup = (permissions & GROUP) >> 3;
  const isInGroup = fstatSync(descriptor).gid === gid;
  fchmodSync(descriptor, isInGroup ? permissions : permissions & ~GROUP & (~0o007 | ofGroup));
}

function chown(descriptor: number, uid: number, gid: number): boolean {
  try {
    fchownSync(descriptor, uid, gid);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return false;
    throw error;
  }
}
