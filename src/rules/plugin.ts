import type { Rule } from './rule';

/** A package of rules: what its default export is. */
export interface Plugin {
  readonly meta?: { readonly name?: string | undefined; readonly version?: string | undefined } | undefined;
  /** The rules, by the names by which a configuration asks for them. */
  readonly rules: Readonly<Record<string, Rule>>;
}

/** The rules of a plugin with the ids by which settings name them: `name/rule`. */
export function rulesOf(plugin: Plugin, name: string): Rule[] {
  return Object.entries(plugin.rules).map(([key, rule]) => ({
    ...rule,
    meta: { ...rule.meta, id: `${name}/${key}` },
  }));
}
