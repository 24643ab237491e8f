import { checkArgument } from '../arguments/check';
import { oneWordOf } from '../arguments/kinds';
import { recommendedRules } from './presets';
import { allRules } from './registry';
import type { Rule } from './rule';

/** The presets of rules, by their names in the command. */
export const presets = ['recommended', 'all'] as const;

/** A set of rules: `recommended`, the rules about delivery and about what can only be damage; or `all`. */
export type Preset = (typeof presets)[number];

/** The preset of a check that does not name one. */
export const defaultPreset: Preset = 'recommended';

const rulesByPreset: Readonly<Record<Preset, readonly Rule[]>> = {
  recommended: recommendedRules,
  all: allRules,
};

/** The rules of a preset that judge one message. Throws a `TypeError` for an unknown preset. */
export function rulesOfPreset(preset: Preset): readonly Rule[] {
  checkArgument('rulesOfPreset', 'The preset', preset, oneWordOf(presets));
  return rulesByPreset[preset];
}
