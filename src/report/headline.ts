import type { Verdict } from '../rules/rule';

/** The part that a diagnosis and a report have in common. */
export interface VerdictWithFindings {
  readonly verdict: Verdict | null | undefined;
  readonly findings: readonly { readonly rule: string }[];
  readonly results: readonly { readonly rule: string; readonly verdict?: Verdict | null | undefined }[];
}

/** Whether the verdict is about what was found, and not that all is well while other rules found something. */
export function isVerdictOnFindings({ verdict, findings, results }: VerdictWithFindings): boolean {
  const judges = results.filter((result) => verdict && result.verdict === verdict).map(({ rule }) => rule);
  return findings.some(({ rule }) => judges.includes(rule));
}

/**
 * The headline of a report: the verdict; `findings` if something was found that the verdict is not about; `no findings`
 * if there is no verdict and no finding.
 */
export function headlineOf(judged: VerdictWithFindings): Verdict | 'findings' | 'no findings' {
  const { verdict, findings } = judged;
  if (findings.length > 0 && !isVerdictOnFindings(judged)) return 'findings';
  return verdict ?? 'no findings';
}
