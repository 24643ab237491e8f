import { joinPath } from '../damage/path';
import { fingerprint } from './fingerprint';
import type { Identified } from './fingerprint';
import { sharedMessages } from './messages';
import type { CheckResult, Messages, Observation, Rule } from './rule';
import type { Reason, RuleResult } from './rule-result';

/** The code of the finding that a rule failed. */
export const RULE_FAILED = 'rule-failed';

/** What was thrown, in words, even if it cannot be turned into any. */
export function wordsOfError(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'something that is no error';
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
export function applyRule(rule: Rule, { item, path, meeting }: Place, check: () => CheckResult): RuleResult {
  const { id } = rule.meta;
  const word = <O extends Observation>(observation: O): O & Reason => ({
    ...observation,
    path: joinPath(path, observation.path),
    message: messageOf(rule, observation),
  });
  try {
    const { outcome, verdict, explanation, reasons, problems, evidence = [], unreached = [] } = check();
    const findings = problems.map((problem) => ({
      rule: id,
      ...word(problem),
      fingerprint: fingerprint(item, id, problem),
    }));
    const words = { reasons: reasons.map(word), findings, evidence: evidence.map(word) };
    const missed = unreached.length === 0 ? undefined : { meeting: meeting?.(), attendees: unreached };
    return { rule: id, path, outcome, verdict, explanation, ...words, unreached: missed };
  } catch (error) {
    const words = wordsOfError(error);
    const { outcome, problems } = failure(words);
    const findings = problems.map((problem) => ({
      ...problem,
      rule: id,
      path,
      message: `Rule ${id} failed: ${words}`,
      fingerprint: fingerprint(item, id, problem),
    }));
    const nothing = {
      verdict: undefined,
      explanation: undefined,
      reasons: [],
      evidence: [],
      unreached: undefined,
    };
    return { rule: id, path, outcome, ...nothing, findings };
  }
}

/** The words of an observation: the rule's own, else those that all rules share. A code without words is a rule's fault. */
function messageOf({ meta: { messages } }: Rule, { code, values = {} }: Observation): string {
  const wording: Messages = Object.hasOwn(messages, code) ? messages : sharedMessages;
  const words = Object.hasOwn(wording, code) ? wording[code] : undefined;
  if (words === undefined) throw new TypeError(`its messages have no words for the code ${code}`);
  return words(values);
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
