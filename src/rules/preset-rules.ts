import { checkArgument } from '../arguments/check';
import { oneWordOf } from '../arguments/kinds';
import { recommendedRules } from './presets';
import { allRules } from './registry';
import type { Rule } from './rule';

/** The presets of rules, by the words that the command has for them. */
export const presets = ['recommended', 'all'] as const;

/** Which rules: `recommended`, those about delivery and about certain damage, or `all`. */
export type Preset = (typeof presets)[number];

/** The preset of a check for which nobody names one. */
export const defaultPreset: Preset = 'recommended';

const rulesByPreset: Readonly<Record<Preset, readonly Rule[]>> = {
  recommended: recommendedRules,
  all: allRules,
};

/** The rules of a preset about one message. Throws a `TypeError` for a word that is none. */
export function rulesOfPreset(preset: Preset): readonly Rule[] {
  checkArgument('rulesOfPreset', 'The preset', preset, oneWordOf(presets));
  return rulesByPreset[preset];
}
