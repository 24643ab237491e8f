// npm run repair-check [-- COUNT]: repairs so many meetings by chance (default 2,000) and looks at every byte of the copies.
import { checkSeed } from './check-seed';

const count = Number(process.argv[2] ?? 2000);
let wrong = 0;
for (let seed = 0; seed < count; seed++) {
  for (const line of checkSeed(seed)) {
    console.log(line);
    wrong += 1;
  }
}
console.log(`${count} meetings repaired, ${wrong} things not as they should be`);
process.exitCode = wrong === 0 ? 0 : 1;
