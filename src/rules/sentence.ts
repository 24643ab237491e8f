import type { Explanation, Person, SaidExplanation, Sentence } from './rule';
import { who } from './wording';

/** An explanation of fixed words, but for those of `todo` that are in parts. */
export type MostlyFixed = Omit<Explanation, 'todo'> & {
  readonly todo?: readonly (string | Sentence)[] | undefined;
};

/** Says of an explanation that all its words are the same in every file, but for people. */
export function said({ summary, cause, why, settle, todo }: MostlyFixed): SaidExplanation {
  return {
    summary: [summary],
    cause,
    why: why === undefined ? undefined : [why],
    settle: settle === undefined ? undefined : [settle],
    todo: todo?.map((step) => (typeof step === 'string' ? [step] : step)),
  };
}

export function isSaid(explanation: Explanation | SaidExplanation): explanation is SaidExplanation {
  return Array.isArray(explanation.summary);
}

/** The explanation in words; `shown` gives a person as they may be named. */
export function wordsOf(
  { summary, cause, why, settle, todo }: SaidExplanation,
  shown: (person: Person) => Person = (person) => person,
): Explanation {
  const words = (sentence: Sentence): string =>
    sentence
      .map((part) => (typeof part === 'string' ? part : part.map((person) => who(shown(person))).join(', ')))
      .join('');
  return {
    summary: words(summary),
    ...(cause === undefined ? {} : { cause }),
    ...(why === undefined ? {} : { why: words(why) }),
    ...(settle === undefined ? {} : { settle: words(settle) }),
    ...(todo === undefined ? {} : { todo: todo.map(words) }),
  };
}

/** How many people a sentence names. */
const MOST_NAMED = 20;

/** A sentence that ends in people by name and address. */
export function naming(words: string, people: readonly Person[]): Sentence {
  const more = people.length - MOST_NAMED;
  return [words, people.slice(0, MOST_NAMED), more > 0 ? ` and ${more} more.` : '.'];
}
