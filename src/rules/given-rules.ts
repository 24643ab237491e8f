import { checkArgument, asGiven } from '../arguments/check';
import { aListOf, oneWordOf } from '../arguments/kinds';
import type { Kind } from '../arguments/kinds';
import type { Severity } from '../damage/damage';

/** What rules of every kind have in common. */
interface GivenRule {
  readonly meta: { readonly id: string; readonly severity: Severity };
}

export const aSeverity = /* @__PURE__ */ oneWordOf(['error', 'warning', 'info']);

/** An object that looks like a rule; what is in it `checkRules` looks at. */
export const aRule: Kind = [
  'a rule, which is an object with meta and check',
  (rule) => typeof (rule as Partial<{ check: unknown }> | null)?.check === 'function' && isIdentified(rule),
];
/** A list of these. */
export const aListOfRules = /* @__PURE__ */ aListOf('rules, which are objects with meta and check', aRule);

function isIdentified(rule: unknown): boolean {
  const { meta } = rule as { readonly meta?: { readonly id?: unknown; readonly messages?: unknown } };
  return typeof meta?.id === 'string' && typeof meta.messages === 'object';
}

/** Throws a `TypeError` for a rule whose severity is none, and for two of one id: settings and findings go by it. */
export function checkRules(of: string, rules: readonly GivenRule[]): void {
  const ids = new Set<string>();
  const [, isSeverity] = aSeverity;
  for (const { meta } of rules) {
    if (!isSeverity(meta.severity))
      // what is said of it costs as much as a rule
      checkArgument(of, `The severity of the rule ${asGiven(meta.id)}`, meta.severity, aSeverity);
    if (ids.has(meta.id)) throw new TypeError(`Two rules of ${of} have the id ${asGiven(meta.id)}`);
    ids.add(meta.id);
  }
}
