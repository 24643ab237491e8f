import { join } from 'node:path';
import { root } from '../built-programs';
import { pathsOf } from '../generate/cache';
import { smallSet } from '../generate/sets';
import { bareRun, runNode, wholeRun } from '../process-runner';
import { median } from '../statistics';
import { measureWhole } from '../whole-runner';
import { timingsOf } from './case';
import type { Case } from './case';

/** The command line over one Unicode message, nothing being warm but the page cache. */
export const cold: Case = {
  name: 'cold',
  measure: async ({ wholeRounds }) => {
    const meeting = smallSet().find(({ shape }) => shape.meeting);
    const paths = meeting === undefined ? [] : pathsOf([meeting]);
    const { cpu } = await measureWhole(
      {
        'bare Node': bareRun,
        'mapilint check': () => runNode([join(root, 'dist/cli.js'), 'check', ...paths], [0, 1]),
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
        {
          ...shared,
          what: 'mapilint check, CPU above bare Node',
          value: added('mapilint check') / 1000,
          goal: { atMost: 20 },
        },
        { ...shared, what: 'msgreader, CPU above bare Node', value: added('msgreader') / 1000 },
        {
          case: 'cold',
          unit: '×',
          what: 'mapilint check ÷ msgreader, above bare Node',
          value: added('mapilint check') / added('msgreader'),
          goal: { atMost: 0.6 },
        },
      ],
    };
  },
};
