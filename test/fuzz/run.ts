// npm run fuzz -- --inputs 1000000 --format msg|pst|mfcmapi|tnef|eml|evt|event-text|ndr|reply [--first 0] [--jobs 2] [--hang 5000] [--seconds 60] [--stop] [--save FILE]
// Damages messages and does everything with what comes of them, in workers that are ended if one input takes too long.
// An input is made again by its number: npm run fuzz -- --first NUMBER --inputs 1 --save FILE

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz';
import { formats } from './formats';
import type { FormatName } from './formats';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    format: { type: 'string', default: 'msg' },
    first: { type: 'string', default: '0' },
    jobs: { type: 'string', default: '2' },
    hang: { type: 'string', default: '5000' },
    stop: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '36000' },
    save: { type: 'string' },
  },
});
if (!Object.hasOwn(formats, values.format))
  throw new Error(`--format is ${Object.keys(formats).join(', ')}, not ${values.format}`);
const name = values.format as FormatName;

const start = performance.now();
const first = Number(values.first);
const result = await fuzz({
  format: name,
  first,
  inputs: Number(values.inputs),
  jobs: Number(values.jobs),
  hangAfter: Number(values.hang),
  stopAtFirst: values.stop,
  seconds: Number(values.seconds),
});
for (const { seed, name: seedName, error } of result.faults.slice(0, 20))
  console.log(`input ${seed} (${seedName}): ${error}\n`);
for (const seed of result.hangs) console.log(`input ${seed}: no answer within ${values.hang} ms`);
if (values.save !== undefined) {
  const { seeds: seedsOf, mutate } = formats[name];
  const seeds = seedsOf();
  writeFileSync(values.save, mutate(seeds[first % seeds.length]?.bytes ?? new Uint8Array(0), first));
}
const { read, refused, faults, hangs, worst } = result;
const seconds = Math.round((performance.now() - start) / 1000);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${read + refused + faults.length + hangs.length} inputs: ${read} read, ${refused} refused with a typed error, ` +
    `${faults.length} untyped exceptions, ${hangs.length} hangs; slowest input ${worst.seed} took ${(worst.share * 100).toFixed(0)} % ` +
    `of 100 ms + 100 ns a byte; ${seconds} s, peak ${peak} MB`,
);
process.exitCode = faults.length + hangs.length > 0 || worst.share > 1 ? 1 : 0;
