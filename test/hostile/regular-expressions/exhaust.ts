import { createContext, Script } from 'node:vm';
import type { FoundExpression } from '../../support/regular-expressions';
import { hostileStrings } from './hostile-strings';
import type { HostileString } from './hostile-strings';

/** What an expression could not do in time. */
export interface Exhausted {
  readonly place: string;
  readonly source: string;
  readonly text: HostileString;
}

const context = createContext({});
/** Reads each text: once, or for every match in it. */
const run = new Script(`
  for (let index = 0; index < count; index++) {
    const text = textAt(index);
    if (isRepeated) text.replace(expression, '');
    else expression.test(text);
  }`);

/**
 * Runs an expression on its hostile texts of a length. Milliseconds are no measure here but a guard: what is linear
 * takes a few for a megabyte, what is not takes minutes, and is ended.
 */
export function exhaust(
  { place, source, flags, isRepeated }: FoundExpression,
  length: number,
  milliseconds: number,
  texts: readonly HostileString[] = hostileStrings(source, flags),
): Exhausted | undefined {
  let at = 0;
  const textAt = (index: number): string => {
    at = index;
    const { before, again, behind } = texts[index] as HostileString;
    return before + again.repeat(Math.ceil(length / again.length)) + behind;
  };
  const expression = new RegExp(source, isRepeated ? `${flags.replace('g', '')}g` : flags);
  Object.assign(context, { expression, isRepeated, count: texts.length, textAt });
  try {
    run.runInContext(context, { timeout: milliseconds });
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return { place, source, text: texts[at] as HostileString };
  }
}
