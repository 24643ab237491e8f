import { expect, test } from 'vitest';
import type { Verdict } from '../../src/rules/rule';
import { gravest, verdictsByGravity } from '../../src/rules/verdicts';

test('every verdict has one place, and what is not known is graver than what is known to be well', () => {
  const places: Record<Verdict, number> = {
    confirmed: 0,
    likely: 1,
    possible: 2,
    undetermined: 3,
    unlikely: 4,
    'not-applicable': 5,
  };
  expect(Object.fromEntries(verdictsByGravity.map((verdict, place) => [verdict, place]))).toEqual(places);
});

test('of two verdicts the graver one counts, in whichever order they come', () => {
  verdictsByGravity.forEach((grave, place) => {
    for (const other of verdictsByGravity.slice(place)) {
      expect(gravest([grave, other])).toBe(grave);
      expect(gravest([other, grave])).toBe(grave);
    }
  });
});

test.each<[string, (Verdict | undefined)[], Verdict | undefined]>([
  ['no verdict', [], undefined],
  ['only rules without verdict', [undefined, undefined], undefined],
  ['a verdict among rules that give none', [undefined, 'not-applicable', undefined], 'not-applicable'],
  ['one verdict twice', ['unlikely', 'unlikely'], 'unlikely'],
  ['all verdicts', [...verdictsByGravity].reverse(), 'confirmed'],
])('%s', (_, verdicts, expected) => {
  expect(gravest(verdicts)).toBe(expected);
});

test('verdicts may come one by one', () => {
  function* given(): Generator<Verdict | undefined> {
    yield 'unlikely';
    yield undefined;
    yield 'possible';
  }
  expect(gravest(given())).toBe('possible');
});
