import type { Verdict } from '../rules/rule';

/** What a diagnosis and a report have in common. */
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

/** The word that heads a report: the verdict; that something was found, if it is not on that; or that nothing was. */
export function headlineOf(judged: VerdictWithFindings): Verdict | 'findings' | 'no findings' {
  const { verdict, findings } = judged;
  if (findings.length > 0 && !isVerdictOnFindings(judged)) return 'findings';
  return verdict ?? 'no findings';
}
