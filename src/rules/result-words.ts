import type { Rule, SaidExplanation } from './rule';

/**
 * Under which key a result has by what it was put into words. A symbol: it goes along wherever the result is copied, and
 * into no JSON and no message to a worker. Registered, so that every entry point of the package means the same.
 */
export const resultWords: unique symbol = Symbol.for('mapilint.resultWords');

/** By what a result was put into words, so that it can be again, without names. */
export interface ResultWords {
  readonly meta: Pick<Rule['meta'], 'id' | 'messages' | 'kinds'>;
  /** Undefined: there is none, or a rule gave it in finished words. */
  readonly explanation?: SaidExplanation | undefined;
}
