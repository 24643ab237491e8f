import { checkArgument } from '../arguments/check';
import { aListOf, anObject, oneWordOf } from '../arguments/kinds';
import { aSeverity } from './given-rules';
import type { CheckResult } from './rule';
import { verdictsByGravity } from './verdicts';

const anOutcome = /* @__PURE__ */ oneWordOf(['fail', 'open', 'pass', 'not-applicable']);
const aVerdict = /* @__PURE__ */ oneWordOf(verdictsByGravity);
const observations = /* @__PURE__ */ aListOf('objects with code and path', anObject);

/** Throws a `TypeError` for what no rule may return: a word that is none, or problems of an item that is well. */
export function checkReturned(result: CheckResult): void {
  checkArgument('the rule', 'The result', result, anObject);
  const { outcome, verdict, reasons, problems } = result;
  checkArgument('its result', 'The outcome', outcome, anOutcome);
  if (verdict !== undefined) checkArgument('its result', 'The verdict', verdict, aVerdict);
  checkArgument('its result', 'The reasons', reasons, observations);
  checkArgument('its result', 'The problems', problems, observations);
  for (const { code, severity } of problems) checkArgument(code, 'The severity', severity, aSeverity);
  if (problems.length > 0 && (outcome === 'pass' || outcome === 'not-applicable'))
    throw new TypeError(`its result has problems, and the outcome ${outcome}`);
}
