import { damageKinds } from './damage';
import { FormatError, LimitError } from './errors';
import { joinPath } from './path';
import type { DamageCode, DamageKind, Loss } from './damage';
import type { Limits, Place } from './errors';

/** Damage that did not stop mapilint from reading: everything undamaged was read. */
export interface Anomaly extends Place, DamageKind {
  readonly code: DamageCode;
  /** What is damaged, the number found and the number expected, with the field names of the specification. */
  readonly message: string;
  /**
   * The tag of the property, such as `300B0102`, if the damage concerns only that property; absent if it may concern
   * others.
   */
  readonly tag?: string | undefined;
}

/** Records damage that was met while one part of a file was read. */
export type ReportDamage = (
  code: DamageCode,
  message: string,
  at?: Omit<Place, 'path'> & Partial<Pick<Anomaly, 'loses' | 'tag'>>,
) => void;

/** The same recorder for bytes of which the reader knows what they are for, and so what damage to them may cost. */
export function costing(loses: Loss, report: ReportDamage): ReportDamage {
  return (code, message, at) => {
    report(code, message, { ...at, loses });
  };
}

const limitOf: Readonly<Record<LimitError['code'], keyof Limits>> = {
  'limit-storage-depth': 'storageDepth',
  'limit-embedded-depth': 'embeddedDepth',
  'limit-recipients': 'recipients',
};

function isLimit(code: DamageCode): code is LimitError['code'] {
  return Object.hasOwn(limitOf, code);
}

/** Whether damage of severity error is the file's own, and no guard that tripped. */
export function isFormatDamage(anomaly: Anomaly): anomaly is Anomaly & Pick<FormatError, 'code'> {
  return anomaly.severity === 'error' && !isLimit(anomaly.code);
}

/** The damage of one file, once all of it was read. */
export interface DamageOfFile {
  readonly anomalies: readonly Anomaly[];
  readonly suppressedAnomalies: number;
  readonly suppressedErrors: number;
}

/** The damage met while one file was read; in strict mode the first error is thrown instead. */
export class AnomalyLog {
  readonly anomalies: Anomaly[] = [];
  /** How many more there were than `anomalies` may hold. */
  suppressed = 0;
  /** How many of those were of severity error. */
  suppressedErrors = 0;
  /** How many were of severity error, kept or not. */
  errorCount = 0;

  readonly #strict: boolean;
  readonly #limit: number;
  readonly #part: Pick<Place, 'part'> | undefined;

  /** `part`: the part of a mail in which offsets count. */
  constructor(strict: boolean, limit: number, part?: string) {
    this.#strict = strict;
    this.#limit = limit;
    this.#part = part === undefined ? undefined : { part };
  }

  /** A recorder for the part of the message that `path` names, such as `recipients[3]`, or will name when it is needed. */
  at(path: string | (() => string)): ReportDamage {
    return (code, message, at) => {
      const place = typeof path === 'string' ? path : path();
      this.#record({ code, ...damageKinds[code], message, path: place, ...this.#part, ...at });
    };
  }

  /** Takes the damage of a file that is an attachment; `path` names the message in it. */
  include(nested: DamageOfFile, path: string): void {
    for (const anomaly of nested.anomalies) this.#record({ ...anomaly, path: joinPath(path, anomaly.path) });
    this.suppressed += nested.suppressedAnomalies;
    this.suppressedErrors += nested.suppressedErrors;
    this.errorCount += nested.suppressedErrors;
  }

  #record(anomaly: Anomaly): void {
    if (anomaly.severity === 'error') {
      if (this.#strict) throw asError(anomaly);
      this.errorCount += 1;
    }
    if (this.anomalies.length < this.#limit) {
      this.anomalies.push(anomaly);
      return;
    }
    this.suppressed += 1;
    if (anomaly.severity === 'error') this.suppressedErrors += 1;
  }
}

function asError({ code, message, ...place }: Anomaly): Error {
  return isLimit(code)
    ? new LimitError(code, limitOf[code], message, place.path)
    : new FormatError(code, message, place);
}
