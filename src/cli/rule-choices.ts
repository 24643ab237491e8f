import { duplicateItems, recommendedRules, rulesOfPreset } from '../rules/index';
import type { Rule, SetRule } from '../rules/index';
import type { Preset, Severities, SeveritySetting } from '../index';
import type { Config, RuleEntries } from './configuration/config';
import { isMeantBy } from './configuration/matching-paths';
import type { KnownRule } from './known-rules';

/** Which rules a check applies, how much their findings matter, and by what they judge. */
export interface RuleSelection extends RuleEntries {
  readonly rules: readonly Rule[];
  readonly setRules: readonly SetRule[];
}

/** The rules about sets that a preset has. */
const setRulesOfPreset: Readonly<Record<Preset, readonly SetRule[]>> = {
  recommended: [],
  all: [duplicateItems],
};

/** The rules by which each file is judged: those of the configuration, and what it says of some files otherwise. */
export class RuleChoices {
  /** Those of a file of which nothing else is said. */
  readonly base: RuleSelection;
  /** Every rule that some file is judged by. */
  readonly everyRule: readonly Rule[];
  readonly #all: readonly Rule[];
  readonly #preset: Preset;
  readonly #config: Config;
  readonly #tests: readonly ((path: string) => boolean)[];
  readonly #made = new Map<string, RuleSelection>();

  /** `all`: the rules that there are, those of the preset first. */
  constructor(preset: Preset, config: Config, all: readonly Rule[]) {
    this.#preset = preset;
    this.#config = config;
    this.#all = all;
    this.#tests = config.overrides.map(({ files }) => isMeantBy(files, config.base));
    this.base = this.#selection([]);
    const used = new Set([
      ...this.base.rules,
      ...config.overrides.flatMap((_, index) => this.#selection([index]).rules),
    ]);
    this.everyRule = all.filter((rule) => used.has(rule));
  }

  /** The rules for a file. */
  for(path: string): RuleSelection {
    if (this.#tests.length === 0) return this.base;
    return this.#selection(this.#tests.flatMap((test, index) => (test(path) ? [index] : [])));
  }

  /** The rules of files of which one override says something, and no other. */
  under(override: number): RuleSelection {
    return this.#selection([override]);
  }

  #selection(overrides: readonly number[]): RuleSelection {
    const key = overrides.join();
    const made = this.#made.get(key) ?? this.#select(overrides);
    this.#made.set(key, made);
    return made;
  }

  #select(overrides: readonly number[]): RuleSelection {
    const { severities, options, command } = this.#config;
    const applied = overrides.flatMap((index) => this.#config.overrides[index] ?? []);
    const settings = Object.assign(
      {},
      severities,
      ...applied.map((each) => each.severities),
      command,
    ) as Severities;
    const ofPreset = [...rulesOfPreset(this.#preset), ...setRulesOfPreset[this.#preset]];
    const ids = new Set([...ofPreset.map(({ meta }) => meta.id), ...Object.keys(settings)]);
    const inForce = <R extends Rule | SetRule>(rules: readonly R[]): R[] =>
      rules.filter(({ meta: { id } }) => ids.has(id) && settings[id] !== 'off');
    return {
      rules: inForce(this.#all),
      setRules: inForce([duplicateItems]),
      severities: Object.fromEntries(Object.entries(settings).filter(([, setting]) => setting !== 'off')),
      options: Object.assign({}, options, ...applied.map((each) => each.options)) as RuleEntries['options'],
    };
  }
}

/** The rules about one message, those of the preset first and in its order. */
export function inOrderOf(preset: Preset, rules: readonly Rule[]): readonly Rule[] {
  return preset === 'all' ? rules : [...new Set([...recommendedRules, ...rules])];
}

/** The severity that a rule has in a selection. */
export function settingOf(rule: KnownRule, selection: RuleSelection): SeveritySetting {
  const { id, severity } = rule.meta;
  const isInForce = [...selection.rules, ...selection.setRules].some(({ meta }) => meta.id === id);
  return isInForce ? (selection.severities[id] ?? severity) : 'off';
}

/** What is said of one kind of rules: `diagnose` and `diagnoseSet` refuse what is said of others. */
export function entriesOfRules<T>(
  entries: Readonly<Record<string, T>>,
  rules: readonly (Rule | SetRule)[],
): Record<string, T> {
  const ids = new Set(rules.map(({ meta }) => meta.id));
  return Object.fromEntries(Object.entries(entries).filter(([id]) => ids.has(id)));
}
