import { cpus, loadavg } from 'node:os';

/** What a run was made on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  /** How many processes wanted to run in the last minute, before and after. */
  readonly loadBefore: number;
  readonly loadAfter: number;
}

/** The machine as it is, to be completed when the run is over. */
export function describeMachine(): () => Machine {
  const processors = cpus();
  const loadBefore = load();
  return () => ({
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    node: process.versions.node,
    loadBefore,
    loadAfter: load(),
  });
}

function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}
