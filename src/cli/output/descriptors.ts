import { closeSync, constants, fchmodSync, fstatSync, openSync } from 'node:fs';
import { failure, targetAt } from './output-target';
import type { StreamTarget } from './output-target';

/** What a file may be read and written by unless somebody says otherwise: its owner. */
export const OWN_MODE = 0o600;

const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL, O_NONBLOCK } = constants;
/** Windows does not have it. */
const { O_NOFOLLOW = 0 } = constants as { readonly O_NOFOLLOW?: number };

/** Milliseconds after which it is looked again whether somebody reads a pipe. */
const AGAIN = 50;

/** Opens what is at the end of a path to write behind its end: a regular file, or a new one that has this mode. */
export function openAppended(path: string, mode = OWN_MODE): number {
  const target = targetAt(path);
  if (target.kind === 'stream') throw failure('EEXIST', 'something else took its place meanwhile');
  return target.existing === undefined ? openNew(target.path, mode) : openExisting(target.path);
}

function openNew(path: string, mode: number): number {
  const descriptor = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL, OWN_MODE);
  fchmodSync(descriptor, mode); // whatever the umask
  return descriptor;
}

/** No link that was planted meanwhile, and no pipe, which would wait for a reader. */
function openExisting(path: string): number {
  const descriptor = openSync(path, O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK);
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw failure('EEXIST', 'something else took its place meanwhile');
}

/**
 * Opens a pipe or device to write through. A pipe that nobody reads yet is waited for, as a shell does, but so that the
 * wait can be ended; undefined: it was.
 */
export async function openStream(
  { path, isPipe, descriptor: own }: StreamTarget,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  if (own !== undefined) return own;
  if (!isPipe) return openSync(path, O_WRONLY | O_APPEND);
  for (;;) {
    const descriptor = openRead(path);
    if (descriptor !== undefined) return descriptor;
    if (signal?.aborted === true) return undefined;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}

/** A pipe that somebody reads; undefined: nobody does. */
function openRead(path: string): number | undefined {
  try {
    const held = openSync(path, O_WRONLY | O_NONBLOCK);
    // a descriptor whose writes wait for the reader; the first is held meanwhile, lest the reader takes its end for the end
    const descriptor = openSync(path, O_WRONLY | O_APPEND);
    closeSync(held);
    return descriptor;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') return undefined;
    throw error;
  }
}
