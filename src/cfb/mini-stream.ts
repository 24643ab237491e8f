import type { ReportDamage } from '../damage/anomaly';
import { checkChainEnd, followChain } from './chain';
import { Extents } from './extents';
import type { Fat } from './fat';
import { MINI_SECTOR_SIZE } from './header';
import { ENDOFCHAIN, SectorClaims, sectorName } from './sector';
import type { SectorSpace } from './sector-space';

/** The mini stream and the mini FAT over it ([MS-CFB] 2.4): where streams below 4,096 bytes lie. */
export class MiniStream {
  readonly #space: SectorSpace;
  readonly #byteLength: number;
  /** Where the sectors of the mini stream lie in the file, one by one. */
  readonly #offsets: readonly number[];
  readonly #fat: DataView;
  readonly #claims: SectorClaims;

  constructor(
    fat: Fat,
    space: SectorSpace,
    place: { readonly start: number; readonly size: number; readonly firstMiniFatSector: number },
    report: ReportDamage,
  ) {
    const extents = followChain(fat, space, place.start, place.size, 'Mini stream', report);
    if (extents.byteLength < place.size) {
      report('cfb-stream-short', `Mini stream has ${extents.byteLength} bytes, its entry says ${place.size}`);
    }
    const miniFat = followChain(fat, space, place.firstMiniFatSector, Infinity, 'Mini FAT', report);
    const table = miniFat.read(space.bytes, miniFat.byteLength);
    this.#space = space;
    this.#byteLength = extents.byteLength;
    this.#offsets = extents.offsetsEvery(space.sectorSize);
    this.#fat = new DataView(table.buffer, table.byteOffset, table.byteLength);
    this.#claims = new SectorClaims(Math.ceil(extents.byteLength / MINI_SECTOR_SIZE));
  }

  /** The offset in the file of a mini sector; undefined outside the mini stream. */
  offsetOf(sector: number): number | undefined {
    if (sector >= this.#claims.count) return undefined;
    const position = sector * MINI_SECTOR_SIZE;
    const inSector = position % this.#space.sectorSize;
    return (this.#offsets[(position - inSector) / this.#space.sectorSize] as number) + inSector;
  }

  /** Follows a chain of the mini FAT as `followChain` does one of the FAT. */
  follow(start: number, length: number, owner: string, report: ReportDamage): Extents {
    const extents = new Extents();
    let sector = start;
    while (sector !== ENDOFCHAIN && extents.byteLength < length) {
      const offset = this.#take(sector, owner, report);
      if (offset === undefined) break;
      extents.push(offset, Math.min(MINI_SECTOR_SIZE, this.#byteLength - sector * MINI_SECTOR_SIZE));
      sector = this.#next(sector);
    }
    if (length > 0 && extents.byteLength >= length) checkChainEnd(sector, length, owner, report);
    return extents;
  }

  #next(sector: number): number {
    const offset = sector * 4;
    return offset + 4 <= this.#fat.byteLength ? this.#fat.getUint32(offset, true) : ENDOFCHAIN;
  }

  #take(sector: number, owner: string, report: ReportDamage): number | undefined {
    const offset = this.offsetOf(sector);
    if (offset === undefined) {
      const found = `${owner} leads to mini sector ${sectorName(sector)}, but the mini stream has ${this.#claims.count}`;
      report('cfb-sector-out-of-file', found);
      return undefined;
    }
    if (!this.#claims.claim(sector)) {
      report('cfb-sector-claimed-twice', `${owner} leads to mini sector ${sector}, which is already in use`, {
        offset,
      });
      return undefined;
    }
    return offset;
  }
}
