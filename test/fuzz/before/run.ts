// Whether a change of the reader has changed what is read: `npm run before -- FOLDER [--inputs 100000] [--first 0]`.
// FOLDER is a checkout of the project before it, built. Compared are all samples, the corpus and files that were damaged, in
// three orders of asking.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusFolder, hasCorpus } from '../../support/corpus';
import { mutateMsg } from '../mutate-msg';
import { msgSeeds } from '../seeds';
import { orders, outcomeOf } from './outcome';
import type { Build, Order } from './outcome';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string', default: '100000' },
    first: { type: 'string', default: '0' },
  },
});
const [folder] = positionals;
if (folder === undefined || !existsSync(join(folder, 'dist/index.js')))
  throw new Error('npm run before -- FOLDER: a folder with dist/index.js of the project as it was');

const root = fileURLToPath(new URL('../../../', import.meta.url));
const [before, now] = [await buildIn(resolve(folder)), await buildIn(root)];
let different = 0;

async function buildIn(at: string): Promise<Build> {
  return (await import(pathToFileURL(join(at, 'dist/index.js')).href)) as Build;
}

/** Compares one file; `order`: what is asked for first. */
function compare(name: string, bytes: Uint8Array, order: Order): void {
  if (outcomeOf(before, bytes, order) === outcomeOf(now, bytes, order)) return;
  different += 1;
  console.log(`${name}, ${order} first: another result`);
}

const files = [join(root, 'samples'), ...(hasCorpus ? [corpusFolder] : [])].flatMap((at) =>
  readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(msg|oft|tnef|dat|eml|xml)$/i.test(path))
    .map((path) => join(at, path)),
);
for (const path of files)
  for (const order of orders) compare(path, new Uint8Array(readFileSync(path)), order);
console.log(`${files.length} files in ${orders.length} orders: ${different} differ`);

const seeds = msgSeeds();
const [first, inputs] = [Number(values.first), Number(values.inputs)];
for (let seed = first; seed < first + inputs; seed++) {
  const { bytes } = seeds[seed % seeds.length] as (typeof seeds)[number];
  compare(`input ${seed}`, mutateMsg(bytes, seed), orders[seed % orders.length] as Order);
}
console.log(`${inputs} damaged files: ${different} differ in all`);
process.exitCode = different === 0 ? 0 : 1;
