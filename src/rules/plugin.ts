import { checkArgument } from '../arguments/check';
import { brandOf } from '../arguments/kinds';
import type { Kind } from '../arguments/kinds';
import { aRule } from './given-rules';
import type { Rule } from './rule';

/** A package of rules: what its default export is. */
export interface Plugin {
  /** What it is called and its version, as its package.json has them; for reports. */
  readonly meta?: { readonly name?: string | undefined; readonly version?: string | undefined } | undefined;
  /** The rules, by the names by which a configuration asks for them. */
  readonly rules: Readonly<Record<string, Rule>>;
}

const aPlugin: Kind = [
  'a plugin: an object with rules',
  (value) => brandOf((value as Partial<Plugin> | null | undefined)?.rules) === 'Object',
];
const aName: Kind = [
  'a word of letters, digits, dots, hyphens and underscores',
  (value) => typeof value === 'string' && /^\w[\w.-]*$/.test(value),
];

/**
 * The rules of a plugin with the IDs that settings use: `name/rule`. The caller chooses the name, so two plugins may
 * have rules of the same name.
 */
export function rulesOf(plugin: Plugin, name: string): Rule[] {
  checkArgument('rulesOf', 'The plugin', plugin, aPlugin);
  checkArgument('rulesOf', 'The name of the plugin', name, aName);
  return Object.entries(plugin.rules).map(([key, rule]) => {
    checkArgument('rulesOf', 'The name of a rule', key, aName);
    checkArgument('rulesOf', `The rule ${key}`, rule, aRule);
    return {
      ...rule,
      meta: { ...rule.meta, id: `${name}/${key}` },
    };
  });
}
