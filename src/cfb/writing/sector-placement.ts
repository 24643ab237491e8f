// Which sector of a compound file holds what ([MS-CFB] 2.1). The order is free.

import { DIFAT_ENTRIES_IN_HEADER } from '../header';

/** 3: sectors of 512 bytes; 4: sectors of 4,096 bytes, for files above 2 GB. */
export type MajorVersion = 3 | 4;

/** A chain of sectors that is to be placed. */
export interface UnplacedChain {
  readonly holds: 'stream' | 'mini stream' | 'mini FAT' | 'directory';
  /** In sectors. */
  readonly length: number;
}

/** Where everything came to lie, in sector numbers. */
export interface Placement {
  readonly chains: readonly (readonly number[])[];
  readonly fat: readonly number[];
  readonly difat: readonly number[];
  readonly sectorCount: number;
}

/** Gives every sector its number. */
export type PlaceSectors = (chains: readonly UnplacedChain[], version: MajorVersion) => Placement;

/** The offsets from here to 2 GB are for locks on ranges of bytes: nothing lies there, [MS-CFB] 2.8. */
export const RANGE_LOCK_OFFSET = 0x7fffff00;

export function sectorSizeOf(version: MajorVersion): 512 | 4096 {
  return version === 3 ? 512 : 4096;
}

/** The number of the sector that is left to locks, if the file has so many. */
export function rangeLockSector(version: MajorVersion): number {
  return Math.floor(RANGE_LOCK_OFFSET / sectorSizeOf(version)) - 1;
}

/** Each chain in one run, and the FAT after them. */
export const oneAfterAnother: PlaceSectors = (chains, version) => {
  const lock = rangeLockSector(version);
  let next = 0;
  const take = (length: number): number[] =>
    Array.from({ length }, () => {
      if (next === lock) next += 1;
      return next++;
    });
  const placed = chains.map(({ length }) => take(length));
  const perSector = sectorSizeOf(version) / 4;
  let counts = fatSectorsFor(next, perSector);
  const end = next + counts.fatCount + counts.difatCount;
  if (next <= lock && end > lock) counts = fatSectorsFor(next + 1, perSector);
  const fat = take(counts.fatCount);
  const difat = take(counts.difatCount);
  return { chains: placed, fat, difat, sectorCount: next };
};

/** How many sectors the FAT and its DIFAT need that describe so many sectors and themselves. */
export function fatSectorsFor(sectors: number, perSector: number): { fatCount: number; difatCount: number } {
  let fatCount = 0;
  let difatCount = 0;
  while (fatCount * perSector < sectors + fatCount + difatCount) {
    fatCount += 1;
    difatCount = Math.ceil(Math.max(0, fatCount - DIFAT_ENTRIES_IN_HEADER) / (perSector - 1));
  }
  return { fatCount, difatCount };
}
