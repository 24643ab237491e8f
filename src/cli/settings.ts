import { allRules, defaultPreset, severitySettings } from '../rules/index';
import type { Rule } from '../rules/index';
import type { FoundConfiguration, LoweredRule } from '../report/command';
import type { Config } from './configuration/config';
import { listedRules } from './known-rules';
import type { KnownRules } from './known-rules';
import { inOrderOf, RuleChoices, settingOf } from './rule-choices';
import type { RuleSelection } from './rule-choices';
import type { Arguments } from './usage/arguments';

type PresetArguments = Pick<Arguments, 'preset'>;

/** The rules that the command line and the configuration ask for; the command line wins. */
export function ruleChoicesOf(
  { preset: named }: PresetArguments,
  config: Config,
  loaded: readonly Rule[],
): RuleChoices {
  const preset = named ?? config.preset ?? defaultPreset;
  return new RuleChoices(preset, config, inOrderOf(preset, [...allRules, ...loaded]));
}

/** What a report says of a configuration that was found: what it takes away of its preset and the command line. */
export function foundConfiguration(
  args: PresetArguments,
  config: Config,
  known: KnownRules,
): FoundConfiguration | undefined {
  const { found, overrides, ignores } = config;
  if (found === undefined) return undefined;
  const without = ruleChoicesOf(args, { ...config, severities: {}, options: {}, overrides: [] }, []).base;
  const choices = ruleChoicesOf(args, config, []);
  const lowered = loweredBy(choices.base, without, known);
  const ofSome = overrides.flatMap(({ files }, index) =>
    loweredBy(choices.under(index), without, known).flatMap((each) =>
      lowered.some(({ rule, to }) => rule === each.rule && to === each.to) ? [] : [{ ...each, files }],
    ),
  );
  const withOptions = [config, ...overrides].flatMap(({ options }) => Object.keys(options));
  return {
    path: found,
    lowered: [...lowered, ...ofSome],
    ...(ignores.length === 0 ? {} : { ignores }),
    ...(withOptions.length === 0 ? {} : { options: [...new Set(withOptions)] }),
  };
}

function loweredBy(applied: RuleSelection, without: RuleSelection, known: KnownRules): LoweredRule[] {
  return listedRules(known).flatMap((rule) => {
    const [from, to] = [settingOf(rule, without), settingOf(rule, applied)];
    return from !== 'off' && severitySettings.indexOf(to) < severitySettings.indexOf(from)
      ? [{ rule: rule.meta.id, from, to }]
      : [];
  });
}
