import { DIFAT_ENTRIES_IN_HEADER } from '../header';
import { DIFSECT, ENDOFCHAIN, FATSECT, FREESECT } from '../sector';
import { rangeLockSector, sectorSizeOf } from './sector-placement';
import type { MajorVersion, Placement } from './sector-placement';

/** The FAT: what follows each sector in its chain, [MS-CFB] 2.3. */
export function encodeFat({ chains, fat, difat, sectorCount }: Placement, version: MajorVersion): Uint8Array {
  const entries = new Int32Array(sectorCount).fill(FREESECT);
  for (const sectors of chains)
    sectors.forEach((sector, index) => (entries[sector] = sectors[index + 1] ?? ENDOFCHAIN));
  for (const sector of fat) entries[sector] = FATSECT;
  for (const sector of difat) entries[sector] = DIFSECT;
  const lock = rangeLockSector(version);
  if (entries[lock] === FREESECT) entries[lock] = ENDOFCHAIN;
  return encodeNumbers(entries, sectorSizeOf(version));
}

/** The numbers of the FAT sectors that the header has no room for; each DIFAT sector ends in that of the next (2.5). */
export function encodeDifat({ fat, difat }: Placement, version: MajorVersion): Uint8Array {
  const perSector = sectorSizeOf(version) / 4;
  const entries = new Int32Array(difat.length * perSector).fill(FREESECT);
  difat.forEach((_, index) => {
    const from = DIFAT_ENTRIES_IN_HEADER + index * (perSector - 1);
    entries.set(fat.slice(from, from + perSector - 1), index * perSector);
    entries[(index + 1) * perSector - 1] = difat[index + 1] ?? ENDOFCHAIN;
  });
  return encodeNumbers(entries, sectorSizeOf(version));
}

/** Numbers one after the other; what is left of the last sector is free. */
export function encodeNumbers(numbers: ArrayLike<number>, sectorSize: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((numbers.length * 4) / sectorSize) * sectorSize).fill(0xff);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < numbers.length; index++)
    view.setUint32(index * 4, numbers[index] as number, true);
  return bytes;
}
