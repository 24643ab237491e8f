import type { CaseResult, Timing } from '../figure';
import type { Effort, PairedSamples } from '../paired-runner';

/** How a run is made. */
export interface RunOptions {
  readonly effort: Effort;
  /** How often whole processes are run. */
  readonly wholeRounds: number;
  readonly smallCount: number;
  readonly batchCount: number;
}

export interface Case {
  readonly name: string;
  readonly measure: (options: RunOptions) => Promise<CaseResult>;
}

/** The median times of everyone who took part. */
export function timingsOf(set: string, samples: PairedSamples, filesPerSample = 1): Timing[] {
  return samples.names.map((reader) => ({
    set,
    reader,
    microseconds: samples.median(reader) / filesPerSample,
  }));
}
