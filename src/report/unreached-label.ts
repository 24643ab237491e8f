import type { Verdict } from '../rules/rule';

/** What precedes the people of an affected meeting. Only what evidence confirms is stated as a fact. */
export function unreachedLabel(verdict: Verdict | undefined): string {
  return verdict === 'confirmed' ? 'not reached' : 'not reached if sent';
}
