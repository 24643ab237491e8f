import { expect, test } from 'vitest';
import { repairReachable } from '../support/pst-writer/checksum-repair';
import { mutatePst } from './mutate-pst';
import { pstSeeds } from './pst-seeds';

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

test.each(pstSeeds())('$name: damaged by number, and always in the same way', ({ bytes }) => {
  const sound = bytes.slice();
  let [damaged, rightChecksums] = [0, 0];
  for (let seed = 0; seed < 60; seed++) {
    const copy = mutatePst(bytes, seed);
    expect(equal(copy, mutatePst(bytes, seed)), `seed ${seed}`).toBe(true);
    if (equal(copy, bytes)) continue;
    damaged++;
    const repaired = copy.slice();
    repairReachable(repaired);
    if (equal(copy, repaired)) rightChecksums++;
  }
  expect(equal(bytes, sound)).toBe(true);
  expect(damaged).toBeGreaterThan(50);
  expect(rightChecksums).toBeGreaterThan(15);
  expect(rightChecksums).toBeLessThan(45);
});
