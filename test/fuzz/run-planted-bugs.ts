// npm run fuzz:planted [-- --seconds 60] [--only NAME]
// Tests the fuzzer: takes checks out of copies of the decoder, one by one, and sees whether it notices.

import { parseArgs } from 'node:util';
import { isFound, plantedBugs } from './planted-bugs';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, only: { type: 'string' } },
});

const bugs = plantedBugs.filter(({ name }) => values.only === undefined || name === values.only);
let found = 0;
for (const bug of bugs) {
  const start = performance.now();
  const isCaught = await isFound(bug, Number(values.seconds));
  if (isCaught) found += 1;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${isCaught ? 'found' : 'MISSED'} after ${seconds} s: ${bug.name} (src/${bug.file})`);
}
console.log(`${found} of ${bugs.length} planted bugs found`);
process.exitCode = found === bugs.length ? 0 : 1;
