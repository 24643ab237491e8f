import { asGiven, checkArgument } from '../arguments/check';
import { anObjectByName, forEachNamed } from './named-rules';
import type { Rule } from './rule';

/** Options by the IDs of the rules. A rule that is not in it has its defaults. */
export type OptionsOfRules = Readonly<Record<string, object>>;

/** Throws a `TypeError` for options of a rule that is not among these or takes none, and for those that it does not take. */
export function checkOptionsOfRules(of: string, rules: readonly Rule[], given: OptionsOfRules = {}): void {
  forEachNamed([of, 'options'], rules, given, ({ meta, checkOptions }, options) => {
    const what = `The options of ${asGiven(meta.id)}`;
    checkArgument(of, what, options, anObjectByName);
    if (meta.schema === undefined) throw new TypeError(`${what} are none: it takes no options`);
    checkOptions?.(options);
  });
}

/** The options of a rule: its defaults where none are given, and nothing that anybody can change. */
export function optionsOf({ meta }: Rule, given: OptionsOfRules = {}): object {
  const own = Object.hasOwn(given, meta.id) ? given[meta.id] : {};
  return Object.freeze({ ...kept(meta.defaultOptions), ...kept(own) });
}

/** A copy of what JSON can say, frozen to its depth. */
function kept(options: object = {}): object {
  return JSON.parse(JSON.stringify(options), (_, value: unknown) => Object.freeze(value)) as object;
}
