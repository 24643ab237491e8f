// The reference corpus: real files that are never committed, beside readings by an independent reader.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const corpusFolder = resolve(
  process.env['MAPILINT_CORPUS'] ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url)),
);
export const hasCorpus = existsSync(join(corpusFolder, 'recipients.tsv'));

if (!hasCorpus) {
  console.warn(
    `No reference corpus at ${corpusFolder}: its tests are skipped. Set MAPILINT_CORPUS to run them.`,
  );
}

/** What tests say where the corpus is not there. */
export const corpusTitle = hasCorpus
  ? 'reference corpus'
  : `reference corpus (skipped: no ${corpusFolder}; set MAPILINT_CORPUS)`;

export function readCorpusFile(path: string): Uint8Array {
  return readFileSync(join(corpusFolder, path));
}

/** The rows of a table of the corpus, by column. */
export function readTable(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(join(corpusFolder, name), 'utf8').split('\n');
  const columns = header.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [columns[index] ?? '', cell])));
}

/** The readings of the corpus, one a file. */
export function readReadings<T>(): T[] {
  return readFileSync(join(corpusFolder, 'readings.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
