import type { Diagnosis, Finding, SetFinding } from '../../index';
import type { Baseline } from '../baseline';
import type { Arguments } from '../usage/arguments';
import type { FindingsStanding } from './file-outcome';
import type { Redaction } from './redaction';

/** Tells the findings of an earlier run from those that are new. */
export class Comparison {
  readonly #prints: ReadonlySet<string> | undefined;
  readonly #redaction: Redaction;

  /** Undefined: nothing is compared, and findings are neither. */
  constructor(baseline: Baseline | undefined, redaction: Redaction) {
    this.#prints = baseline?.prints;
    this.#redaction = redaction;
  }

  marked(diagnosis: Diagnosis): Diagnosis {
    if (this.#prints === undefined) return diagnosis;
    const results = diagnosis.results.map((result) => ({
      ...result,
      findings: result.findings.map((finding) => this.finding(finding)),
    }));
    const { explanation } = diagnosis;
    const findings = diagnosis.findings.map((finding) => this.finding(finding));
    return { ...diagnosis, explanation, findings, results };
  }

  finding<F extends Finding | SetFinding>(finding: F): F {
    if (this.#prints === undefined) return finding;
    return { ...finding, known: this.#inBaseline(finding.fingerprint) !== undefined };
  }

  /** How many of some findings are known and new; undefined: nothing is compared. */
  standingOf(findings: readonly Pick<Finding, 'known' | 'fingerprint'>[]): FindingsStanding | undefined {
    if (this.#prints === undefined) return undefined;
    const known = findings.filter((finding) => finding.known === true);
    return {
      known: known.length,
      new: findings.length - known.length,
      met: known.flatMap(({ fingerprint }) => this.#inBaseline(fingerprint) ?? []),
    };
  }

  /** A baseline that was made with `--redact` has the fingerprint as it is shown. */
  #inBaseline(fingerprint: string): string | undefined {
    if (this.#prints?.has(fingerprint) === true) return fingerprint;
    const shown = this.#redaction.fingerprint(fingerprint);
    return this.#prints?.has(shown) === true ? shown : undefined;
  }
}

/** Whether the exit code is about a finding: by its severity, unless a baseline has it. */
export function isGrave(
  { severity, known = false }: Pick<Finding, 'severity' | 'known'>,
  { failOn }: Pick<Arguments, 'failOn'>,
): boolean {
  return !known && (severity === 'error' || severity === failOn);
}
