import type { Verdict } from './rule';

/** The verdicts from grave to none; what is not known is graver than what is known to be well. */
export const verdictsByGravity: readonly Verdict[] = [
  'confirmed',
  'likely',
  'possible',
  'undetermined',
  'unlikely',
  'not-applicable',
];

/** The gravest of some verdicts; undefined if there is none. */
export function gravest(verdicts: Iterable<Verdict | undefined>): Verdict | undefined {
  const given = new Set(verdicts);
  return verdictsByGravity.find((verdict) => given.has(verdict));
}
