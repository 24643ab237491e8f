import { pathsOf } from '../generate/cache';
import { batchSet } from '../generate/sets';
import type { Figure } from '../figure';
import { tracedRun, wholeRun, workersRun } from '../process-runner';
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
        },
        { ...shared, what: 'cfb ÷ mapilint', value: cpu.ratio('cfb', 'mapilint') },
        {
          ...shared,
          what: 'mapilint ÷ readFileSync',
          value: cpu.ratio('mapilint', 'read-file'),
          goal: { atMost: 2.2 },
        },
        ...(await compilations(paths)),
        {
          ...shared,
          what: 'two workers ÷ one thread, wall time',
          value: wall.ratio('two workers', 'mapilint'),
        },
      ],
    };
  },
};

/** What V8's optimising compiler does meanwhile, as `--trace-opt` says it. */
async function compilations(paths: readonly string[]): Promise<Figure[]> {
  const trace = await tracedRun('mapilint', paths);
  const took = [...trace.matchAll(/^\[completed compiling .* took ([\d.]+), ([\d.]+), ([\d.]+) ms\]$/gm)];
  const milliseconds = took.reduce(
    (sum, [, ...parts]) => sum + parts.reduce((all, part) => all + Number(part), 0),
    0,
  );
  return [
    {
      case: 'batch',
      unit: 'functions',
      what: 'optimised by V8, once or several times',
      value: took.length,
      goal: { atMost: 80 },
    },
    { case: 'batch', unit: 'ms', what: 'in which V8 optimises', value: milliseconds, goal: { atMost: 250 } },
  ];
}
