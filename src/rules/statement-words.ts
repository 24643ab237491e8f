import { sharedKinds, sharedMessages } from './messages';
import type { Messages, Observation, Rule } from './rule';
import type { ValueKinds } from './value-kinds';

/** The code of the finding that a rule failed. */
export const RULE_FAILED = 'rule-failed';

type Meta = Pick<Rule['meta'], 'id' | 'messages' | 'kinds'>;

/** How a code is put into words, and what its values are. */
interface WordingOfCode {
  readonly words: Messages[string];
  readonly kinds: ValueKinds | undefined;
}

/** The words of a code: the rule's own, else those that all rules share; undefined: it has none. */
export function wordingOf({ id, messages, kinds }: Meta, code: string): WordingOfCode | undefined {
  const words = Object.hasOwn(messages, code) ? messages[code] : undefined;
  if (words !== undefined) return { words, kinds };
  const shared: Messages = sharedMessages;
  const common = Object.hasOwn(shared, code) ? shared[code] : undefined;
  if (common !== undefined) return { words: common, kinds: sharedKinds };
  if (code !== RULE_FAILED) return undefined;
  return { words: ({ error }: { error?: string }) => `Rule ${id} failed: ${error ?? ''}`, kinds: undefined };
}

/** An observation in words. A code without words is a rule's fault. */
export function messageOf(meta: Meta, { code, values = {} }: Pick<Observation, 'code' | 'values'>): string {
  const words: unknown = wordingOf(meta, code)?.words(values);
  if (typeof words === 'string') return words;
  throw new TypeError(`its messages have no words for the code ${code}`);
}
