// npm run silence -- msg|tnef|pst|mfcmapi|evt [--every 1] [--first 0] [--list 4]
// Damages one place of a sound file after the other, and looks whether everything that is then read otherwise is said.

import { parseArgs } from 'node:util';
import { runTrial } from './trial';
import type { Silence } from './trial';
import { trials } from './trials';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    list: { type: 'string', default: '4' },
  },
});
for (const format of positionals) {
  if (!Object.hasOwn(trials, format))
    throw new Error(`${format} is none of ${Object.keys(trials).join(', ')}`);
  for (const trial of trials[format as keyof typeof trials]()) {
    const placeOf = trial.places?.(trial.bytes) ?? (() => trial.name);
    const { changes, refused, said, unchanged, understated, silent } = await runTrial(
      trial,
      Number(values.every),
      Number(values.first),
    );
    console.log(
      `${format} ${trial.name}: ${changes} changes: ${unchanged} change nothing, ${refused} refused, ${said} said, ${understated.length} understated, ${silent.length} silent`,
    );
    show('understated', understated, placeOf);
    show('silent', silent, placeOf);
  }
}

function show(title: string, list: readonly Silence[], placeOf: (offset: number) => string): void {
  const places = new Map<string, string[]>();
  for (const { difference, change } of list) {
    const place = `${difference} in ${placeOf(change.offset)}`;
    const changes = places.get(place) ?? [];
    places.set(place, [...changes, `${change.offset} ${change.what}`]);
  }
  for (const [place, changes] of places)
    console.log(
      `  ${title}: ${changes.length} of ${place}: ${changes.slice(0, Number(values.list)).join(', ')}`,
    );
}
