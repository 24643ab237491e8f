import { asGiven } from '../arguments/check';
import { brandOf } from '../arguments/kinds';
import { textDecoder } from './text-codec';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ByteSource, OpenByteSource } from './byte-source';
import { isBytes } from './is-bytes';

/**
 * The file at a path or a `file:` URL, as `node:fs` takes them. mapilint reads only the parts that it needs. Opening
 * rejects with the error of the operating system. Pass a path that is not valid UTF-8 as its bytes, and the name to
 * show in `name`.
 */
export function fromFile(file: string | Uint8Array | URL, name?: string): ByteSource {
  const path = pathOf(file);
  return sourceAt(path, name ?? textOf(path));
}

function pathOf(file: unknown): string | Uint8Array {
  if (typeof file === 'string' || isBytes(file)) return file;
  if (brandOf(file) === 'URL') return fileURLToPath(file as URL); // of another realm, too
  throw new TypeError(`fromFile expects a path or a file: URL, got ${asGiven(file)}`);
}

function sourceAt(path: string | Uint8Array, name: string): ByteSource {
  const systemPath = typeof path === 'string' ? path : Buffer.from(path);
  return { name, open: () => Promise.resolve().then(() => openFile(systemPath)) };
}

function textOf(path: string | Uint8Array): string {
  return typeof path === 'string' ? path : textDecoder().decode(path);
}

/** A file is open for as long as one message is read: a few reads at known places, sooner done than awaited. */
function openFile(path: string | Buffer): OpenByteSource {
  const { size } = regularFile(path, statSync(path)); // before it is opened: opening a pipe waits for a writer
  const descriptor = openSync(path, 'r');
  const sliceSync = (start: number, end: number): Uint8Array =>
    readFully(descriptor, start, Math.min(end, size));
  return {
    byteLength: size,
    sliceSync,
    slice: (start, end) => Promise.resolve().then(() => sliceSync(start, end)),
    close: () => {
      closeSync(descriptor);
      return Promise.resolve();
    },
  };
}

/** Folders, pipes and devices cannot be read at any place, and fail as the system would say it. */
function regularFile(path: string | Buffer, stats: Stats): Stats {
  if (stats.isFile()) return stats;
  const [code, what] = stats.isDirectory() ? ['EISDIR', 'a directory'] : ['EINVAL', 'a pipe or device'];
  throw Object.assign(new Error(`${code}: ${what}, not a regular file: ${textOf(path)}`), {
    code,
    path: textOf(path),
  });
}

/** One `read` may return less than was asked for, so it is repeated until the range is full or the file ends. */
function readFully(descriptor: number, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(Math.max(0, end - start)).buffer);
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(descriptor, bytes, filled, bytes.length - filled, start + filled);
    if (count === 0) break;
    filled += count;
  }
  return filled === bytes.length ? bytes : bytes.slice(0, filled); // a copy, without the memory behind it
}
