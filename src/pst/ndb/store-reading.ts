import type { AnomalyLog, ReportDamage } from '../../damage/anomaly';
import type { NodeDatabase } from './node-database';

/**
 * How much one piece of work may decode. Blocks may be shared, so that a small file could be made to be read for hours:
 * what goes beyond a multiple of its size is refused.
 */
export class Allowance {
  /** How much is left; below 0 when more was asked for. */
  left: number;

  constructor(bytes: number) {
    this.left = bytes;
  }

  /** Whether so many bytes more may be decoded. */
  take(bytes: number): boolean {
    this.left -= bytes;
    return this.left >= 0;
  }
}

/** One piece of work on a store: begun anew where pages are missing, so it has a log of its own. */
export class StoreReading {
  readonly database: NodeDatabase;
  readonly log: AnomalyLog;
  readonly allowance: Allowance;
  readonly #said = new Set<string>();

  constructor(database: NodeDatabase, log: AnomalyLog, allowance: Allowance) {
    this.database = database;
    this.log = log;
    this.allowance = allowance;
  }

  /** As `log.at`, for damage that several lookups meet: the same is not said twice of one part. */
  at(path: string, storage: string): ReportDamage {
    const report = this.log.at(path);
    return (code, message, at) => {
      const key = `${path}\n${message}`;
      if (this.#said.has(key)) return;
      this.#said.add(key);
      report(code, message, { storage, ...at });
    };
  }
}
