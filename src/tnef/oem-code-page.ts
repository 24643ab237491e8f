import type { RandomAccessBytes } from '../bytes/random-access';
import { RangeReader } from '../bytes/range-reader';
import type { ReportDamage } from '../damage/anomaly';
import type { Attribute } from './attribute';

/** UTF-16LE, which 8-bit strings cannot be in. */
const UTF16 = 1200;

/** attOemCodepage, [MS-OXTNEF] 2.1.3.3.20: the first of its two numbers is that of all 8-bit strings. */
export function readOemCodePage(
  bytes: RandomAccessBytes,
  { start, length }: Attribute,
  report: ReportDamage,
): number | undefined {
  const codePage = length < 4 ? 0 : new RangeReader(bytes, start, start + length).u32();
  if (codePage > 0 && codePage <= 0xffff && codePage !== UTF16) return codePage;
  const message = `attOemCodepage has ${length} bytes and the number ${codePage}, which is not a code page`;
  report('tnef-attribute-value', message, {
    storage: 'attOemCodepage',
    offset: start,
    loses: 'value', // of texts, which are read by another code page
  });
  return undefined;
}
