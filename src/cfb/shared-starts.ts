import type { ReportDamage } from '../damage/anomaly';
import type { Directory } from './directory';
import { EntryType } from './directory';
import { MINI_SECTOR_SIZE, MINI_STREAM_CUTOFF } from './header';
import { SectorClaims } from './sector';
import { quoted } from '../damage/quoted';

/**
 * Reports streams that begin at the sector of another one. Reading a stream would notice, since sectors are claimed;
 * but most streams, attachments above all, are not read, and a message that shares them is no sound one.
 */
export function reportSharedStarts(
  directory: Directory,
  sectorCount: number,
  byteLength: number,
  report: ReportDamage,
): void {
  const starts = new SectorClaims(sectorCount);
  const miniStarts = new SectorClaims(Math.ceil(byteLength / MINI_SECTOR_SIZE));
  let shared = 0;
  let first = '';
  for (let id = 1; id < directory.count; id++) {
    const size = directory.streamSize(id);
    if (directory.objectType(id) !== EntryType.stream || size === 0) continue;
    const taken = size < MINI_STREAM_CUTOFF ? miniStarts : starts;
    const start = directory.startSector(id);
    if (!taken.has(start)) continue; // outside the file: said when it is read
    if (!taken.claim(start) && shared++ === 0) first = directory.name(id);
  }
  if (shared === 0) return;
  const what = `${shared} streams begin at the sector of another stream, the first of them ${quoted(first)}`;
  report('cfb-sector-claimed-twice', what);
}
