import { recommendedRules } from './presets';
import { allRules } from './registry';
import type { Rule } from './rule';

/** The presets of rules, by the words that the command has for them. */
export const presets = ['recommended', 'all'] as const;

/** Which rules: `recommended`, those about delivery and about certain damage, or `all`. */
export type Preset = (typeof presets)[number];

/** The preset of a check for which nobody names one. */
export const defaultPreset: Preset = 'recommended';

/** The rules of a preset about one message. Throws a `TypeError` for a word that is none. */
export function rulesOfPreset(preset: Preset): readonly Rule[] {
  const byWord: Readonly<Record<string, readonly Rule[]>> = { recommended: recommendedRules, all: allRules };
  const rules = Object.hasOwn(byWord, preset) ? byWord[preset] : undefined;
  if (rules !== undefined) return rules;
  throw new TypeError(`${JSON.stringify(preset)} is no preset: ${presets.join(' or ')}`);
}
