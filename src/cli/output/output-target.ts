import { accessSync, constants, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** A pipe or device, or what a process has open: it is written through, and never replaced. */
export interface StreamTarget {
  readonly kind: 'stream';
  readonly path: string;
  readonly isPipe: boolean;
  /** Where it is open in this process already, as `/dev/stdout` is. */
  readonly descriptor?: number | undefined;
}

/** What a path of the command line leads to, its links followed once. */
export type OutputTarget =
  /** Nothing is there yet, or a regular file: what was written takes its place. */
  { readonly kind: 'file'; readonly path: string; readonly existing: Stats | undefined } | StreamTarget;

/** As many as Linux follows. */
const MOST_LINKS = 40;

/**
 * Follows the links of a path, also to where nothing is yet. Throws what the system says of a folder, of a socket, of links
 * that lead back to themselves and of a file that may not be written.
 */
export function targetAt(path: string): OutputTarget {
  let at = path;
  for (let links = 0; links <= MOST_LINKS; links++) {
    const folder = realpathSync(dirname(at));
    const place = join(folder, basename(at));
    const owner = ownerOfDescriptors(folder);
    if (owner !== undefined) return openIn(owner, place);
    const existing = lstatSync(place, { throwIfNoEntry: false });
    if (existing?.isSymbolicLink() !== true) return placeOf(place, existing, isFolderAsked(path));
    at = resolve(folder, readlinkSync(place));
  }
  throw failure('ELOOP', 'its links lead back to themselves');
}

/** Whether a path ends as those of folders do. */
function isFolderAsked(path: string): boolean {
  return path === '' || /[/\\]$/.test(path);
}

/** Where the system shows what a process has open, as links that are no paths: which process that is. */
function ownerOfDescriptors(folder: string): number | undefined {
  if (folder === '/dev/fd') return process.pid;
  const [, pid] = /^\/proc\/(\d+)(?:\/task\/\d+)?\/fd$/.exec(folder) ?? [];
  return pid === undefined ? undefined : Number(pid);
}

/** What a process has open, in the place of which nothing could be put. */
function openIn(owner: number, path: string): StreamTarget {
  const name = basename(path);
  const descriptor = owner === process.pid && /^\d+$/.test(name) ? Number(name) : undefined;
  const stats = statSync(path);
  return descriptor === undefined
    ? streamOf(path, stats)
    : { kind: 'stream', path, isPipe: stats.isFIFO(), descriptor };
}

function placeOf(path: string, existing: Stats | undefined, isFolder: boolean): OutputTarget {
  if (isFolder) throw failure('EISDIR', 'it is a folder');
  if (existing?.isFile() === false) return streamOf(path, existing);
  if (existing !== undefined) accessSync(path, constants.W_OK);
  return { kind: 'file', path, existing };
}

function streamOf(path: string, stats: Stats): StreamTarget {
  if (stats.isDirectory()) throw failure('EISDIR', 'it is a folder');
  if (stats.isSocket()) throw failure('ENXIO', 'it is a socket');
  return { kind: 'stream', path, isPipe: stats.isFIFO() };
}

export function failure(code: string, words: string): Error {
  return Object.assign(new Error(words), { code });
}
