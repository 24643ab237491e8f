import { statSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder, hasCorpus } from '../../support/corpus';
import { countItems, countPages } from '../counted-store';
import type { Figure } from '../figure';
import { measureWarm } from '../paired-runner';
import type { PairedSamples } from '../paired-runner';
import { timingsOf } from './case';
import type { Case } from './case';
import { exportFigures } from './store-export';

/** The stores of the corpus that have a calendar with items, and that every reader reads. */
const stores = [
  'npm_pst-extractor/pstextractortest@outlook.com.ost',
  'aspose-email__Aspose.Email-for-.NET/Examples__Data__Outlook__Outlook.pst',
  'intellekthq__duckdb-pst/test__unittest.pst',
];
const MOST_ROUNDS = 5;
const readers = ['mapilint-store', 'pst-extractor', 'hiraoka-pst-extractor'] as const;

/** Every calendar item with its recipients. */
export const store: Case = {
  name: 'store',
  measure: async ({ effort, wholeRounds }) => {
    if (!hasCorpus) {
      console.warn('store: left out, since there is no corpus; set MAPILINT_CORPUS');
      return { figures: [], timings: [] };
    }
    const paths = stores.map((name) => join(corpusFolder, 'pst', name));
    const samples = await measureWarm(
      readers.map((reader) => ({ reader, paths })),
      effort,
    );
    const items = new Map<string, number>();
    for (const reader of readers) items.set(reader, await countItems(reader, paths));
    return {
      timings: timingsOf('calendars of 3 stores, warm', samples, 1),
      figures: [
        ...ratios(samples, items),
        ...(await pageFigures(paths)),
        ...(await exportFigures(paths[0] ?? '', Math.min(wholeRounds, MOST_ROUNDS))),
      ],
    };
  },
};

function ratios(samples: PairedSamples, items: ReadonlyMap<string, number>): Figure[] {
  const own = items.get('mapilint-store') ?? NaN;
  return [
    { case: 'store', unit: 'items', what: 'calendar items, mapilint', value: own },
    ...readers.slice(1).flatMap((peer): Figure[] => {
      const given = items.get(peer) ?? NaN;
      const ratio = samples.ratio(peer, 'mapilint-store');
      return [
        { case: 'store', unit: 'items', what: `calendar items, ${peer}`, value: given },
        { case: 'store', unit: '×', what: `${peer} ÷ mapilint, whole run`, value: ratio },
        {
          case: 'store',
          unit: '×',
          what: `${peer} ÷ mapilint, for each item given`,
          value: (ratio * own) / given,
          goal: { atLeast: 4 },
        },
      ];
    }),
  ];
}

async function pageFigures(paths: readonly string[]): Promise<Figure[]> {
  const [path = ''] = paths;
  const { pages, twice } = await countPages(path);
  return [
    { case: 'store', unit: 'pages', what: 'pages of 4 KiB read of the largest', value: pages },
    { case: 'store', unit: 'pages', what: 'of how many', value: Math.ceil(statSync(path).size / 4096) },
    { case: 'store', unit: 'pages', what: 'read twice', value: twice, goal: { atMost: 0 } },
  ];
}
