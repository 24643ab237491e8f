import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../figure';
import { bareRun, wholeRun } from '../process-runner';
import { median } from '../statistics';
import { measureWhole } from '../whole-runner';

/**
 * All items of a store with all their properties, beside libpff's `pffexport`, which is C and writes them as files. Both
 * without what starting a process costs. No figure where it is not installed.
 */
export async function exportFigures(path: string, rounds: number): Promise<Figure[]> {
  const exported = Array.from({ length: rounds }, () => exportTime(path));
  if (exported.includes(undefined)) {
    console.warn('store: pffexport is not installed (Debian: pff-tools), so nothing is compared with it');
    return [];
  }
  const { cpu } = await measureWhole(
    { 'bare Node': bareRun, 'mapilint-store-all': wholeRun('mapilint-store-all', [path]) },
    rounds,
  );
  const own = cpu.median('mapilint-store-all') - cpu.median('bare Node');
  return [
    {
      case: 'store',
      unit: '×',
      what: 'all items, mapilint ÷ pffexport',
      value: own / median(exported as number[]),
      goal: { atMost: 1.3 },
    },
  ];
}

/** Microseconds of CPU; undefined: there is no pffexport. */
function exportTime(path: string): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'mapilint-export-'));
  const script = 'TIMEFORMAT="%U %S"; time pffexport -q -m all -t "$1" "$2" >/dev/null 2>&1';
  const { stderr, status } = spawnSync('bash', ['-c', script, 'bash', join(folder, 'out'), path], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) return undefined;
  const [user = NaN, system = NaN] = stderr.trim().split(' ').map(Number);
  return (user + system) * 1e6;
}
