import { defaultPreset, severitySettings } from '../rules/index';
import type { FoundConfiguration } from '../report/command';
import type { Arguments } from './usage/arguments';
import type { Config } from './config';
import { knownRules, parseRuleSetting, selectRules, settingOf } from './rule-settings';
import type { RuleSelection } from './rule-settings';

type RuleArguments = Pick<Arguments, 'preset' | 'rule'>;

/** The rules that the command line and the configuration ask for; the command line wins. */
export function ruleSelectionOf({ preset, rule }: RuleArguments, config: Config): RuleSelection {
  const severities = Object.fromEntries(rule.map(parseRuleSetting));
  return selectRules(preset ?? config.preset ?? defaultPreset, { ...config.rules, ...severities });
}

/** What a report says of a configuration that was found: what its rules take away of its preset and the command line. */
export function foundConfiguration(args: RuleArguments, config: Config): FoundConfiguration | undefined {
  const { found } = config;
  if (found === undefined) return undefined;
  const without = ruleSelectionOf(args, { ...config, rules: {} });
  const applied = ruleSelectionOf(args, config);
  const lowered = [...knownRules.values()].flatMap((rule) => {
    const [from, to] = [settingOf(rule, without), settingOf(rule, applied)];
    return from !== 'off' && severitySettings.indexOf(to) < severitySettings.indexOf(from)
      ? [{ rule: rule.meta.id, from, to }]
      : [];
  });
  return { path: found, lowered };
}
