import { countReads } from '../counted-file';
import type { Figure, Timing } from '../figure';
import { pathOf } from '../generate/cache';
import { wideFile } from '../generate/sets';
import { measureWarm } from '../paired-runner';
import type { Effort, PairedSamples } from '../paired-runner';
import type { ReaderName } from '../readers/reader';
import { timingsOf } from './case';
import type { Case } from './case';

/** cfb is quadratic: 10,000 recipients take it half a minute, so it is not asked. */
const readersFor: Readonly<Record<number, readonly ReaderName[]>> = {
  100: ['mapilint', 'read-file', 'cfb', 'msgreader'],
  1000: ['mapilint', 'read-file', 'cfb', 'msgreader'],
  10000: ['mapilint', 'read-file', 'msgreader'],
};

/** One meeting with very many attendees. */
export const wide: Case = {
  name: 'wide',
  measure: async ({ effort }) => {
    const timings: Timing[] = [];
    const samples = new Map<number, PairedSamples>();
    for (const [count, readers] of Object.entries(readersFor)) {
      const taken = await race(Number(count), readers, effort);
      samples.set(Number(count), taken);
      timings.push(...timingsOf(`WIDE ${Number(count).toLocaleString('en')}, warm`, taken));
    }
    return { timings, figures: [...(await growth()), ...ratios(samples)] };
  },
};

function race(count: number, readers: readonly ReaderName[], effort: Effort): Promise<PairedSamples> {
  const paths = [pathOf(wideFile(count))];
  return measureWarm(
    readers.map((reader) => ({ reader, paths })),
    effort,
  );
}

async function growth(): Promise<Figure[]> {
  const [small, big] = [await countReads(pathOf(wideFile(1000))), await countReads(pathOf(wideFile(10_000)))];
  const shared = { case: 'wide', unit: '×', goal: { atMost: 10.5 } } as const;
  return (['bytes', 'reads', 'properties'] as const).map((counter) => ({
    ...shared,
    what: `${counter}, 10,000 ÷ 1,000 recipients`,
    value: big[counter] / small[counter],
  }));
}

function ratios(samples: ReadonlyMap<number, PairedSamples>): Figure[] {
  const figure = (count: number, peer: ReaderName, atLeast?: number): Figure => ({
    case: 'wide',
    unit: '×',
    what: `${peer} ÷ mapilint, ${count.toLocaleString('en')} recipients`,
    value: samples.get(count)?.ratio(peer, 'mapilint') ?? NaN,
    ...(atLeast !== undefined && { goal: { atLeast } }),
  });
  return [
    figure(100, 'msgreader'),
    figure(100, 'cfb'),
    figure(1000, 'msgreader', 20),
    figure(1000, 'cfb', 45),
    figure(10_000, 'msgreader', 12),
  ];
}
