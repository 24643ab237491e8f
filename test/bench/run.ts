// npm run bench -- [--only CASE[,CASE]] [--quick] [--batch 5000]
// Measures, prints a table, and, if every case was measured thoroughly, keeps the report and makes docs/benchmarks.md anew.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPrograms, root } from './built-programs';
import { batch } from './cases/batch';
import { browser } from './cases/browser';
import type { Case, RunOptions } from './cases/case';
import { checking } from './cases/check';
import { cold } from './cases/cold';
import { diagnosis } from './cases/diagnose';
import { growth } from './cases/growth';
import { large } from './cases/large';
import { retained } from './cases/retained';
import { size } from './cases/size';
import { smallWarm, smallWhole } from './cases/small';
import { store } from './cases/store';
import { wide } from './cases/wide';
import type { Figure, Timing } from './figure';
import { cacheFolder, removeOtherEditions } from './generate/cache';
import { describeMachine } from './machine';
import { keepReport, publishNewest } from './publish';
import type { BenchReport } from './report';
import { formatTable } from './table';

const cases: readonly Case[] = [
  smallWarm,
  smallWhole,
  batch,
  checking,
  large,
  wide,
  growth,
  store,
  diagnosis,
  retained,
  cold,
  size,
  browser,
];

const peers = ['cfb', '@kenjiuno/msgreader', 'pst-extractor', '@hiraokahypertools/pst-extractor'];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    batch: { type: 'string' },
  },
});

const wanted = values.only?.split(',') ?? cases.map(({ name }) => name);
const unknown = wanted.filter((name) => !cases.some((each) => each.name === name));
if (unknown.length > 0)
  throw new Error(`no case ${unknown.join(', ')}: ${cases.map(({ name }) => name).join(', ')}`);

const thorough: RunOptions = {
  effort: { rounds: 15, warmUpMilliseconds: 3000, sampleMilliseconds: 250 },
  wholeRounds: 11,
  smallCount: 500,
  batchCount: Number(values.batch ?? 5000),
};
const quick: RunOptions = {
  effort: { rounds: 3, warmUpMilliseconds: 500, sampleMilliseconds: 50 },
  wholeRounds: 3,
  smallCount: 100,
  batchCount: Number(values.batch ?? 300),
};

const { status } = spawnSync(process.execPath, ['build.mjs', '--if-stale'], { cwd: root, stdio: 'inherit' });
if (status !== 0) throw new Error('the build failed');
await buildPrograms();
removeOtherEditions();

const machine = describeMachine();
const figures: Figure[] = [];
const timings: Timing[] = [];
const leftOut: string[] = [];
for (const { name, measure } of cases.filter((each) => wanted.includes(each.name))) {
  console.error(`${name} …`);
  const result = await measure(values.quick ? quick : thorough);
  if (result.figures.length === 0) leftOut.push(name);
  figures.push(...result.figures);
  timings.push(...result.timings);
}
console.log(formatTable(figures));

const report: BenchReport = {
  date: new Date().toISOString().slice(0, 10),
  peers: Object.fromEntries(peers.map((name) => [name, versionOf(name)])),
  machine: machine(),
  leftOut,
  figures,
  timings,
};
const isPublished = !values.quick && values.only === undefined && values.batch === undefined;
const docs = isPublished ? join(root, 'docs') : join(cacheFolder, 'docs');
mkdirSync(docs, { recursive: true });
keepReport(docs, report);
publishNewest(docs);
if (!isPublished) console.error(`a partial run: kept in ${docs}, not in docs/`);

function versionOf(peer: string): string {
  const manifest = readFileSync(join(root, 'node_modules', peer, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
