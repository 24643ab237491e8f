import { expect, test } from 'vitest';
import { checkSeed } from './check-seed';
import { meetingOf } from './generated';

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

test('60 meetings by chance; npm run repair-check has 2,000', () => {
  expect(SEEDS.flatMap(checkSeed)).toEqual([]);
});

test('the meetings are of all kinds', () => {
  const made = SEEDS.map(meetingOf);
  expect(new Set(made.map(({ container }) => container))).toHaveLength(4);
  expect(made.filter(({ zeros }) => zeros > 2).length).toBeGreaterThan(10);
});
