// The sets of files that are measured.

import { Random } from '../../fuzz/random';
import type { Shape } from './message';
import { growing, interleaved, metadataFirst, metadataLast } from './sector-orders';

const KB = 1024;
const MB = 1024 * KB;

/** A file by its name in the cache, which says all that it is made from. */
export interface BenchFile {
  readonly name: string;
  readonly shape: Shape;
}

/** SMALL: messages of 20–200 KB as most are, with one to a few recipients of 20–26 properties. */
export function smallSet(count = 500): BenchFile[] {
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(index);
    return {
      name: `small/${index}.msg`,
      shape: ordinary(random, index, sizeBetween(random, 20 * KB, 200 * KB)),
    };
  });
}

/** BATCH: a share of files, one in ten of them large; 5,000 are about 530 MB. */
export function batchSet(count = 5000): BenchFile[] {
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(1_000_000 + index);
    const isLarge = random.below(10) === 0;
    const size = isLarge ? sizeBetween(random, 200 * KB, 3300 * KB) : sizeBetween(random, 16 * KB, 150 * KB);
    return { name: `batch/${index}.msg`, shape: ordinary(random, index, size) };
  });
}

/** WIDE: one meeting with so many attendees. */
export function wideFile(recipients: number): BenchFile {
  const content = { body: 10 * KB, attachments: [], meeting: true, order: growing };
  return { name: `wide-${recipients}.msg`, shape: { seed: recipients, recipients, ...content } };
}

const layouts = { first: metadataFirst, last: metadataLast, interleaved } as const;
export type LargeLayout = keyof typeof layouts;
export const largeLayouts: readonly LargeLayout[] = ['first', 'last', 'interleaved'];

/** LARGE: a meeting with 18 attendees beside one attachment of so many megabytes. */
export function largeFile(megabytes: number, layout: LargeLayout, version: 3 | 4 = 3): BenchFile {
  const attachments = megabytes === 0 ? [] : [megabytes * MB];
  return {
    name: `large-${megabytes}-${layout}-v${version}.msg`,
    shape: { ...meetingOf18, attachments, order: layouts[layout], version },
  };
}

/** LARGE with many attachments: 50 of 2 MB. */
export function manyAttachmentsFile(): BenchFile {
  const attachments = new Array<number>(50).fill(2 * MB);
  return { name: 'large-50x2.msg', shape: { ...meetingOf18, attachments, order: growing } };
}

const meetingOf18 = { seed: 18, recipients: 18, body: 10 * KB, meeting: true } as const;

/** A message of about that many bytes. */
function ordinary(random: Random, seed: number, size: number): Shape {
  const content = Math.max(0, size - 20 * KB);
  const attachments = random.below(3);
  const each = Math.floor(content / (attachments + 1));
  return {
    seed,
    recipients: random.pick([1, 1, 1, 1, 1, 2, 2, 3, 5]),
    omitted: random.below(7),
    body: content - each * attachments,
    attachments: new Array<number>(attachments).fill(each),
    meeting: random.below(3) === 0,
    order: growing,
  };
}

/** A size between two, small ones being more frequent: half of them lie in the lowest third of the decades between. */
function sizeBetween(random: Random, least: number, most: number): number {
  const share = Math.min(random.below(10_000), random.below(10_000)) / 10_000;
  return Math.round(least * (most / least) ** share);
}
