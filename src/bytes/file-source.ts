import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { ByteSource, OpenByteSource } from './byte-source';

/** The file at `path`, read in place: only what is needed is fetched. Fails with the system's own error. */
export function fromFile(path: string): ByteSource {
  return { name: path, open: () => openFile(path) };
}

async function openFile(path: string): Promise<OpenByteSource> {
  const handle = await open(path, 'r');
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) {
      throw Object.assign(new Error(`EISDIR: is a directory, not a file: ${path}`), { code: 'EISDIR', path });
    }
    return {
      byteLength: stat.size,
      slice: (start, end) => readFully(handle, start, Math.min(end, stat.size)),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
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
