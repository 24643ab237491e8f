import type { CaseResult } from './figure';
import type { Machine } from './machine';

/** A run as it is kept in docs/benchmarks. */
export interface BenchReport extends CaseResult {
  /** The day in UTC, such as 2026-11-23. */
  readonly date: string;
  /** The versions of the peers. */
  readonly peers: Readonly<Record<string, string>>;
  readonly machine: Machine;
  /** The cases that could not be measured there. */
  readonly leftOut: readonly string[];
}
