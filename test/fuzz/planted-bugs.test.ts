import { expect, test } from 'vitest';
import { isFound, plantedBugs } from './planted-bugs';

test('the fuzzer finds a bug that is planted', async () => {
  const bug = plantedBugs.find(({ name }) => name === 'cut structure');
  expect(bug && (await isFound(bug, 60))).toBe(true);
}, 90_000);

test('twenty bugs are there to be planted', () => {
  expect(plantedBugs.length).toBeGreaterThanOrEqual(20);
  expect(new Set(plantedBugs.map(({ name }) => name)).size).toBe(plantedBugs.length);
});
