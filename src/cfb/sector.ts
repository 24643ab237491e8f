// [MS-CFB] 2.1: sector numbers and chains. They are 32-bit words, signed, so that those that mark something are negative.

/** Marks a sector that holds part of the DIFAT. */
export const DIFSECT = -4;
/** Marks a sector that holds part of the FAT. */
export const FATSECT = -3;
/** Ends a chain. */
export const ENDOFCHAIN = -2;
/** Marks a free sector. */
export const FREESECT = -1;

/** A sector number as messages show it. */
export function sectorName(sector: number): string {
  const special: Record<number, string> = {
    [DIFSECT]: 'DIFSECT',
    [FATSECT]: 'FATSECT',
    [ENDOFCHAIN]: 'ENDOFCHAIN',
    [FREESECT]: 'FREESECT',
  };
  return special[sector] ?? String(sector >>> 0);
}

/**
 * Which sectors already belong to something. No two structures of a sound file share a sector, so each may be
 * claimed once: that alone ends every cycle, bounds all work by the file's size and defeats sharing bombs.
 */
export class SectorClaims {
  /** How many sectors there are. */
  readonly count: number;
  /**
   * A bit for each, sixteen to a number, by pages that come when a sector of theirs is claimed: most sectors of a large file
   * belong to attachments that nobody reads. V8's own arrays, since memory of its own costs more than most files need.
   */
  readonly #pages: (number[] | undefined)[];

  constructor(count: number) {
    this.count = count;
    this.#pages = [];
    for (let first = 0; first < count; first += SECTORS_OF_PAGE) this.#pages.push(undefined);
  }

  has(sector: number): boolean {
    return sector >= 0 && sector < this.count;
  }

  /** Takes a sector; false if it was taken before. It must be one of them. */
  claim(sector: number): boolean {
    const page = this.#pages[sector >>> 10] ?? this.#newPage(sector >>> 10);
    const at = (sector >>> 4) & 63;
    const bit = 1 << (sector & 15);
    const claimed = page[at] as number;
    if ((claimed & bit) !== 0) return false;
    page[at] = claimed | bit;
    return true;
  }

  #newPage(index: number): number[] {
    const page: number[] = [];
    const end = Math.min(SECTORS_OF_PAGE, this.count - index * SECTORS_OF_PAGE);
    for (let sector = 0; sector < end; sector += 16) page.push(0);
    this.#pages[index] = page;
    return page;
  }
}

const SECTORS_OF_PAGE = 1024;
