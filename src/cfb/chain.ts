import type { ReportDamage } from '../damage/anomaly';
import { Extents } from './extents';
import type { Fat } from './fat';
import { ENDOFCHAIN, sectorName } from './sector';
import type { SectorSpace } from './sector-space';

/**
 * Follows a chain of the FAT ([MS-CFB] 2.3) from `start`, claiming each sector for `owner`, until it ends or has
 * given `length` bytes, where it must end. Damage is reported, and what comes before it is returned, in `extents` if they
 * are given, which are empty.
 */
export function followChain(
  fat: Fat,
  space: SectorSpace,
  start: number,
  length: number,
  owner: string,
  report: ReportDamage,
  extents = new Extents(),
): Extents {
  let sector: number | undefined = start;
  while (sector !== undefined && sector !== ENDOFCHAIN && extents.byteLength < length) {
    if (!space.take(sector, owner, report)) break;
    const offset = space.offsetOf(sector);
    const room = Math.min(space.sectorSize, space.bytes.byteLength - offset);
    extents.push(offset, room);
    sector = fat.next(sector, owner, report);
    if (extents.byteLength >= length) {
      if (sector !== undefined) checkChainEnd(sector, length, owner, report);
      break;
    }
    if (room === space.sectorSize || sector === undefined || sector === ENDOFCHAIN) continue;
    // what lies behind would move to where the rest of this one should be
    report('cfb-sector-out-of-file', `${owner} continues after a sector that the end of the file cuts`, {
      offset,
    });
    break;
  }
  return extents;
}

/** A chain ends with the sector that holds the last byte: where it goes on, the size or the chain is damaged. */
export function checkChainEnd(next: number, length: number, owner: string, report: ReportDamage): void {
  if (next === ENDOFCHAIN) return;
  report(
    'cfb-stream-long',
    `${owner} has ${length} bytes, but its chain continues to sector ${sectorName(next)}`,
  );
}
