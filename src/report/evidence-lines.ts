import type { Diagnosis } from '../rules/diagnose';
import { andMore, DEFAULT_WIDTH, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';

/** How many pieces of one item are told; JSON has them all. */
const MOST = 8;

/** What the evidence beside an item says of it, a paragraph a statement. */
export function evidenceLines({ results }: Diagnosis, options: LayoutOptions): string[] {
  const { width = DEFAULT_WIDTH } = options;
  const all = new Set(results.flatMap(({ evidence }) => evidence.map(({ message }) => message)));
  const lines = [...all].slice(0, MOST).map((message) => wrap('  Evidence: ', visible(message), width));
  return all.size > MOST ? [...lines, `  Evidence:${andMore(all.size - MOST, options)}`] : lines;
}
