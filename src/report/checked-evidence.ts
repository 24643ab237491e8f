import { checkOptions } from '../arguments/check';
import { textKinds } from './text-options';
import type { Evidence } from '../evidence/decode-evidence';
import type { Diagnosis } from '../rules/diagnose';
import { plural } from '../rules/wording';
import { DEFAULT_WIDTH, visible, wrap } from './layout';
import type { TextOptions } from './text-options';

/** A piece of evidence that was judged by itself. There is no item, so there is no verdict. */
export interface CheckedEvidence {
  readonly path: string;
  readonly evidence: Evidence;
  readonly diagnosis: Diagnosis;
}

/** A piece of evidence as the JSON report has it. */
export interface EvidenceReport {
  readonly path: string;
  readonly kind: Evidence['kind'];
  readonly verdict: null;
  readonly product: string | null;
  readonly reasons: readonly object[];
  readonly findings: Diagnosis['findings'];
  readonly anomalies: Evidence['anomalies'];
}

const kinds: Readonly<Record<Evidence['kind'], string>> = {
  'event-log': 'event logs',
  ndr: 'non-delivery reports',
  reply: 'replies',
  'saved-meeting': 'saved meetings',
  'tracking-log': 'message tracking logs',
};

/** The findings in a piece of evidence as text: one line if there are none, otherwise a paragraph. */
export function formatEvidenceText(
  { path, evidence, diagnosis }: CheckedEvidence,
  options: TextOptions = {},
): string {
  checkOptions('formatEvidenceText', options, textKinds);
  const width = options.width ?? DEFAULT_WIDTH;
  const emphasise = options.emphasise ?? ((_, text) => text);
  const heading = emphasise('heading', visible(path));
  const { findings, results } = diagnosis;
  if (results.length === 0)
    return `${heading}: not judged – no enabled rule looks at ${kinds[evidence.kind]}`;
  if (findings.length === 0) {
    const words = results.flatMap(({ reasons }) => reasons.map(({ message }) => message)).join('; ');
    return `${heading}: ${emphasise('good', 'no findings')} – ${visible(words)}`;
  }
  const count = plural(findings.length, 'finding');
  return [
    `${heading}: ${emphasise('doubtful', 'FINDINGS')} – ${count}`,
    ...findings.map(({ message }) => wrap('  What: ', visible(message), width)),
  ].join('\n');
}

/** The report of a piece of evidence as a plain object, ready for JSON. */
export function toEvidenceReport({ path, evidence, diagnosis }: CheckedEvidence): EvidenceReport {
  const product =
    evidence.kind === 'reply' || evidence.kind === 'saved-meeting' ? evidence.product : undefined;
  return {
    path,
    kind: evidence.kind,
    verdict: null,
    product: product ?? null,
    reasons: diagnosis.results.flatMap(({ rule, reasons }) => reasons.map((reason) => ({ rule, ...reason }))),
    findings: diagnosis.findings,
    anomalies: evidence.anomalies,
  };
}
