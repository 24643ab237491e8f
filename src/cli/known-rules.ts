import { allRules, duplicateItems } from '../rules/index';
import type { Rule, SetRule } from '../rules/index';
import { nearestName } from '../arguments/nearest-name';
import { visible } from '../report/command';
import { UsageError } from './usage/usage-error';

/** Every rule that can be named. */
export interface KnownRules {
  readonly rules: readonly Rule[];
  readonly ofSets: readonly SetRule[];
  get(id: string): KnownRule | undefined;
  isBuiltIn(id: string): boolean;
}

/** A rule about a message or about a set; only the first may have options. */
export type KnownRule = Pick<Rule, 'meta'> & Partial<Pick<Rule, 'checkOptions'>>;

/** The rules that are built in and those that were loaded. Throws a `UsageError` for two of one id. */
export function knownRulesWith(loaded: readonly Rule[]): KnownRules {
  const rules = [...allRules, ...loaded];
  const ofSets = [duplicateItems];
  const byId = new Map<string, KnownRule>();
  for (const rule of [...rules, ...ofSets]) {
    const { id } = rule.meta;
    if (byId.has(id)) throw new UsageError(visible(`There are two rules of the id ${JSON.stringify(id)}`));
    byId.set(id, rule);
  }
  const isBuiltIn = (id: string): boolean => byId.has(id) && !loaded.some(({ meta }) => meta.id === id);
  return { rules, ofSets, get: (id) => byId.get(id), isBuiltIn };
}

/** Every rule, in the order in which they are listed. */
export function listedRules({ rules, ofSets }: KnownRules): readonly KnownRule[] {
  return [...rules, ...ofSets];
}

/** Throws a `UsageError` for a rule that there is not; `where` names it, `hint` follows. */
export function checkKnown(id: string, known: KnownRules, where: string, hint = ''): void {
  if (known.get(id) !== undefined) return;
  throw new UsageError(visible(`${where}: ${unknownRule(id, known)}${hint}`));
}

/** That there is no rule of a name, with the name that may be meant. */
export function unknownRule(id: string, known: KnownRules): string {
  const near = nearestName(
    id,
    listedRules(known).map(({ meta }) => meta.id),
  );
  const hint = near === undefined ? 'mapilint rules lists the rules' : `did you mean ${near}?`;
  return `mapilint has no rule ${JSON.stringify(id)}; ${hint}`;
}
