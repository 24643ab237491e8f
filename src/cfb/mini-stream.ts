import type { ReportDamage } from '../damage/anomaly';
import { checkChainEnd, followChain } from './chain';
import { Extents } from './extents';
import type { Fat } from './fat';
import { MINI_SECTOR_SIZE } from './header';
import { ENDOFCHAIN, SectorClaims, sectorName } from './sector';
import type { SectorSpace } from './sector-space';
import { sectorWords } from './sector-words';
import type { SectorWords } from './sector-words';

/** The mini stream and the mini FAT over it ([MS-CFB] 2.4): where streams below 4,096 bytes lie. */
export class MiniStream {
  readonly #byteLength: number;
  /** Where the sectors of the mini stream lie in the file, one by one. */
  readonly #offsets: readonly number[];
  readonly #fat: SectorWords;
  readonly #claims: SectorClaims;
  /** How many bits of the number of a mini sector are its place in a sector, and of a FAT entry its place in one. */
  readonly #miniShift: number;
  readonly #fatShift: number;

  constructor(
    fat: Fat,
    space: SectorSpace,
    place: { readonly start: number; readonly size: number; readonly firstMiniFatSector: number },
    report: ReportDamage,
  ) {
    const extents = followChain(fat, space, place.start, place.size, 'Mini stream', report);
    if (extents.byteLength < place.size) {
      report(
        'cfb-stream-short',
        `The mini stream has ${extents.byteLength} bytes, but its directory entry says ${place.size}`,
      );
    }
    const miniFat = followChain(fat, space, place.firstMiniFatSector, Infinity, 'Mini FAT', report);
    this.#byteLength = extents.byteLength;
    this.#offsets = extents.offsetsEvery(space.sectorSize);
    this.#fat = sectorWords(space, miniFat);
    this.#claims = new SectorClaims(Math.ceil(extents.byteLength / MINI_SECTOR_SIZE));
    this.#miniShift = Math.log2(space.sectorSize / MINI_SECTOR_SIZE);
    this.#fatShift = Math.log2(space.sectorSize / 4);
  }

  /** The offset in the file of a mini sector; undefined outside the mini stream. */
  offsetOf(sector: number): number | undefined {
    return this.#claims.has(sector) ? this.#offset(sector) : undefined;
  }

  /** Follows a chain of the mini FAT as `followChain` does one of the FAT. */
  follow(
    start: number,
    length: number,
    owner: string,
    report: ReportDamage,
    extents = new Extents(),
  ): Extents {
    let sector = start;
    while (sector !== ENDOFCHAIN && extents.byteLength < length) {
      if (!this.#take(sector, owner, report)) break;
      const rest = this.#byteLength - sector * MINI_SECTOR_SIZE;
      extents.push(this.#offset(sector), rest < MINI_SECTOR_SIZE ? rest : MINI_SECTOR_SIZE);
      sector = this.#next(sector);
    }
    if (sector !== ENDOFCHAIN && length > 0 && extents.byteLength >= length)
      checkChainEnd(sector, length, owner, report);
    return extents;
  }

  #offset(sector: number): number {
    const inSector = sector & ((1 << this.#miniShift) - 1);
    return (this.#offsets[sector >> this.#miniShift] as number) + inSector * MINI_SECTOR_SIZE;
  }

  /** What follows a mini sector; a mini FAT that is too short ends every chain. */
  #next(sector: number): number {
    const { words, starts, byteLength } = this.#fat;
    if ((sector + 1) * 4 > byteLength) return ENDOFCHAIN;
    const inSector = sector & ((1 << this.#fatShift) - 1);
    return words[(starts[sector >> this.#fatShift] as number) + inSector] as number;
  }

  #take(sector: number, owner: string, report: ReportDamage): boolean {
    if (!this.#claims.has(sector)) {
      const found = `${owner} leads to mini sector ${sectorName(sector)}, but the mini stream has ${this.#claims.count}`;
      report('cfb-sector-out-of-file', found);
      return false;
    }
    if (!this.#claims.claim(sector)) {
      const offset = this.#offset(sector);
      const found = `${owner} leads to mini sector ${sector}, which is already in use`;
      report('cfb-sector-claimed-twice', found, { offset });
      return false;
    }
    return true;
  }
}
