import { checkOptions } from '../arguments/check';
import { layoutKinds } from './layout';
import type { SetFinding } from '../rules/sets/set-rule';
import { DEFAULT_WIDTH, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';

/** A finding between files as it is reported: the files by their paths. */
export interface SetReport extends Omit<SetFinding, 'items' | 'names'> {
  readonly files: readonly string[];
}

/** The finding as a plain object, ready for JSON. */
export function toSetReport({
  rule,
  code,
  severity,
  message,
  values,
  names,
  fingerprint,
  known,
}: SetFinding): SetReport {
  return { rule, code, severity, message, values, files: names, fingerprint, known };
}

/** The problems between files, in words. Empty if there are none. */
export function formatSetFindings(findings: readonly SetFinding[], options: LayoutOptions = {}): string {
  checkOptions('formatSetFindings', options, layoutKinds);
  const { width = DEFAULT_WIDTH } = options;
  if (findings.length === 0) return '';
  return [
    'Between files',
    ...findings.map(({ severity, known, message }) =>
      wrap(`  ${known === true ? `known ${severity}` : severity}: `, visible(message), width),
    ),
  ].join('\n');
}
