import { copyFileSync, constants, linkSync } from 'node:fs';
import { targetAt, failure } from './output-target';
import { ReplacementFile } from './replacement-file';

/** Systems of files that have no hard links say one of these. */
const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

/** Throws where a new file cannot come to be: something is there already, or it is a pipe or device. */
export function newFileAt(path: string): string {
  const target = targetAt(path);
  if (target.kind === 'stream') throw failure('EEXIST', 'it is a pipe or device, not a place for a new file');
  if (target.existing !== undefined) throw failure('EEXIST', 'it already exists, and is not overwritten');
  return target.path;
}

/**
 * Writes a file that was not there before: whole or not at all, and never over another, even one that comes to be
 * meanwhile. `place`: as `newFileAt` gives it.
 */
export function writeNewFile(place: string, bytes: Uint8Array, mode: number | undefined): void {
  const file = new ReplacementFile(place, mode);
  try {
    file.write(bytes);
    file.finish((temporary) => {
      takePlace(temporary, place);
    });
  } finally {
    file.close();
  }
}

/** A link fails where something is, which a move would replace. */
function takePlace(temporary: string, place: string): void {
  try {
    linkSync(temporary, place);
  } catch (error) {
    if (!LINKLESS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(temporary, place, constants.COPYFILE_EXCL);
  }
}
