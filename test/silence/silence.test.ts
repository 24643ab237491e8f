import { describe, expect, test } from 'vitest';
import { runTrial } from './trial';
import type { Silence } from './trial';
import { formats, trials } from './trials';
import type { FormatName } from './trials';
import { kindOf } from './unprotected';

// A few of the changes that `npm run silence` makes: all of them take an hour.

/** Of how many changes one is tried: none of these numbers is a multiple of what repeats itself. */
const every: Readonly<Record<FormatName, number>> = {
  msg: 397,
  tnef: 127,
  pst: 14_983,
  mfcmapi: 1999,
  evt: 17,
};

const all = formats.flatMap((format) =>
  trials[format]().map((trial) => ({ format, name: trial.name, trial })),
);

describe.each(all)('$name, damaged in one place', ({ format, trial }) => {
  test('nothing is silent that can be seen, and nothing said to cost less than it did', async () => {
    const { changes, silent, understated } = await runTrial(trial, every[format]);
    expect(changes).toBeGreaterThan(10);
    const placeOf = trial.places?.(trial.bytes) ?? (() => '');
    const describeSilence = ({ difference, change }: Silence): string =>
      `${difference} in ${placeOf(change.offset)}: ${change.offset} ${change.what}`;
    const faults = silent.filter(
      ({ difference, change }) => kindOf(format, difference, placeOf(change.offset)) === undefined,
    );
    expect([...faults, ...understated].map(describeSilence)).toEqual([]);
  }, 60_000);
});
