import { asGiven, noSuch } from '../arguments/check';
import { brandOf } from '../arguments/kinds';
import type { Kind } from '../arguments/kinds';

/** What a caller says of rules by their ids, or one of them. */
export const anObjectByName: Kind = ['an object', (value) => brandOf(value) === 'Object'];

interface WithId {
  readonly meta: { readonly id: string };
}

/**
 * Goes through what a caller says of rules by their ids; what is undefined is as absent. Throws a `TypeError` for a rule that
 * does not exist, lest a typo go unnoticed.
 */
export function forEachNamed<R extends WithId, Said>(
  [of, option]: readonly [of: string, option: string],
  rules: readonly R[],
  given: Readonly<Record<string, Said>>,
  take: (rule: R, said: Exclude<Said, undefined>) => void,
): void {
  const ids = rules.map(({ meta }) => meta.id);
  for (const [id, said] of Object.entries(given)) {
    if (said === undefined) continue;
    const rule = rules[ids.indexOf(id)];
    if (rule === undefined)
      throw noSuch(`rule ${asGiven(id)} among the rules of ${of}, which ${option} names`, id, ids);
    take(rule, said as Exclude<Said, undefined>);
  }
}
