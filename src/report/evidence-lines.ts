import type { Diagnosis } from '../rules/diagnose';
import { andMore, DEFAULT_WIDTH, visible, wrap } from './layout';
import type { TextOptions } from './text-options';

/** How many pieces of one item are told; JSON has them all. */
const MOST = 8;

/** What the evidence beside an item says of it, a paragraph a statement. */
export function evidenceLines({ results }: Diagnosis, options: TextOptions): string[] {
  const { width = DEFAULT_WIDTH, sourceName } = options;
  const statements = results.flatMap(({ evidence }) => evidence);
  const all = new Set(
    statements.map(({ message, source }) => {
      const name = source === undefined ? undefined : sourceName?.(source);
      return name === undefined ? message : `${message} (${name})`;
    }),
  );
  const lines = [...all].slice(0, MOST).map((words) => wrap('  Evidence: ', visible(words), width));
  return all.size > MOST ? [...lines, `  Evidence:${andMore(all.size - MOST, options)}`] : lines;
}
