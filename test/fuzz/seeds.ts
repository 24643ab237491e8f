import { readdirSync, readFileSync } from 'node:fs';
import { corpusFolder, hasCorpus, readTable } from '../support/corpus';
import { join } from 'node:path';

/** Seeds above this size would make the rest of the run wait. */
const MAX_SEED = 60_000;

/** The files that are damaged: all samples, and what of the reference corpus is there. The order is always the same. */
export function msgSeeds(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const samples = ['meetings', 'malformed'].flatMap((folder) => {
    const url = new URL(`../../samples/${folder}/`, import.meta.url);
    const names = readdirSync(url).filter((name) => name.endsWith('.msg'));
    return names.sort().map((name) => ({
      name: `samples/${folder}/${name}`,
      bytes: new Uint8Array(readFileSync(new URL(name, url))),
    }));
  });
  const paths = hasCorpus ? readTable('MANIFEST.tsv').map((row) => row['path'] ?? '') : [];
  const corpus = paths
    .filter((path) => path.startsWith('msg/'))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(corpusFolder, name))) }))
    .filter(({ bytes }) => bytes.length <= MAX_SEED);
  return [...samples, ...corpus];
}
