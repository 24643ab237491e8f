import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import { buildPrograms } from './built-programs';
import { requireEqual } from './checksum';
import type { Checksum } from './checksum';
import type { Figure } from './figure';
import { message } from './generate/message';
import type { Shape } from './generate/message';
import { growing, interleaved, metadataFirst, metadataLast } from './generate/sector-orders';
import { batchSet, smallSet, wideFile } from './generate/sets';
import { handWrittenEnd, handWrittenStart } from './page';
import { measureWarm } from './paired-runner';
import { checksumOf, runNode, wholeRun, workersRun } from './process-runner';
import { keepReport, publishNewest } from './publish';
import { reader as cfb } from './readers/cfb';
import { reader as mapilint } from './readers/mapilint';
import { reader as mapilintFile } from './readers/mapilint-file';
import { reader as msgreader } from './readers/msgreader';
import type { Reader } from './readers/reader';
import type { BenchReport } from './report';
import { formatTable } from './table';

const folder = mkdtempSync(join(tmpdir(), 'mapilint-bench-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const beside: Shape = { seed: 5, recipients: 3, body: 9000, attachments: [300_000], meeting: true };
const shapes: Readonly<Record<string, Shape>> = {
  small: smallSet(1)[0]?.shape as Shape,
  wide: wideFile(100).shape,
  version4: { ...beside, version: 4, order: interleaved },
  first: { ...beside, order: metadataFirst },
  last: { ...beside, order: metadataLast },
  growing: { ...beside, order: growing },
};

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function written(name: string): string {
  const path = join(folder, `${name}.msg`);
  writeFileSync(path, message(shapes[name] as Shape));
  return path;
}

describe('the generators', () => {
  test('make the same file of the same seed, and another of another', () => {
    for (const shape of Object.values(shapes)) {
      expect(hash(message(shape))).toBe(hash(message(shape)));
      expect(hash(message({ ...shape, seed: shape.seed + 1 }))).not.toBe(hash(message(shape)));
    }
    expect(smallSet(50)).toEqual(smallSet(50));
    expect(batchSet(50)).toEqual(batchSet(50));
  });

  test.each(Object.keys(shapes))('make sound files: %s', (name) => {
    const { anomalies, recipients } = decodeMessage(message(shapes[name] as Shape));
    expect(anomalies).toEqual([]);
    expect(recipients).toHaveLength(shapes[name]?.recipients ?? NaN);
  });

  test('make wide tables of 26 properties a row', () => {
    const { recipients } = decodeMessage(message(wideFile(20).shape));
    expect(new Set(recipients.map(({ properties }) => properties.size))).toEqual(new Set([26]));
  });

  test('make small messages of 16 to 220 KB', () => {
    const sizes = smallSet(40).map(({ shape }) => message(shape).length / 1024);
    expect(Math.min(...sizes)).toBeGreaterThan(16);
    expect(Math.max(...sizes)).toBeLessThan(220);
  });
});

describe('the sector orders', () => {
  const chains = [
    { holds: 'stream', length: 80 },
    { holds: 'mini stream', length: 30 },
    { holds: 'mini FAT', length: 2 },
    { holds: 'directory', length: 20 },
  ] as const;
  const runs = (order: typeof growing): number[] =>
    [...order.sequence(chains)].filter((chain, index, all) => chain !== all[index - 1]);

  test('put metadata before, behind or among the content', () => {
    expect(runs(metadataFirst).at(-1)).toBe(0);
    expect(runs(metadataLast)[0]).toBe(0);
    expect(runs(metadataFirst).filter((chain) => chain === 0)).toHaveLength(1);
    expect(runs(interleaved).filter((chain) => chain === 0)).toHaveLength(8);
  });

  test('break the directory into as many runs as real files have', () => {
    const directoryRuns = runs(growing).filter((chain) => chain === 3).length;
    expect(directoryRuns).toBeGreaterThan(15);
  });
});

describe('the checksum', () => {
  test.each(Object.keys(shapes))('is the same for every reader: %s', async (name) => {
    const path = written(name);
    const sumWith = async <Kept>({ load, sum }: Reader<Kept>): Promise<Checksum> =>
      sum(await load(path)) as Checksum;
    const ours = await sumWith(mapilint);
    expect(ours.rows).toBe(shapes[name]?.recipients);
    const { properties, characters, bytes, statuses } = ours;
    expect(Math.min(properties, characters, bytes, statuses)).toBeGreaterThan(0);
    expect(await sumWith(mapilintFile)).toEqual(ours);
    expect(await sumWith(msgreader)).toEqual(ours);
    expect(await sumWith(cfb)).toEqual(ours);
  });

  test('that differs is an error', () => {
    const sum: Checksum = { rows: 1, properties: 26, characters: 100, bytes: 50, statuses: 3 };
    expect(() => {
      requireEqual({ a: sum, b: { ...sum } });
    }).not.toThrow();
    expect(() => {
      requireEqual({ a: sum, b: { ...sum, characters: 99 } });
    }).toThrow(/b and a did different work/);
  });
});

describe('the runners', () => {
  beforeAll(buildPrograms);

  test('take a sample of each reader in each round', async () => {
    const paths = [written('small')];
    const effort = { rounds: 3, warmUpMilliseconds: 1, sampleMilliseconds: 1 };
    const samples = await measureWarm(
      [
        { reader: 'mapilint', paths },
        { reader: 'read-file', paths },
      ],
      effort,
    );
    expect(samples.names).toEqual(['mapilint', 'read-file']);
    expect(samples.of('mapilint')).toHaveLength(3);
    expect(samples.ratio('mapilint', 'mapilint')).toBe(1);
    expect(Math.min(...samples.of('read-file'))).toBeGreaterThan(0);
  });

  test('refuse readers that did different work', async () => {
    const effort = { rounds: 1, warmUpMilliseconds: 1, sampleMilliseconds: 1 };
    const race = measureWarm(
      [
        { reader: 'mapilint', paths: [written('small')] },
        { reader: 'cfb', paths: [written('wide')] },
      ],
      effort,
    );
    await expect(race).rejects.toThrow('did different work');
  });

  test('tell what a whole process cost, and workers come to the same as one thread', async () => {
    const paths = [written('small'), written('wide')];
    const one = await wholeRun('mapilint', paths)();
    expect(one.cpuMicroseconds).toBeGreaterThan(1000);
    expect(one.peakBytes).toBeGreaterThan(10_000_000);
    expect(checksumOf(one).rows).toBeGreaterThan(100);
    expect(checksumOf(await workersRun('mapilint', paths, 2)())).toEqual(checksumOf(one));
  });

  test('refuse a process that failed', async () => {
    await expect(runNode(['-e', 'process.exitCode = 3'])).rejects.toThrow('ended with 3');
  });
});

describe('the page', () => {
  const figure: Figure = { case: 'small-warm', what: 'msgreader ÷ mapilint', value: 40, unit: '×' };
  const report: BenchReport = {
    date: '2026-01-02',
    peers: { cfb: '1.2.2' },
    leftOut: ['browser'],
    machine: { cpu: 'a processor', cores: 2, node: '20', loadBefore: 0, loadAfter: 1 },
    figures: [
      { ...figure, goal: { atLeast: 30 } },
      { ...figure, case: 'wide', value: 3, goal: { atLeast: 20 } },
      { ...figure, case: 'large', value: 12.34 },
    ],
    timings: ['mapilint', 'cfb', 'msgreader'].map((reader, index) => ({
      set: 'SMALL & <warm>',
      reader,
      microseconds: 15 * 10 ** index,
    })),
  };

  test('is made from the newest figures, with what is missed', () => {
    keepReport(folder, { ...report, date: '2025-12-31' });
    keepReport(folder, report);
    publishNewest(folder);
    const page = readFileSync(join(folder, 'benchmarks.md'), 'utf8');
    expect(page).toContain(
      'Measured on 2026-01-02: a processor, 2 cores, Node 20; load 0 before and 1 after.',
    );
    expect(page).toContain('| small-warm | msgreader ÷ mapilint | 40 × | ≥ 30 × | met |');
    expect(page).toContain('| wide | msgreader ÷ mapilint | 3 × | ≥ 20 × | **missed** |');
    expect(page).toContain('| large | msgreader ÷ mapilint | 12.3 × |  |  |');
    expect(page).toContain('Missed: wide (msgreader ÷ mapilint). The next section says why');
    expect(page).toContain('Left out: browser');
  });

  test('keeps what people wrote', () => {
    const path = join(folder, 'benchmarks.md');
    const text = `${handWrittenStart}\n## Why\n\nBecause.\n${handWrittenEnd}`;
    const page = readFileSync(path, 'utf8');
    const start = page.indexOf(handWrittenStart);
    const end = page.indexOf(handWrittenEnd) + handWrittenEnd.length;
    writeFileSync(path, page.slice(0, start) + text + page.slice(end));
    publishNewest(folder);
    publishNewest(folder);
    expect(readFileSync(path, 'utf8')).toBe(page.slice(0, start) + text + page.slice(end));
  });

  test('has a plot with a mark for each time', () => {
    const plot = readFileSync(join(folder, 'benchmarks/times.svg'), 'utf8');
    expect(plot).toContain('SMALL &amp; &lt;warm>');
    for (const time of ['15 µs', '150 µs', '1.5 ms']) expect(plot).toContain(`<title>${time}</title>`);
    expect(plot).toContain('prefers-color-scheme:dark');
  });

  test('and the terminal say the same', () => {
    const [, small, wide, large] = formatTable(report.figures).split('\n');
    expect(small).toMatch(/small-warm .* 40 × +≥ 30 × +met$/);
    expect(wide).toMatch(/MISSED$/);
    expect(large).toMatch(/12\.3 ×$/);
  });
});
