// npm run estate [-- FILES MEETINGS]: a share of so many files (default 20,000 with 500 affected meetings), and whether every
// output of the built command says of it what was constructed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkEstate } from './check-estate';
import { writeEstate } from './generate';

const [files = '20000', meetings = '500'] = process.argv.slice(2);
const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mapilint-estate-'));
const GIGABYTE = 2 ** 30;

function check(...args: string[]): Promise<string> {
  const started = performance.now();
  const { stdout } = spawnSync(process.execPath, [command, 'check', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: GIGABYTE,
  });
  console.log(`check ${args.join(' ')}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return Promise.resolve(stdout);
}

const different = await checkEstate(folder, writeEstate(folder, Number(files), Number(meetings)), check);
rmSync(folder, { recursive: true });
for (const line of different.slice(0, 20)) console.log(line);
console.log(
  `${files} files with ${meetings} affected meetings: ${different.length} things not as constructed`,
);
process.exitCode = different.length === 0 ? 0 : 1;
