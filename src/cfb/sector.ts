// [MS-CFB] 2.1: sector numbers and chains

/** Marks a sector that holds part of the DIFAT. */
export const DIFSECT = 0xfffffffc;
/** Marks a sector that holds part of the FAT. */
export const FATSECT = 0xfffffffd;
/** Ends a chain. */
export const ENDOFCHAIN = 0xfffffffe;
/** Marks a free sector. */
export const FREESECT = 0xffffffff;

/** A sector number as messages show it. */
export function sectorName(sector: number): string {
  const special: Record<number, string> = {
    [DIFSECT]: 'DIFSECT',
    [FATSECT]: 'FATSECT',
    [ENDOFCHAIN]: 'ENDOFCHAIN',
    [FREESECT]: 'FREESECT',
  };
  return special[sector] ?? String(sector);
}

/**
 * Which sectors already belong to something. No two structures of a sound file share a sector, so each may be
 * claimed once: that alone ends every cycle, bounds all work by the file's size and defeats sharing bombs.
 */
export class SectorClaims {
  readonly #claimed: Uint8Array;

  constructor(count: number) {
    this.#claimed = new Uint8Array(count);
  }

  /** How many sectors there are. */
  get count(): number {
    return this.#claimed.length;
  }

  /** Takes a sector; false if it was taken before. The sector must be below `count`. */
  claim(sector: number): boolean {
    if (this.#claimed[sector] !== 0) return false;
    this.#claimed[sector] = 1;
    return true;
  }
}
