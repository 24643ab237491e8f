import { countReads } from '../counted-file';
import type { Figure } from '../figure';
import { pathOf } from '../generate/cache';
import { largeFile, largeLayouts, manyAttachmentsFile } from '../generate/sets';
import { measureWarm } from '../paired-runner';
import type { Contestant, PairedSamples } from '../paired-runner';
import { bareRun, wholeRun } from '../process-runner';
import { measureWhole } from '../whole-runner';
import { timingsOf } from './case';
import type { Case, RunOptions } from './case';

const MEGABYTES = 100;
const MIB = 2 ** 20;

/** Recipients beside attachments of 100 MB: nothing of those should be paid for. */
export const large: Case = {
  name: 'large',
  measure: async (options) => {
    const counted = await counters();
    const samples = await times(options);
    return {
      timings: timingsOf('LARGE, warm', samples),
      figures: [...counted, ...ratios(samples), ...(await peakMemory(options))],
    };
  },
};

async function counters(): Promise<Figure[]> {
  const goals = { share: { atMost: 0.5 }, reads: { atMost: 64 } };
  const files = [
    ...largeLayouts.map((layout) => ({
      what: `metadata ${layout}`,
      path: pathOf(largeFile(MEGABYTES, layout)),
      goals,
    })),
    { what: 'version 4', path: pathOf(largeFile(MEGABYTES, 'interleaved', 4)), goals },
    { what: '50 × 2 MB', path: pathOf(manyAttachmentsFile()), goals: undefined },
    { what: '10 MB', path: pathOf(largeFile(10, 'interleaved')), goals: undefined },
  ];
  const figures: Figure[] = [];
  for (const { what, path, goals: their } of files) {
    const { reads, bytes, fileBytes } = await countReads(path);
    const shared = { case: 'large' } as const;
    figures.push(
      {
        ...shared,
        what: `bytes read, ${what}`,
        value: (bytes / fileBytes) * 100,
        unit: '%',
        ...(their && { goal: their.share }),
      },
      { ...shared, what: `reads, ${what}`, value: reads, unit: 'reads', ...(their && { goal: their.reads }) },
    );
  }
  return figures;
}

function nameOf(layout: string): string {
  return `mapilint, metadata ${layout}`;
}

function times({ effort }: RunOptions): Promise<PairedSamples> {
  const paths = [pathOf(largeFile(MEGABYTES, 'interleaved'))];
  const contestants: Contestant[] = [
    {
      reader: 'mapilint-file',
      name: 'mapilint, no attachment',
      paths: [pathOf(largeFile(0, 'interleaved'))],
    },
    { reader: 'mapilint-file', name: 'mapilint, 10 MB', paths: [pathOf(largeFile(10, 'interleaved'))] },
    ...largeLayouts.map((layout) => ({
      reader: 'mapilint-file' as const,
      name: nameOf(layout),
      paths: [pathOf(largeFile(MEGABYTES, layout))],
    })),
    { reader: 'read-file', paths },
    { reader: 'cfb', paths },
    { reader: 'msgreader', paths },
  ];
  return measureWarm(contestants, effort);
}

function ratios(samples: PairedSamples): Figure[] {
  const shared = { case: 'large', unit: '×' } as const;
  return [
    ...largeLayouts.map((layout) => ({
      ...shared,
      what: `mapilint ÷ the same without attachment, metadata ${layout}`,
      value: samples.ratio(nameOf(layout), 'mapilint, no attachment'),
      goal: { atMost: 6 },
    })),
    {
      ...shared,
      what: 'msgreader ÷ mapilint',
      value: samples.ratio('msgreader', nameOf('interleaved')),
      goal: { atLeast: 500 },
    },
    { ...shared, what: 'cfb ÷ mapilint', value: samples.ratio('cfb', nameOf('interleaved')) },
  ];
}

async function peakMemory({ wholeRounds }: RunOptions): Promise<Figure[]> {
  const paths = [pathOf(largeFile(MEGABYTES, 'interleaved'))];
  const { peak } = await measureWhole(
    { bare: bareRun, mapilint: wholeRun('mapilint-file', paths), msgreader: wholeRun('msgreader', paths) },
    wholeRounds,
    ['mapilint', 'msgreader'],
  );
  const above = (name: string): number => (peak.median(name) - peak.median('bare')) / MIB;
  const shared = { case: 'large', unit: 'MiB' } as const;
  return [
    { ...shared, what: 'peak memory above bare Node', value: above('mapilint'), goal: { atMost: 12 } },
    { ...shared, what: 'peak memory of msgreader above bare Node', value: above('msgreader') },
  ];
}
