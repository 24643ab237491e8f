import type { Figure, Timing } from '../figure';
import { pathOf, pathsOf } from '../generate/cache';
import { smallSet, wideFile } from '../generate/sets';
import { measureWarm } from '../paired-runner';
import { timingsOf } from './case';
import type { Case } from './case';

/** What the rules cost on top of reading. */
export const diagnosis: Case = {
  name: 'diagnose',
  measure: async ({ effort, smallCount }) => {
    const sets = {
      'SMALL, meetings': pathsOf(smallSet(smallCount).filter(({ shape }) => shape.meeting)),
      'WIDE 1,000': [pathOf(wideFile(1000))],
    };
    const figures: Figure[] = [];
    const timings: Timing[] = [];
    for (const [set, paths] of Object.entries(sets)) {
      const samples = await measureWarm(
        [
          { reader: 'mapilint', paths },
          { reader: 'mapilint-anomalies', paths },
          { reader: 'mapilint-diagnose', paths },
          { reader: 'mapilint-all-rules', paths },
        ],
        effort,
      );
      timings.push(...timingsOf(`${set}, with diagnose`, samples));
      figures.push({
        case: 'diagnose',
        what: `reading and diagnose ÷ reading with anomalies, ${set}`,
        value: samples.ratio('mapilint-diagnose', 'mapilint-anomalies'),
        unit: '×',
        ...(set.startsWith('SMALL') && { goal: { atMost: 1.3 } }),
      });
      figures.push({
        case: 'diagnose',
        what: `reading and all rules ÷ reading with anomalies, ${set}`,
        value: samples.ratio('mapilint-all-rules', 'mapilint-anomalies'),
        unit: '×',
      });
    }
    return { figures, timings };
  },
};
