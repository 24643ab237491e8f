/** What may be given in some place: how it is called in a sentence, and whether a value is it. */
export type Kind = readonly [called: string, is: (value: unknown) => boolean];

/** Values of another realm – a frame, a vm, the environment of a test – are no instances of this one's classes: brands count. */
export const brandOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

export const aFlag: Kind = ['true or false', (value) => typeof value === 'boolean'];
export const aText: Kind = ['a text', (value) => typeof value === 'string'];
export const aFunction: Kind = ['a function', (value) => typeof value === 'function'];
export const aDate: Kind = ['a valid Date', (value) => brandOf(value) === 'Date' && !isNaN(Number(value))];
export const anObject: Kind = ['an object', (value) => typeof value === 'object' && value !== null];
export const aSignal: Kind = ['an AbortSignal', (value) => brandOf(value) === 'AbortSignal'];

/* @__NO_SIDE_EFFECTS__ */
export function aWholeNumber(from: number, to = Infinity): Kind {
  const range = to === Infinity ? `from ${from} up` : `from ${from} to ${to}`;
  return [
    `a whole number ${range}`,
    (value) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to,
  ];
}

/* @__NO_SIDE_EFFECTS__ */
export function oneWordOf(words: readonly string[]): Kind {
  return [
    `one of ${words.map((word) => JSON.stringify(word)).join(', ')}`,
    (value) => words.includes(value as string),
  ];
}

/** A list of which each item is what `is` says; `called` in a sentence: `a list of rules`. */
/* @__NO_SIDE_EFFECTS__ */
export function aListOf(called: string, [, is]: Kind): Kind {
  return [`a list of ${called}`, (value) => Array.isArray(value) && value.every(is)];
}

/** One of two kinds. */
/* @__NO_SIDE_EFFECTS__ */
export function either([one, isOne]: Kind, [other, isOther]: Kind): Kind {
  return [`${one} or ${other}`, (value) => isOne(value) || isOther(value)];
}
