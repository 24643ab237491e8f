import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { ByteSource, OpenByteSource } from './byte-source';

/** The file at `path`, read in place: only what is needed is fetched. Fails with the system's own error. */
export function fromFile(path: string): ByteSource {
  return { name: path, open: () => openFile(path) };
}

async function openFile(path: string): Promise<OpenByteSource> {
  refuseOthers(path, await stat(path)); // before it is opened: opening a pipe waits for a writer
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return {
      byteLength: size,
      slice: (start, end) => readFully(handle, start, Math.min(end, size)),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Folders, pipes and devices cannot be read at any place, and fail as the system would say it. */
function refuseOthers(path: string, stats: Stats): void {
  if (stats.isFile()) return;
  const [code, what] = stats.isDirectory() ? ['EISDIR', 'a directory'] : ['EINVAL', 'a pipe or device'];
  throw Object.assign(new Error(`${code}: ${what}, not a regular file: ${path}`), { code, path });
}

/** One `read` may return less than was asked for, so it is repeated until the range is full or the file ends. */
async function readFully(handle: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, end - start));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
