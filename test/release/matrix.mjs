// npm run matrix [-- NAME]: the packed tarball in an empty project, by everyone who may install it, and whether it tells the
// same everywhere. Prints a line for each and ends with 1 if one fails. Everything comes from npm, so that a bare machine
// can run it; what needs Chromium is skipped, and said to be, where there is none.
import { consumers } from './consumers.mjs';
import { Project } from './project.mjs';
import { compareResults } from './results.mjs';

const RESULTS = 'the same results on Node 20, 22, 24 and in Chromium';
const wanted = process.argv[2] ?? '';
const project = new Project();
let [sound, failed] = [0, 0];

async function line(name, work) {
  if (!name.includes(wanted)) return;
  const start = performance.now();
  try {
    const told = await work();
    sound += 1;
    console.log(`ok      ${name}${told}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}: ${error.message}\n${String(error.stdout ?? '').slice(-1000)}`);
  }
}

async function tell(consume) {
  for (const { expected, found } of await consume(project))
    if (found !== expected)
      throw new Error(`printed ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  return '';
}

async function tellResults() {
  const { told, different } = await compareResults(project);
  if (different.length > 0)
    throw new Error(`${different.length} differ:\n${different.slice(0, 20).join('\n')}`);
  return `: ${told}`;
}

try {
  for (const { name, consume, isPossible } of consumers) {
    if (isPossible) await line(name, () => tell(consume));
    else console.log(`skipped ${name}: set CHROMIUM`);
  }
  await line(RESULTS, tellResults);
} finally {
  project.remove();
}
console.log(`${sound} of ${sound + failed} consumers`);
process.exitCode = failed > 0 ? 1 : 0;
