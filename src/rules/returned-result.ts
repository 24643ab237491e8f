import { asGiven, checkArgument } from '../arguments/check';
import { aListOf, anObject, brandOf, oneWordOf } from '../arguments/kinds';
import { aSeverity } from './given-rules';
import { leadsSomewhere } from './returned-path';
import type { CheckResult, Observation } from './rule';
import { verdictsByGravity } from './verdicts';

const anOutcome = /* @__PURE__ */ oneWordOf(['fail', 'open', 'pass', 'not-applicable']);
const aVerdict = /* @__PURE__ */ oneWordOf(verdictsByGravity);
const observations = /* @__PURE__ */ aListOf('objects with code and path', [
  'an observation',
  (value) => {
    const { code, path } = (value ?? {}) as Partial<Observation>;
    return typeof code === 'string' && typeof path === 'string';
  },
]);
const people = /* @__PURE__ */ aListOf('people', anObject);

/**
 * Throws a `TypeError` for what no rule may return: a promise, a word that is none, a path that leads nowhere in the item,
 * an outcome that says something else than the problems. `item`: undefined of a piece of evidence, which has no paths.
 */
export function checkReturned(result: CheckResult, item: object | undefined): void {
  checkArgument('the rule', 'The result', result, anObject);
  refusePromise(result);
  const { outcome, verdict, reasons, problems, evidence = [], unreached = [] } = result;
  const checkPart = checkArgument.bind(undefined, 'its result');
  checkPart('The outcome', outcome, anOutcome);
  if (verdict !== undefined) checkPart('The verdict', verdict, aVerdict);
  checkPart('The reasons', reasons, observations);
  checkPart('The problems', problems, observations);
  checkPart('The evidence', evidence, observations);
  checkPart('The unreached', unreached, people);
  for (const { code, severity } of problems) checkArgument(code, 'The severity', severity, aSeverity);
  const none = problems.length === 0 ? 'no ' : '';
  if (none === '' ? outcome === 'pass' || outcome === 'not-applicable' : outcome === 'fail')
    throw new TypeError(`its result has ${none}problems, and the outcome ${outcome}`);
  const lost = item && [...reasons, ...problems, ...evidence].find(({ path }) => !leadsSomewhere(item, path));
  if (lost)
    throw new TypeError(`its result has the path ${asGiven(lost.path)}, which leads nowhere in the message`);
}

/** What is awaited comes too late: a rule is a function of what is in memory. */
function refusePromise(result: object): void {
  if (brandOf(result) !== 'Promise') return;
  (result as Promise<unknown>).catch(() => undefined); // nobody else hears that it failed
  throw new TypeError('it returned a promise: its check must not be async');
}
