// Files are made once and kept: remove the folder to have them made again.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { message } from './message';
import type { BenchFile } from './sets';

export const cacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/bench/', import.meta.url));

/** What the generators and writers are: other ones make other files. */
const sources = [
  ...readdirSync(new URL('.', import.meta.url)).map((name) => `./${name}`),
  ...['compound-file-writer', 'sector-placement', 'msg-writer', 'messages'].map(
    (name) => `../../support/${name}.ts`,
  ),
  ...['cfb', 'msg'].flatMap((layer) =>
    readdirSync(new URL(`../../../src/${layer}/writing/`, import.meta.url)).map(
      (name) => `../../../src/${layer}/writing/${name}`,
    ),
  ),
  '../../fuzz/random.ts',
];
const edition = createHash('sha256')
  .update(sources.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8')).join('\0'))
  .digest('hex')
  .slice(0, 12);

/** Removes files that other generators made. */
export function removeOtherEditions(): void {
  const folder = join(cacheFolder, 'files');
  const editions = existsSync(folder) ? readdirSync(folder) : [];
  for (const each of editions.filter((name) => name !== edition))
    rmSync(join(folder, each), { recursive: true });
}

/** The paths of files, made if they are not there. */
export function pathsOf(files: readonly BenchFile[]): string[] {
  return files.map(({ name, shape }) => {
    const path = join(cacheFolder, 'files', edition, name);
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.part`, message(shape));
      renameSync(`${path}.part`, path); // an interrupted run leaves no half file
    }
    return path;
  });
}

export function pathOf(file: BenchFile): string {
  return pathsOf([file])[0] as string;
}
