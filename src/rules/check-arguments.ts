import type { Message } from '../message/message';
import type { Rule } from './rule';

/** For callers without a compiler: a promise instead of a message, an id instead of a rule. */
export function checkArguments(message: Message | undefined, rules: readonly Partial<Rule>[]): void {
  if (!Array.isArray(message?.embedded))
    throw new TypeError('diagnose expects a Message: await what readMessage gives');
  const wrong = rules.findIndex((rule) => typeof rule.check !== 'function');
  if (wrong >= 0) throw new TypeError(`rules[${wrong}] is no rule: an object with meta and check`);
}
