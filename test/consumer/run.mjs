// npm run consumers [-- NAME]: programs written by the documentation alone, compiled by a strict TypeScript against the packed
// tarball in an empty project, and run; what they print is compared. Prints a line for each and ends with 1 if one fails.
// Everything comes from npm; what needs Chromium is skipped, and said to be, where there is none.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Project } from '../release/project.mjs';
import { drivers } from './drivers.mjs';
import { programs } from './programs.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const wanted = process.argv[2] ?? '';
const project = new Project();
let [sound, failed] = [0, 0];

/** Compiles one program in the project, as if it were the only one there, and runs it. */
async function printedBy({ name, packages = [], args = [] }) {
  project.install('typescript@6.0.3', '@types/node@20.19.43', ...packages);
  cpSync(`${here}${name}`, project.path(name), { recursive: true });
  try {
    project.bin('tsc', '--project', 'tsconfig.json');
    const { run } = drivers[name] ?? {};
    return await (run?.(project) ?? project.run(process.execPath, [`out/${name}/main.js`, ...args]));
  } finally {
    rmSync(project.path(name), { recursive: true });
  }
}

async function line(program) {
  const start = performance.now();
  try {
    const expected = readFileSync(`${here}${program.name}/expected.txt`, 'utf8');
    const found = await printedBy(program);
    if (found !== expected) throw new Error(`it printed\n${found}\nnot\n${expected}`);
    sound += 1;
    console.log(`ok      ${program.name}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${program.name}: ${error.message}\n${String(error.stdout ?? '').slice(-3000)}`);
  }
}

try {
  cpSync(`${here}tsconfig.json`, project.path('tsconfig.json'));
  cpSync(`${root}samples`, project.path('samples'), { recursive: true });
  project.run(process.execPath, ['--import', 'tsx', `${here}mail.ts`, project.path('mail.msg')], root);
  for (const program of programs.filter(({ name }) => name.includes(wanted))) {
    if (drivers[program.name]?.isPossible ?? true) await line(program);
    else console.log(`skipped ${program.name}: set CHROMIUM`);
  }
} finally {
  project.remove();
}
console.log(`${sound} of ${sound + failed} programs`);
process.exitCode = failed > 0 ? 1 : 0;
