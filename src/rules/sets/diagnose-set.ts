import { checkArgument, checkOptions } from '../../arguments/check';
import type { OptionKinds } from '../../arguments/check';
import { aListOf } from '../../arguments/kinds';
import { aMessage } from '../../message/given-message';
import { duplicateItems } from './duplicate-items';
import { fingerprintOfSet } from '../fingerprint';
import { aListOfRules, checkRules } from '../given-rules';
import { wordsOfError } from '../apply-rule';
import { messageOf, RULE_FAILED } from '../statement-words';
import { resultWords } from '../result-words';
import { anObjectByName } from '../named-rules';
import { rulesInForce, severityOf } from '../severities';
import type { Severities } from '../severities';
import type { ItemOfSet, SetFinding, SetProblem, SetRule } from './set-rule';

/** How `diagnoseSet` judges. */
export interface SetOptions {
  /** The rules to apply. Default: all rules about sets, which is `duplicateItems`. */
  readonly rules?: readonly SetRule[] | undefined;
  /** The severity of a rule's findings, or `off`, by the rule's ID. */
  readonly severities?: Severities | undefined;
}

const setOptionKinds: OptionKinds<SetOptions> = { rules: aListOfRules, severities: anObjectByName };

const aListOfItems = /* @__PURE__ */ aListOf('objects with message and name', [
  'an item',
  (value) => {
    const { message, name } = (value ?? {}) as Partial<ItemOfSet>;
    return aMessage[1](message) && typeof name === 'string';
  },
]);

/** Applies rules to a set of items. A rule that throws becomes a finding of its own, which is not about any item. */
export function diagnoseSet(items: readonly ItemOfSet[], options: SetOptions = {}): SetFinding[] {
  checkArgument('diagnoseSet', 'The items', items, aListOfItems);
  checkOptions('diagnoseSet', options, setOptionKinds);
  const { rules = [duplicateItems], severities = {} } = options;
  checkRules('diagnoseSet', rules);
  return rulesInForce('diagnoseSet', rules, severities).flatMap((rule) =>
    problemsFound(rule, items).map((problem) => {
      const { meta } = rule;
      const { id } = meta;
      const found = problem.items.flatMap((index) => items[index] ?? []);
      const names = found.map(({ name }) => name);
      const concerned = found.map(({ message }) => message);
      return {
        rule: id,
        ...problem,
        severity: severityOf(severities, id, problem),
        message: messageOf(meta, { ...problem, values: { ...problem.values, names } }),
        names,
        fingerprint: fingerprintOfSet(concerned, id, problem.code),
        [resultWords]: { meta },
      };
    }),
  );
}

function problemsFound(
  { meta: { messages }, check }: SetRule,
  items: readonly ItemOfSet[],
): readonly SetProblem[] {
  try {
    const problems = check(items);
    const unworded = problems.find(({ code }) => !Object.hasOwn(messages, code));
    if (unworded !== undefined)
      throw new TypeError(`its messages have no words for the code ${unworded.code}`);
    return problems;
  } catch (error) {
    const values = { error: wordsOfError(error) };
    return [{ code: RULE_FAILED, severity: 'error', items: [], values }];
  }
}
