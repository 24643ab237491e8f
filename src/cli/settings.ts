import type { Arguments } from './usage/arguments';
import { readConfig } from './config';
import { parseRuleSetting, selectRules } from './rule-settings';
import type { RuleSelection } from './rule-settings';

/** The rules that the command line and the configuration ask for; the command line wins. */
export async function ruleSelectionOf({ config, preset, rule }: Arguments): Promise<RuleSelection> {
  const severities = Object.fromEntries(rule.map(parseRuleSetting));
  const { preset: configured = 'recommended', rules } = await readConfig(config);
  return selectRules(preset ?? configured, { ...rules, ...severities });
}
