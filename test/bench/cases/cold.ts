import { join } from 'node:path';
import { root } from '../built-programs';
import { pathsOf } from '../generate/cache';
import { smallSet } from '../generate/sets';
import { bareRun, runNode, wholeRun } from '../process-runner';
import { median } from '../statistics';
import { measureWhole } from '../whole-runner';
import { timingsOf } from './case';
import type { Case } from './case';

const command = join(root, 'dist/cli.js');
const door = (name: string): string => JSON.stringify(join(root, 'dist', name));

/** Milliseconds. */
const goals = {
  'mapilint check': 20,
  'mapilint check, no code cache': 40,
  "import 'mapilint'": 14,
  "require('mapilint')": 9,
};

/** The command line over one Unicode message, nothing being warm but the page cache. */
export const cold: Case = {
  name: 'cold',
  measure: async ({ wholeRounds }) => {
    const meeting = smallSet().find(({ shape }) => shape.meeting);
    const paths = meeting === undefined ? [] : pathsOf([meeting]);
    const { cpu } = await measureWhole(
      {
        'bare Node': bareRun,
        'mapilint check': () => runNode([command, 'check', ...paths], [0, 1]),
        'mapilint check, no code cache': () =>
          runNode([command, 'check', '--no-code-cache', ...paths], [0, 1]),
        "import 'mapilint'": () => runNode(['--input-type=module', '-e', `import ${door('index.js')}`]),
        "require('mapilint')": () => runNode(['-e', `require(${door('index.cjs')})`]),
        mapilint: wholeRun('mapilint', paths),
        msgreader: wholeRun('msgreader', paths),
      },
      wholeRounds * 3,
      ['mapilint', 'msgreader'],
    );
    const bare = cpu.of('bare Node');
    const added = (name: string): number =>
      median(cpu.of(name).map((value, round) => value - (bare[round] ?? NaN)));
    const shared = { case: 'cold', unit: 'ms' } as const;
    return {
      timings: timingsOf('one file, whole process', cpu),
      figures: [
        ...Object.entries(goals).map(([name, atMost]) => ({
          ...shared,
          what: `${name}, CPU above bare Node`,
          value: added(name) / 1000,
          goal: { atMost },
        })),
        { ...shared, what: 'msgreader, CPU above bare Node', value: added('msgreader') / 1000 },
        {
          case: 'cold',
          unit: '×',
          what: 'mapilint check ÷ msgreader, above bare Node',
          value: added('mapilint check') / added('msgreader'),
        },
      ],
    };
  },
};
