// node out/from-msgreader/main.js FILE…: what either half of the migration tells of each file, and whether it is the same.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { toldAfter } from './after.js';
import { toldBefore } from './before.js';

for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const [before, after] = [toldBefore(bytes), await toldAfter(bytes)];
  console.log(path, isDeepStrictEqual(before, after) ? 'same' : 'DIFFERENT');
  console.log(JSON.stringify(before, null, 1));
  console.log(JSON.stringify(after, null, 1));
}
