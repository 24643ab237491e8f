import { checkOptions } from '../arguments/check';
import { aListOf, anObject, oneWordOf } from '../arguments/kinds';
import { aSeverity } from './given-rules';
import type { CheckResult } from './rule';
import { verdictsByGravity } from './verdicts';

const returned = {
  outcome: oneWordOf(['fail', 'open', 'pass', 'not-applicable']),
  verdict: oneWordOf(verdictsByGravity),
  reasons: aListOf('objects', anObject),
  problems: aListOf('objects', anObject),
};

/** Throws a `TypeError` for what no rule may return: a word that is none, or problems of an item that is well. */
export function checkReturned({ outcome, verdict, reasons, problems }: CheckResult): void {
  checkOptions('its result', { outcome, verdict, reasons, problems }, returned);
  for (const { severity } of problems) checkOptions('its problem', { severity }, { severity: aSeverity });
  if (problems.length > 0 && (outcome === 'pass' || outcome === 'not-applicable'))
    throw new TypeError(`its result has problems, and the outcome ${outcome}`);
}
