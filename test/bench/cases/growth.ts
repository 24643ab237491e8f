import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figure';
import { cacheFolder } from '../generate/cache';
import { grownFile } from '../generate/grown';
import type { GrownKind } from '../generate/grown';
import { bareRun, wholeRun } from '../process-runner';
import { measureWhole } from '../whole-runner';
import type { Case } from './case';

const MEGABYTE = 1 << 20;
const ROUNDS = 3;
/** How many there are in the smaller file; the larger has ten times as many. */
const counts: Readonly<Record<GrownKind, number>> = {
  recipients: 10_000,
  'embedded messages': 1000,
  // ten times as many still have tags below 0x8000, where names begin
  properties: 3000,
};

/** Ten times as much in a file: ten times the work, and how much memory. */
export const growth: Case = {
  name: 'growth',
  measure: async ({ smallCount }) => {
    const part = smallCount / 500; // a quick run has a fifth
    const figures: Figure[] = [];
    for (const [kind, most] of Object.entries(counts) as [GrownKind, number][])
      figures.push(...(await grown(kind, Math.round(most * part))));
    return { figures, timings: [] };
  },
};

async function grown(kind: GrownKind, count: number): Promise<Figure[]> {
  const [few, many] = [count, count * 10];
  const { cpu, peak } = await measureWhole(
    {
      bare: bareRun,
      few: wholeRun('mapilint-anomalies', [fileOf(kind, few)]),
      many: wholeRun('mapilint-anomalies', [fileOf(kind, many)]),
    },
    ROUNDS,
  );
  const added = (name: string): number => cpu.median(name) - cpu.median('bare');
  const size = many.toLocaleString('en');
  return [
    {
      case: 'growth',
      unit: '×',
      what: `time, ${size} ÷ ${few.toLocaleString('en')} ${kind}`,
      value: added('many') / added('few'),
      goal: { atMost: 12 },
    },
    { case: 'growth', unit: 'ms', what: `${size} ${kind}`, value: added('many') / 1000 },
    {
      case: 'growth',
      unit: 'MiB',
      what: `peak memory of ${size} ${kind}, above bare Node`,
      value: (peak.median('many') - peak.median('bare')) / MEGABYTE,
    },
  ];
}

function fileOf(kind: GrownKind, count: number): string {
  const folder = join(cacheFolder, 'grown');
  const path = join(folder, `${kind.replace(' ', '-')}-${count}.msg`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path)) writeFileSync(path, grownFile(kind, count));
  return path;
}
