import type { ByteSource } from '../bytes/byte-source';

/** The file of a path. */
export async function sourceOfPath(path: string): Promise<ByteSource> {
  const { fromFile } = await import('../bytes/file-source');
  return fromFile(path);
}
