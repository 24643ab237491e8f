// The files that releases are compared on: the samples, the reference corpus and the hostile files, where they are there.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const corpus = resolve(process.env.MAPILINT_CORPUS ?? join(root, '../shared/corpus'));
const generator = join(
  resolve(process.env.MAPILINT_EVIL ?? join(root, '../shared/tools/hostile')),
  'evil.mjs',
);

/** What is a description of files, not one of them. */
const description = /\.(json|jsonl|tsv|md|ts|mjs)$/;

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => !description.test(path) && statSync(path).isFile())
    .sort();
}

/** The paths of each set; hostile files are made in the folder `evil`. */
export function fileSets(evil) {
  const sets = { samples: filesIn(join(root, 'samples')) };
  if (existsSync(corpus)) sets['the corpus'] = filesIn(corpus);
  if (existsSync(generator)) {
    execFileSync(process.execPath, [generator, evil]);
    sets['hostile files'] = filesIn(evil);
  }
  return sets;
}
