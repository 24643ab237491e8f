import { allRules, duplicateItems, recommendedRules, rulesOfPreset, severitySettings } from '../rules/index';
import type { Rule, SetRule } from '../rules/index';
import type { Preset, Severities, SeveritySetting } from '../index';
import { UsageError } from './usage/usage-error';
import { nearestName } from '../arguments/nearest-name';

/** Every rule that can be named, by its id. */
export const knownRules: ReadonlyMap<string, Rule | SetRule> = new Map(
  [...allRules, duplicateItems].map((rule) => [rule.meta.id, rule]),
);

/** The rules about sets that a preset has. */
const setRulesOfPreset: Readonly<Record<Preset, readonly SetRule[]>> = {
  recommended: [],
  all: [duplicateItems],
};

/** Which rules a check applies, and how much their findings matter. */
export interface RuleSelection {
  readonly rules: readonly Rule[];
  readonly setRules: readonly SetRule[];
  readonly severities: Severities;
}

/** The rules of a preset and those that are given a severity, without those that are off. */
export function selectRules(preset: Preset, severities: Severities): RuleSelection {
  const isOn = (id: string): boolean => severities[id] !== 'off';
  const ofPreset = [...rulesOfPreset(preset), ...setRulesOfPreset[preset]];
  const ids = new Set([...ofPreset.map(({ meta }) => meta.id), ...Object.keys(severities)]);
  const inForce = <R extends Rule | SetRule>(rules: readonly R[]): R[] =>
    rules.filter(({ meta: { id } }) => ids.has(id) && isOn(id));
  return {
    rules: inForce(inOrder(preset)),
    setRules: inForce([duplicateItems]),
    severities: Object.fromEntries(Object.entries(severities).filter(([id]) => isOn(id))),
  };
}

/** The severity that a rule has in a selection. */
export function settingOf(rule: Rule | SetRule, selection: RuleSelection): SeveritySetting {
  const isInForce = [...selection.rules, ...selection.setRules].some((each) => each === rule);
  return isInForce ? (selection.severities[rule.meta.id] ?? rule.meta.severity) : 'off';
}

/** All rules about one message, those of the preset first and in its order. */
function inOrder(preset: Preset): readonly Rule[] {
  return preset === 'all' ? allRules : [...new Set([...recommendedRules, ...allRules])];
}

/** The settings of one kind of rules: `diagnose` and `diagnoseSet` refuse those of others. */
export function severitiesOf(severities: Severities, rules: readonly (Rule | SetRule)[]): Severities {
  const ids = new Set(rules.map(({ meta }) => meta.id));
  return Object.fromEntries(Object.entries(severities).filter(([id]) => ids.has(id)));
}

/** Understands `organizer-row=off`. */
export function parseRuleSetting(text: string): readonly [id: string, setting: SeveritySetting] {
  const [id = '', word, ...rest] = text.split('=');
  const setting = severitySettings.find((each) => each === word);
  const unknown = unknownRule(id);
  if (unknown !== undefined) throw new UsageError(`--rule ${text}: ${unknown}`);
  if (setting === undefined || rest.length > 0)
    throw new UsageError(`--rule is ID=${severitySettings.join('|')}, not ${JSON.stringify(text)}`);
  return [id, setting];
}

/** What is wrong with the name of a rule, with the name that may be meant; undefined: there is such a rule. */
export function unknownRule(id: string): string | undefined {
  if (knownRules.has(id)) return undefined;
  const near = nearestName(id, [...knownRules.keys()]);
  const hint = near === undefined ? '`mapilint rules` lists them' : `did you mean ${near}?`;
  return `no rule is called ${JSON.stringify(id)}; ${hint}`;
}
