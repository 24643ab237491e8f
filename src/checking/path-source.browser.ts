import type { ByteSource } from '../bytes/byte-source';

/** A page has no paths. */
export function sourceOfPath(path: string): Promise<ByteSource> {
  return Promise.reject(
    new TypeError(
      `${JSON.stringify(path)} is a path, which only Node can open; give a File, a Blob or bytes`,
    ),
  );
}
