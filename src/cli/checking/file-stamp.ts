import { statSync } from 'node:fs';
import type { FileStamp } from '../../report/command';
import { systemPath } from '../inputs/file-name';

/** The size and age of a file; undefined where there is none. */
export function stampOf(path: string): FileStamp | undefined {
  try {
    const stats = statSync(systemPath(path));
    if (!stats.isFile()) return undefined;
    return { bytes: stats.size, modified: new Date(Math.floor(stats.mtimeMs)).toISOString() };
  } catch {
    return undefined;
  }
}
