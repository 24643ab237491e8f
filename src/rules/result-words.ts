import type { Rule, SaidExplanation } from './rule';

/**
 * Under which key a result has by what it was put into words. A symbol: it goes along wherever the result is copied, and
 * into no JSON and no message to a worker. Registered, so that every entry point of the package means the same.
 */
export const resultWords: unique symbol = Symbol.for('mapilint.resultWords');

/** What a result was worded from, so that it can be worded again without names. */
export interface ResultWords {
  readonly meta: Pick<Rule['meta'], 'id' | 'messages' | 'kinds'>;
  /** The explanation in `Sentence`s; undefined if there is none, or if the rule gave it as finished text. */
  readonly explanation?: SaidExplanation | undefined;
}
