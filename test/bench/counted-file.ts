import { builtPackage } from './built-package';
import { sumOf } from './readers/mapilint-sum';

/** What reading all recipients of a file asked of it. */
export interface Counts {
  reads: number;
  bytes: number;
  readonly fileBytes: number;
  /** Properties of recipients, all of them decoded. */
  readonly properties: number;
}

/** Reads a file through a source that counts. */
export async function countReads(path: string): Promise<Counts> {
  const { fromFile, readMessage } = await builtPackage();
  const counts = { reads: 0, bytes: 0, fileBytes: 0 };
  const file = fromFile(path);
  const message = await readMessage({
    open: async () => {
      const open = await file.open();
      counts.fileBytes = open.byteLength;
      return {
        byteLength: open.byteLength,
        slice: async (start, end) => {
          const bytes = await open.slice(start, end);
          counts.reads += 1;
          counts.bytes += bytes.length;
          return bytes;
        },
        close: () => open.close(),
      };
    },
  });
  return { ...counts, properties: sumOf(message).properties };
}
