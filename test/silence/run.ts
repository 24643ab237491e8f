// npm run silence -- msg|tnef|pst|mfcmapi|evt [--every 1] [--first 0] [--from 0] [--to 1000000] [--list 4]
// Damages one place of a sound file after the other, and looks whether everything that is then read otherwise is said.
// `--from` and `--to`: only places at these offsets. Fails if anything is silent, or said to cost less than it did, unless it is of a kind that nobody can see.

import { parseArgs } from 'node:util';
import { formats, trials } from './trials';
import type { FormatName } from './trials';
import { runTrial } from './trial';
import type { Outcome, Silence, Trial } from './trial';
import { kindOf } from './unprotected';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: 'Infinity' },
    list: { type: 'string', default: '4' },
  },
});
const unknown = positionals.find((name) => !Object.hasOwn(trials, name));
if (unknown !== undefined || positionals.length === 0)
  throw new Error(`${unknown ?? 'Nothing'} is none of ${formats.join(', ')}`);

for (const format of positionals as FormatName[]) {
  for (const trial of trials[format]()) {
    const start = performance.now();
    const outcome = await runTrial(within(trial), Number(values.every), Number(values.first));
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`${trial.name}: ${summaryOf(outcome)}; ${seconds} s`);
    const placeOf = trial.places?.(trial.bytes) ?? (() => trial.name);
    const faults =
      show('silent', outcome.silent, placeOf, format) + show('understated', outcome.understated, placeOf);
    if (faults > 0) process.exitCode = 1;
  }
}

/** The changes at the offsets that are asked for. */
function within(trial: Trial): Trial {
  const [from, to] = [Number(values.from), Number(values.to)];
  return {
    ...trial,
    changes: function* (bytes) {
      for (const change of trial.changes(bytes))
        if (change.offset >= from && change.offset < to) yield change;
    },
  };
}

function summaryOf({ changes, unchanged, refused, said, understated, silent }: Outcome): string {
  return (
    `${changes} changes: ${unchanged} change nothing, ${refused} are refused, ${said} are said, ` +
    `${understated.length} understated, ${silent.length} silent`
  );
}

/** Lists changes by the place that was damaged, or by the proof that they cannot be seen; gives how many can. */
function show(
  title: string,
  list: readonly Silence[],
  placeOf: (offset: number) => string,
  format?: FormatName,
): number {
  const groups = new Map<string, string[]>();
  let faults = 0;
  for (const { difference, change } of list) {
    const place = placeOf(change.offset);
    const kind = format && kindOf(format, difference, place);
    if (kind === undefined) faults += 1;
    const group = kind === undefined ? `FAULT: ${difference} in ${place}` : `${difference}: ${kind.proof}`;
    groups.set(group, [...(groups.get(group) ?? []), `${change.offset} ${change.what}`]);
  }
  for (const [group, changes] of groups) {
    const shown = group.startsWith('FAULT') ? `: ${changes.slice(0, Number(values.list)).join(', ')}` : '';
    console.log(`  ${changes.length} ${title}, ${group}${shown}`);
  }
  return faults;
}
