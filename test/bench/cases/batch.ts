import { pathsOf } from '../generate/cache';
import { batchSet } from '../generate/sets';
import { wholeRun, workersRun } from '../process-runner';
import { measureWhole } from '../whole-runner';
import { timingsOf } from './case';
import type { Case } from './case';

/** Slow readers over thousands of files: a few rounds say enough. */
const MOST_ROUNDS = 5;

/** A process that goes through a whole share of files. */
export const batch: Case = {
  name: 'batch',
  measure: async ({ wholeRounds, batchCount }) => {
    const paths = pathsOf(batchSet(batchCount));
    const { cpu, wall } = await measureWhole(
      {
        mapilint: wholeRun('mapilint', paths),
        'two workers': workersRun('mapilint', paths, 2),
        'mapilint-file': wholeRun('mapilint-file', paths),
        'read-file': wholeRun('read-file', paths),
        cfb: wholeRun('cfb', paths),
        msgreader: wholeRun('msgreader', paths),
      },
      Math.min(wholeRounds, MOST_ROUNDS),
      ['mapilint', 'two workers', 'mapilint-file', 'cfb', 'msgreader'],
    );
    const shared = { case: 'batch', unit: '×' } as const;
    return {
      timings: timingsOf('BATCH, whole process', cpu, paths.length),
      figures: [
        {
          ...shared,
          what: 'msgreader ÷ mapilint',
          value: cpu.ratio('msgreader', 'mapilint'),
          goal: { atLeast: 15 },
        },
        { ...shared, what: 'cfb ÷ mapilint', value: cpu.ratio('cfb', 'mapilint'), goal: { atLeast: 6 } },
        { ...shared, what: 'mapilint ÷ readFileSync', value: cpu.ratio('mapilint', 'read-file') },
        {
          ...shared,
          what: 'two workers ÷ one thread, wall time',
          value: wall.ratio('two workers', 'mapilint'),
          goal: { atMost: 0.65 },
        },
      ],
    };
  },
};
