// Whole processes side by side: in turn, cold each time.

import { requireEqual } from './checksum';
import type { Checksum } from './checksum';
import { checksumOf } from './process-runner';
import type { FinishedProcess } from './process-runner';
import { PairedSamples } from './paired-runner';

/** What whole processes cost, by their names. */
export interface WholeSamples {
  /** Microseconds. */
  readonly cpu: PairedSamples;
  /** Milliseconds. */
  readonly wall: PairedSamples;
  /** Bytes. */
  readonly peak: PairedSamples;
}

/** Runs processes in turn, once in advance. Those named in `sameWork` must print the same checksum. */
export async function measureWhole(
  runs: Readonly<Record<string, () => Promise<FinishedProcess>>>,
  rounds: number,
  sameWork: readonly string[] = [],
): Promise<WholeSamples> {
  const cpu = new Map<string, number[]>();
  const wall = new Map<string, number[]>();
  const peak = new Map<string, number[]>();
  const checksums: Record<string, Checksum> = {};
  for (const [name, run] of Object.entries(runs)) {
    const finished = await run(); // brings programs and files into the page cache
    if (sameWork.includes(name)) checksums[name] = checksumOf(finished);
    for (const samples of [cpu, wall, peak]) samples.set(name, []);
  }
  requireEqual(checksums);
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const { cpuMicroseconds, wallMilliseconds, peakBytes } = await run();
      cpu.get(name)?.push(cpuMicroseconds);
      wall.get(name)?.push(wallMilliseconds);
      peak.get(name)?.push(peakBytes);
    }
  }
  return { cpu: new PairedSamples(cpu), wall: new PairedSamples(wall), peak: new PairedSamples(peak) };
}
