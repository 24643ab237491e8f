import { expect, test } from 'vitest';
import { nearestName } from '../../src/arguments/nearest-name';

test.each([
  ['recurence', 'recurrence'],
  ['RECURRENCE', 'recurrence'],
  ['organiser-row', 'organizer-row'],
  ['rganizer-row', 'organizer-row'],
  ['organizer-rows', 'organizer-row'],
  ['x'.repeat(10_000), undefined],
  ['', undefined],
])('the nearest name', (word, expected) => {
  expect(nearestName(word, ['recurrence', 'organizer-row'])).toBe(expected);
});

test('of two that are equally near, the first', () => {
  expect(nearestName('cat', ['bat', 'rat'])).toBe('bat');
  expect(nearestName('cat', [])).toBeUndefined();
});
