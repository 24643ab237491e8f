import type { Diagnosis } from '../rules/diagnose';
import { visible, wrap } from './layout';

/** How many pieces of one item are told; JSON has them all. */
const MOST = 8;

export function joined(words: readonly string[]): string {
  return words.join('; ');
}

/** What the evidence beside an item says of it, a paragraph a statement. */
export function evidenceLines({ results }: Diagnosis, width: number): string[] {
  const all = results.flatMap(({ evidence }) => evidence.map(({ message }) => message));
  const told = [...new Set(all)];
  const lines = told.slice(0, MOST).map((message) => wrap('  Evidence: ', visible(message), width));
  const more = told.length - MOST;
  return more > 0 ? [...lines, `  Evidence: and ${more} more (--format json lists them)`] : lines;
}
