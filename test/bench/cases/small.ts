import { pathsOf } from '../generate/cache';
import { smallSet } from '../generate/sets';
import { measureWarm } from '../paired-runner';
import { wholeRun } from '../process-runner';
import { measureWhole } from '../whole-runner';
import { timingsOf } from './case';
import type { Case } from './case';

/** Small messages, read over and over. */
export const smallWarm: Case = {
  name: 'small-warm',
  measure: async ({ effort, smallCount }) => {
    const paths = pathsOf(smallSet(smallCount));
    const samples = await measureWarm(
      [
        { reader: 'mapilint', paths },
        { reader: 'mapilint-anomalies', paths },
        { reader: 'mapilint-file', paths },
        { reader: 'read-file', paths },
        { reader: 'cfb', paths },
        { reader: 'msgreader', paths },
      ],
      effort,
    );
    const shared = { case: 'small-warm', unit: '×' } as const;
    const ratio = (first: string, second: string): number => samples.ratio(first, second);
    return {
      timings: timingsOf('SMALL, warm', samples),
      figures: [
        {
          ...shared,
          what: 'msgreader ÷ mapilint',
          value: ratio('msgreader', 'mapilint'),
          goal: { atLeast: 26 },
        },
        { ...shared, what: 'cfb ÷ mapilint', value: ratio('cfb', 'mapilint'), goal: { atLeast: 5.5 } },
        {
          ...shared,
          what: 'mapilint ÷ readFileSync',
          value: ratio('mapilint', 'read-file'),
          goal: { atMost: 1.8 },
        },
        {
          ...shared,
          what: 'mapilint with anomalies ÷ readFileSync',
          value: ratio('mapilint-anomalies', 'read-file'),
          goal: { atMost: 2.8 },
        },
        {
          ...shared,
          what: 'readMessage(fromFile) ÷ decodeMessage',
          value: ratio('mapilint-file', 'mapilint'),
        },
      ],
    };
  },
};

/** A process that reads the small messages once. */
export const smallWhole: Case = {
  name: 'small-whole',
  measure: async ({ wholeRounds, smallCount }) => {
    const paths = pathsOf(smallSet(smallCount));
    const { cpu } = await measureWhole(
      {
        mapilint: wholeRun('mapilint', paths),
        'mapilint-file': wholeRun('mapilint-file', paths),
        'read-file': wholeRun('read-file', paths),
        cfb: wholeRun('cfb', paths),
        msgreader: wholeRun('msgreader', paths),
      },
      wholeRounds,
      ['mapilint', 'mapilint-file', 'cfb', 'msgreader'],
    );
    const shared = { case: 'small-whole', unit: '×' } as const;
    return {
      timings: timingsOf('SMALL, whole process', cpu, paths.length),
      figures: [
        {
          ...shared,
          what: 'msgreader ÷ mapilint',
          value: cpu.ratio('msgreader', 'mapilint'),
        },
        {
          ...shared,
          what: 'cfb ÷ mapilint',
          value: cpu.ratio('cfb', 'mapilint'),
          goal: { atLeast: 1.3 },
        },
        {
          ...shared,
          what: 'mapilint ÷ readFileSync',
          value: cpu.ratio('mapilint', 'read-file'),
          goal: { atMost: 2 },
        },
      ],
    };
  },
};
