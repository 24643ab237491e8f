import { join } from 'node:path';
import { root } from '../built-programs';
import { pathsOf } from '../generate/cache';
import { batchSet } from '../generate/sets';
import { runNode, wholeRun } from '../process-runner';
import type { FinishedProcess } from '../process-runner';
import { measureWhole } from '../whole-runner';
import { timingsOf } from './case';
import type { Case } from './case';

const MOST_ROUNDS = 5;

/** The command over a whole share of files, a line for each. */
export const checking: Case = {
  name: 'check',
  measure: async ({ wholeRounds, batchCount }) => {
    const paths = pathsOf(batchSet(batchCount));
    const { cpu, wall } = await measureWhole(
      {
        'one job': () => checked(paths, '1'),
        'two jobs': () => checked(paths, '2'),
        mapilint: wholeRun('mapilint', paths),
        'read-file': wholeRun('read-file', paths),
      },
      Math.min(wholeRounds, MOST_ROUNDS),
    );
    const shared = { case: 'check', unit: '×' } as const;
    return {
      timings: timingsOf('BATCH, mapilint check', cpu, paths.length),
      figures: [
        {
          ...shared,
          what: 'check, one job ÷ decodeMessage',
          value: cpu.ratio('one job', 'mapilint'),
          goal: { atMost: 4.5 },
        },
        {
          ...shared,
          what: 'check, one job ÷ readFileSync',
          value: cpu.ratio('one job', 'read-file'),
        },
        {
          ...shared,
          what: 'two jobs ÷ one, wall time',
          value: wall.ratio('two jobs', 'one job'),
          goal: { atMost: 0.65 },
        },
      ],
    };
  },
};

/** The files are named, since their folder may hold those of longer runs. */
function checked(paths: readonly string[], jobs: string): Promise<FinishedProcess> {
  const options = ['check', '--jobs', jobs, '--format', 'ndjson'];
  return runNode([join(root, 'dist/cli.js'), ...options, ...paths], [0, 1]);
}
