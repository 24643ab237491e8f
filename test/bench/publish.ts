// Keeps a report and makes page and plot from it.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchmarkPage } from './page';
import { plotTimings } from './plot';
import type { BenchReport } from './report';

/** Writes a report into `benchmarks/` below a folder of documentation. */
export function keepReport(docs: string, report: BenchReport): void {
  mkdirSync(join(docs, 'benchmarks'), { recursive: true });
  writeFileSync(join(docs, 'benchmarks', `${report.date}.json`), `${JSON.stringify(report, null, 2)}\n`);
}

/** Makes `benchmarks.md` and its plot from the newest report. */
export function publishNewest(docs: string): void {
  const folder = join(docs, 'benchmarks');
  const newest = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))
    .sort()
    .at(-1);
  if (newest === undefined) throw new Error(`no report in ${folder}: npm run bench makes one`);
  const report = JSON.parse(readFileSync(join(folder, newest), 'utf8')) as BenchReport;
  const page = join(docs, 'benchmarks.md');
  writeFileSync(join(folder, 'times.svg'), plotTimings(report.timings));
  const previous = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, benchmarkPage(report, 'times.svg', previous));
}
