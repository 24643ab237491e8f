import { afterAll, expect, test } from 'vitest';
import { PeerProcess } from './peer-process';
import { formatTallies } from './table';
import { counted, countInputs, tallyOf } from './tally';
import type { Count, DamagedInput } from './tally';

const madeUp = new URL('./made-up-peer.mjs', import.meta.url);
const patient = new PeerProcess(madeUp, { seconds: 20, memory: 32 });
const hasty = new PeerProcess(madeUp, { seconds: 0.2, memory: 32 });
const absent = new PeerProcess(new URL('./no-such-peer.mjs', madeUp), { seconds: 20, memory: 32 });
afterAll(() => {
  for (const reader of [patient, hasty, absent]) reader.end();
});

const sound = Uint8Array.of(0, 1);
const input = (...bytes: number[]): DamagedInput => ({ number: 0, sound, damaged: Uint8Array.from(bytes) });

const ofRefused = (...bytes: number[]): DamagedInput => ({ ...input(...bytes), sound: Uint8Array.of(1) });
const cases: readonly (readonly [DamagedInput, Count])[] = [
  [input(0, 1), 'same'],
  [input(0, 9), 'said'],
  [input(0, 2), 'silent'],
  [ofRefused(0, 1), 'incomparable'],
  [ofRefused(1), 'own-error-before'],
  [input(1), 'own-error'],
  [input(2), 'raw-error'],
  [input(7), 'raw-error'],
  [input(8, 1), 'same'],
  [input(4), 'out-of-memory'],
  [input(5), 'out-of-memory'],
  [input(6), 'died'],
  [input(0, 1), 'same'],
];

test('a peer is counted by what it does, and begins anew where it ended its process', async () => {
  const inputs = cases.map(([each]) => each);
  const [countedInputs, hung] = await Promise.all([
    countInputs((bytes) => patient.read(bytes), inputs),
    hasty.read(Uint8Array.of(3)),
  ]);
  expect(hung).toEqual({ kind: 'hang' });
  const tally = tallyOf(countedInputs);
  expect(tally.inputs.map(({ count }) => count)).toEqual(cases.map(([, count]) => count));
  expect(tally.inputs[5]?.error).toBe('Error: this is no file of mine');

  const table = formatTallies([{ name: 'made up', tally }]).split('\n');
  expect(table).toHaveLength(2 + Object.keys(counted).length);
  expect(table[0]).toBe('| 13 inputs | made up |');
  expect(table).toContain(`| ${counted['out-of-memory']} | 2 (15.4 %) |`);
});

test('a peer that cannot be loaded is no outcome', async () => {
  await expect(absent.read(Uint8Array.of(0))).rejects.toThrow(/cannot be loaded: [^]*ERR_MODULE_NOT_FOUND/);
});
