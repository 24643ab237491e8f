// Whether a change of the reader has changed what is read of damaged .msg files: `npm run fuzz:before -- FOLDER [--inputs
// 100000] [--first 0]`. FOLDER is a checkout of the project before it, built. `npm run compare-builds` compares other files.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
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
  throw new Error('npm run fuzz:before -- FOLDER: a folder with dist/index.js of the project as it was');

const root = fileURLToPath(new URL('../../../', import.meta.url));
const [before, now] = [await buildIn(resolve(folder)), await buildIn(root)];
let different = 0;

async function buildIn(at: string): Promise<Build> {
  return (await import(pathToFileURL(join(at, 'dist/index.js')).href)) as Build;
}

/** Compares what the builds say of an input; `order`: what is asked for first. */
function compare(seed: number, bytes: Uint8Array, order: Order): void {
  if (outcomeOf(before, bytes, order) === outcomeOf(now, bytes, order)) return;
  different += 1;
  console.log(`input ${seed}, ${order} first: another result`);
}

const seeds = msgSeeds();
const [first, inputs] = [Number(values.first), Number(values.inputs)];
for (let seed = first; seed < first + inputs; seed++) {
  const { bytes } = seeds[seed % seeds.length] as (typeof seeds)[number];
  compare(seed, mutateMsg(bytes, seed), orders[seed % orders.length] as Order);
}
console.log(`${inputs} damaged files: ${different} differ`);
process.exitCode = different === 0 ? 0 : 1;
