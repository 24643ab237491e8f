import type { ReportDamage } from '../damage/anomaly';
import { DIFAT_ENTRIES_IN_HEADER } from './header';
import type { CompoundFileHeader } from './header';
import { ENDOFCHAIN, FREESECT } from './sector';
import type { SectorSpace } from './sector-space';

/** Where no sector can begin: behind the header is 512 at least. */
const NOWHERE = -1;

/**
 * The file allocation table ([MS-CFB] 2.3) and the DIFAT that locates it (2.5). Both are read as far as they
 * are asked for: in a large file nearly all of the FAT describes attachments that nobody looks at.
 */
export class Fat {
  readonly #space: SectorSpace;
  readonly #report: ReportDamage;
  /** The words of the file, if they are in memory. */
  readonly #words: Int32Array | undefined;
  readonly #entriesPerSector: number;
  /** How many of a sector number's bits are the place of its entry in a FAT sector. */
  readonly #shift: number;
  /** The FAT sectors, as far as the DIFAT has been read. */
  readonly #locations: number[];
  /** Where in the file those are that were looked at; NOWHERE if there is none. */
  readonly #offsets: number[] = [];
  #nextDifatSector: number;

  constructor(header: CompoundFileHeader, space: SectorSpace, report: ReportDamage) {
    this.#space = space;
    this.#report = report;
    this.#words = space.bytes.words;
    this.#entriesPerSector = header.sectorSize / 4;
    this.#shift = Math.log2(this.#entriesPerSector);
    this.#locations = header.difat.slice();
    this.#nextDifatSector = header.firstDifatSector;
    this.#checkCounts(header);
  }

  /** The sector that follows `sector` in its chain, or ENDOFCHAIN; undefined, and reported, if it has no entry. */
  next(sector: number, owner: string, report: ReportDamage): number | undefined {
    const index = sector >>> this.#shift;
    const start = this.#offsets[index] ?? this.#locate(index);
    const offset = start + (sector & (this.#entriesPerSector - 1)) * 4;
    if (start !== NOWHERE && offset + 4 <= this.#space.bytes.byteLength)
      return this.#words === undefined ? this.#space.bytes.word(offset) : this.#words[offset >> 2];
    const message = `${owner} needs the entry for sector ${sector >>> 0} in the FAT, but there is none`;
    report('cfb-fat-short', message);
    return undefined;
  }

  #locate(index: number): number {
    while (index >= this.#locations.length && this.#readDifatSector());
    const location = this.#locations[index] ?? FREESECT;
    const isThere = location !== FREESECT && this.#space.take(location, `FAT sector ${index}`, this.#report);
    const offset = isThere ? this.#space.offsetOf(location) : NOWHERE;
    this.#offsets[index] = offset;
    return offset;
  }

  /** Reads one more DIFAT sector; false at the end of the DIFAT. */
  #readDifatSector(): boolean {
    const sector = this.#nextDifatSector;
    // QUIRK: [MS-CFB] 2.5 ends the DIFAT with ENDOFCHAIN; some writers use FREESECT. Both end it.
    if (sector === ENDOFCHAIN || sector === FREESECT) return false;
    this.#nextDifatSector = ENDOFCHAIN;
    const bytes = this.#space.claim(sector, 'DIFAT', this.#report);
    if (bytes === undefined) return false;
    while (this.#locations.length < DIFAT_ENTRIES_IN_HEADER) this.#locations.push(FREESECT);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const last = this.#entriesPerSector - 1;
    for (let entry = 0; entry < last && entry * 4 + 4 <= view.byteLength; entry++) {
      this.#locations.push(view.getInt32(entry * 4, true));
    }
    if (last * 4 + 4 <= view.byteLength) this.#nextDifatSector = view.getInt32(last * 4, true);
    return true;
  }

  #checkCounts({ fatSectorCount, difatSectorCount }: CompoundFileHeader): void {
    const needed = Math.ceil(this.#space.count / this.#entriesPerSector);
    // preallocated files may have some more FAT than they use; only what the file could never fill is a lie
    if (fatSectorCount > this.#space.count || fatSectorCount > needed * 2 + 1) {
      this.#report(
        'cfb-fat-count',
        `Number of FAT Sectors is ${fatSectorCount}, but the file needs ${needed}`,
        { offset: 44 },
      );
    }
    const beyondHeader = Math.max(0, needed * 2 + 1 - DIFAT_ENTRIES_IN_HEADER);
    const difatNeeded = Math.ceil(beyondHeader / (this.#entriesPerSector - 1));
    if (difatSectorCount > difatNeeded) {
      this.#report(
        'cfb-fat-count',
        `Number of DIFAT Sectors is ${difatSectorCount}, but the file needs at most ${difatNeeded}`,
        { offset: 72 },
      );
    }
  }
}
