import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crypto } from '../builtin-modules';

/** Behind the code: its SHA-256. */
const HASH_LENGTH = 32;
const EXTENSION = '.bin';
/** Code of other versions goes after thirty days without use of the folder. */
const OLD = 30 * 24 * 60 * 60 * 1000;
const WRITABLE_BY_OTHERS = 0o022;

/** Reads compiled code; undefined where there is none, or none that can be trusted: another's, or damaged. */
export function readCachedCode(folder: string, name: string): Buffer | undefined {
  try {
    const descriptor = openSync(
      join(folder, name + EXTENSION),
      constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NOFOLLOW),
    );
    try {
      return isOwnFile(descriptor) ? soundCode(readFileSync(descriptor)) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** Keeps compiled code for the next run. What cannot be written is not kept, and nobody misses it. */
export function writeCachedCode(folder: string, name: string, code: Buffer): void {
  const path = join(folder, name + EXTENSION);
  const own = `${path}.${process.pid}`;
  try {
    removeOld(folder);
    writeFileSync(own, Buffer.concat([code, hashOf(code)]), { flag: 'wx', mode: 0o600 });
    renameSync(own, path);
  } catch {
    rmSync(own, { force: true });
  }
}

/** Whoever can put a file into the folder cannot make it this user's. */
function isOwnFile(descriptor: number): boolean {
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) return false;
  if (process.getuid === undefined) return true;
  return stats.uid === process.getuid() && (stats.mode & WRITABLE_BY_OTHERS) === 0;
}

/**
 * V8 checks the version and the length of cached code but not what is in it: a flipped bit crashes the process, or changes a
 * string of the program.
 */
function soundCode(file: Buffer): Buffer | undefined {
  const code = file.subarray(0, Math.max(0, file.length - HASH_LENGTH));
  return hashOf(code).equals(file.subarray(code.length)) ? code : undefined;
}

function hashOf(code: Buffer): Buffer {
  return crypto().createHash('sha256').update(code).digest();
}

function removeOld(folder: string): void {
  const oldest = Date.now() - OLD;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < oldest) rmSync(path, { force: true });
  }
}
