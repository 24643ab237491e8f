import { isZero } from '../bytes/is-zero';
import type { RangeReader } from '../bytes/range-reader';
import type { ReportDamage } from '../damage/anomaly';

/** How many bytes are looked at together. */
const PIECE = 1 << 16;

/** What follows a counted list or table in its attribute: bytes that are not zero mean that the count is too small. */
export function reportUncounted(
  reader: RangeReader,
  code: 'tnef-properties-uncounted' | 'tnef-rows-uncounted',
  what: string,
  report: ReportDamage,
): void {
  const { position: offset, remaining } = reader;
  if (remaining === 0) return;
  const isPadding = restIsZero(reader);
  const kind = isPadding ? 'bytes of zeros' : 'bytes';
  report(isPadding ? 'tnef-padding' : code, `${what}, and ${remaining} ${kind} follow`, { offset });
}

/** Whether all that is left in a range is zeros; it is read up to the first byte that is none. */
export function restIsZero(reader: RangeReader): boolean {
  while (reader.remaining > 0) if (!isZero(reader.view(Math.min(PIECE, reader.remaining)))) return false;
  return true;
}
