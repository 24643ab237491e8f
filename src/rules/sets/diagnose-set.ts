import { duplicateItems } from './duplicate-items';
import { fingerprintOfSet } from '../fingerprint';
import { RULE_FAILED, wordsOfError } from '../apply-rule';
import { rulesInForce, severityOf } from '../severities';
import type { Severities } from '../severities';
import type { ItemOfSet, SetFinding, SetProblem, SetRule } from './set-rule';

/** What `diagnoseSet` judges by. */
export interface SetOptions {
  /** Default: all there are, `duplicateItems`. */
  readonly rules?: readonly SetRule[] | undefined;
  /** By the ids of the rules: how much their findings matter, or `off`. */
  readonly severities?: Severities | undefined;
}

/** Applies rules about sets. A rule that throws becomes a finding of its own, about no item. */
export function diagnoseSet(
  items: readonly ItemOfSet[],
  { rules = [duplicateItems], severities = {} }: SetOptions = {},
): SetFinding[] {
  return rulesInForce(rules, severities).flatMap((rule) =>
    problemsFound(rule, items).map((problem) => {
      const { id, messages } = rule.meta;
      const found = problem.items.flatMap((index) => items[index] ?? []);
      const names = found.map(({ name }) => name);
      const words = messages[problem.code];
      const concerned = found.map(({ message }) => message);
      return {
        rule: id,
        ...problem,
        severity: severityOf(severities, id, problem),
        message: words?.({ ...problem.values, names: names.join(', ') }) ?? failureOf(problem),
        names,
        fingerprint: fingerprintOfSet(concerned, id, problem.code),
      };
    }),
  );
}

function problemsFound(
  { meta: { id, messages }, check }: SetRule,
  items: readonly ItemOfSet[],
): readonly SetProblem[] {
  try {
    const problems = check(items);
    const unworded = problems.find(({ code }) => !Object.hasOwn(messages, code));
    if (unworded !== undefined)
      throw new TypeError(`its messages have no words for the code ${unworded.code}`);
    return problems;
  } catch (error) {
    const values = { rule: id, error: wordsOfError(error) };
    return [{ code: RULE_FAILED, severity: 'error', items: [], values }];
  }
}

/** The words of the finding that a rule failed, the only one that a rule does not word itself. */
function failureOf({ values }: SetProblem): string {
  return `Rule ${values?.['rule']} failed: ${values?.['error']}`;
}
