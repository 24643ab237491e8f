import { expect, test } from 'vitest';
import { regularExpressionsOfSource } from '../support/regular-expressions';
import type { FoundExpression } from '../support/regular-expressions';
import { exhaust } from './regular-expressions/exhaust';
import { hostileStrings } from './regular-expressions/hostile-strings';

// `npm run regexps` proves the same by their automata, and takes two minutes.

const MEGABYTE = 1_000_000;
/** What is linear takes a hundredth of ENDED_AFTER for so many characters, what is quadratic several times as long. */
const SOURCE_LENGTH = 200_000;
const ENDED_AFTER = 5000;
const { expressions, made } = regularExpressionsOfSource();
const found = (source: string, flags: string, isRepeated: boolean): FoundExpression => ({
  place: '',
  source,
  flags,
  isRepeated,
});

test('no regular expression is made of a text while the program runs: nobody could prove it', () => {
  expect(made).toEqual([]);
});

test('every regular expression of the source takes linear time for hostile texts', () => {
  expect(expressions.length).toBeGreaterThan(200);
  const exhausted = expressions.flatMap(
    (expression) => exhaust(expression, SOURCE_LENGTH, ENDED_AFTER) ?? [],
  );
  expect(exhausted).toEqual([]);
}, 300_000);

test.each<[source: string, flags: string, isRepeated?: boolean]>([
  ['\\s+$', ''],
  ['\\0+$', ''],
  ['(?<=.)\\/+$', ''],
  ['(\\.\\d*?)0+Z$', ''],
  ['(\\d+)$', ''],
  ['(a+)+$', ''],
  ['^(a|aa)+$', ''],
  ['a*b?a*c', ''],
  ['.*x', ''],
  ['[^@]+@', ''],
  ['^a+b?[a-c]+d', ''],
  ['<([^>]*)>', ''],
  ['x\\s*,?\\s*y', ''],
  ['a(?=.*b)', 'g', true],
  ['x+y|x', 'g', true],
])('/%s/%s takes longer, and is found', (source, flags, isRepeated = false) => {
  expect(exhaust(found(source, flags, isRepeated), MEGABYTE, 50)).toBeDefined();
});

test.each(['(\\d{1,4})-x', '[ab]{2,40}', '\\p{L}+', '(?:ab|[cd]+)e', 'x(?<n>y*)\\k<n>', '(?<!a)b|^$|\\bc'])(
  'texts for /%s/ are made of what it repeats',
  (source) => {
    const texts = hostileStrings(source, 'u');
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.every(({ again }) => again !== '')).toBe(true);
  },
);

test('an expression that stands where nobody would look for it is found', () => {
  const places = expressions.map(({ place }) => place.replace(/:\d+$/, ''));
  for (const file of ['viewer/page/cells.ts', 'eml/mail-start.ts', 'evidence/event-log/moment.ts'])
    expect(places).toContain(file);
  expect(
    expressions.filter(({ isRepeated, flags }) => isRepeated && !flags.includes('g')).length,
  ).toBeGreaterThan(5);
});
