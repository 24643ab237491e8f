import { joinPath } from '../damage/path';
import { fingerprint } from './fingerprint';
import type { Identified } from './fingerprint';
import { checkReturned } from './returned-result';
import type { CheckResult, Observation, Rule } from './rule';
import { isSaid, wordsOf } from './sentence';
import { messageOf, RULE_FAILED } from './statement-words';
import { resultWords } from './result-words';
import type { ResultWords } from './result-words';
import type { Reason, RuleResult } from './rule-result';

/** What was thrown, in words, even if it cannot be turned into any. */
export function wordsOfError(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'something that is not an error';
  }
}

/** What a rule is applied to: an item and its path. */
interface Place {
  readonly item: Identified;
  readonly path: string;
  /** What tells its meeting. */
  readonly meeting?: (() => string | undefined) | undefined;
}

/** Applies a rule to an item, and puts what it says into words. A rule that throws becomes a finding. */
export function applyRule(rule: Rule, place: Place, check: () => CheckResult): RuleResult {
  const { item } = place;
  try {
    const result = check();
    checkReturned(result, 'recipients' in item ? item : undefined);
    return inWords(rule, place, result);
  } catch (error) {
    return inWords(rule, place, failure(wordsOfError(error)));
  }
}

function inWords({ meta }: Rule, { item, path, meeting }: Place, result: CheckResult): RuleResult {
  const { id } = meta;
  const word = <O extends Observation>(observation: O): O & Reason => ({
    ...observation,
    path: joinPath(path, observation.path),
    message: messageOf(meta, observation),
  });
  const { outcome, verdict, explanation, reasons, problems, evidence = [], unreached = [] } = result;
  const findings = problems.map((problem) => ({
    rule: id,
    ...word(problem),
    fingerprint: fingerprint(item, id, problem),
  }));
  const words = { reasons: reasons.map(word), findings, evidence: evidence.map(word) };
  const missed = unreached.length === 0 ? undefined : { meeting: meeting?.(), attendees: unreached };
  const said = { rule: id, path, outcome, verdict, ...words, unreached: missed };
  return { ...said, ...explained(meta, explanation) };
}

/** The explanation in words, and by what it and all else can be put into words again. */
function explained(
  meta: ResultWords['meta'],
  explanation: CheckResult['explanation'],
): Pick<RuleResult, 'explanation' | typeof resultWords> {
  if (explanation === undefined || !isSaid(explanation)) return { explanation, [resultWords]: { meta } };
  return { explanation: wordsOf(explanation), [resultWords]: { meta, explanation } };
}

/** A rule that throws says nothing about the message, and must not go unnoticed. */
function failure(error: string): CheckResult {
  const values = { error };
  return {
    outcome: 'open',
    reasons: [],
    problems: [{ code: RULE_FAILED, path: '', severity: 'error', values }],
  };
}
