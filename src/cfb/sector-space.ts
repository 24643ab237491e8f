import type { ReportDamage } from '../damage/anomaly';
import type { RandomAccessBytes } from '../bytes/random-access';
import { SectorClaims, sectorName } from './sector';

/**
 * The sectors of a compound file: where each lies, and which are taken ([MS-CFB] 2.2: sector #n begins at
 * (n + 1) × sector size, since the header fills the first place).
 */
export class SectorSpace {
  readonly bytes: RandomAccessBytes;
  readonly sectorSize: number;
  readonly #claims: SectorClaims;

  constructor(bytes: RandomAccessBytes, sectorSize: number) {
    this.bytes = bytes;
    this.sectorSize = sectorSize;
    // the last sector may be cut: it still counts
    this.#claims = new SectorClaims(Math.max(0, Math.ceil(bytes.byteLength / sectorSize) - 1));
  }

  /** How many sectors the file has room for. */
  get count(): number {
    return this.#claims.count;
  }

  offsetOf(sector: number): number {
    return (sector + 1) * this.sectorSize;
  }

  /** Takes a sector for `owner`; false, and reported, if it is outside the file or belongs to something else. */
  take(sector: number, owner: string, report: ReportDamage): boolean {
    if (!this.#claims.has(sector)) {
      const found = `${owner} leads to sector ${sectorName(sector)}, but the file has ${this.count}`;
      report('cfb-sector-out-of-file', found);
      return false;
    }
    if (!this.#claims.claim(sector)) {
      const offset = this.offsetOf(sector);
      report('cfb-sector-claimed-twice', `${owner} leads to sector ${sector}, which is already in use`, {
        offset,
      });
      return false;
    }
    return true;
  }

  /** Takes a sector and looks at its bytes. */
  claim(sector: number, owner: string, report: ReportDamage): Uint8Array | undefined {
    return this.take(sector, owner, report)
      ? this.bytes.view(this.offsetOf(sector), this.sectorSize)
      : undefined;
  }
}
