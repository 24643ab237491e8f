import type { ReportDamage } from '../damage/anomaly';
import { FormatError } from '../damage/errors';
import { FREESECT } from './sector';

// [MS-CFB] 2.2: the compound file header

export const HEADER_LENGTH = 512;
export const MINI_SECTOR_SIZE = 64;
/** Streams below this size lie in the mini stream. */
export const MINI_STREAM_CUTOFF = 4096;

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
export const DIFAT_ENTRIES_IN_HEADER = 109;

export interface CompoundFileHeader {
  readonly majorVersion: number;
  /** 512 or 4096 bytes. */
  readonly sectorSize: number;
  readonly fatSectorCount: number;
  readonly firstDirectorySector: number;
  readonly firstMiniFatSector: number;
  readonly firstDifatSector: number;
  readonly difatSectorCount: number;
  /** The locations of the first 109 FAT sectors, as far as there are any. */
  readonly difat: readonly number[];
}

/** Whether bytes begin as every compound file does. */
export function hasCompoundFileSignature(bytes: Uint8Array): boolean {
  return bytes.length >= SIGNATURE.length && SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** Where the header's fields lie, in words of four bytes; two of two bytes share one. */
const MAJOR_VERSION = 6; // above the minor version
const BYTE_ORDER = 7; // below the sector shift
const MINI_SECTOR_SHIFT = 8;
const FAT_SECTOR_COUNT = 11; // before it the number of directory sectors: 0 in version 3, informative in version 4
const FIRST_DIRECTORY_SECTOR = 12;
const CUTOFF = 14; // before it the transaction signature number
const FIRST_MINI_FAT_SECTOR = 15; // behind it the number of mini FAT sectors: the chain says it
const FIRST_DIFAT_SECTOR = 17;
const DIFAT_SECTOR_COUNT = 18;
const FIRST_DIFAT_ENTRY = 19;

/** Decodes the words of the first 512 bytes of a file that begins with the signature. */
export function decodeCompoundFileHeader(
  words: Int32Array,
  byteLength: number,
  report: ReportDamage,
): CompoundFileHeader {
  if (byteLength < HEADER_LENGTH) {
    throw new FormatError(
      'cfb-header-short',
      `The compound file header is cut: ${byteLength} bytes, expected ${HEADER_LENGTH}`,
      { path: '', offset: byteLength },
    );
  }
  const word = (at: number): number => words[at] as number;
  const majorVersion = word(MAJOR_VERSION) >>> 16;
  const byteOrder = word(BYTE_ORDER) & 0xffff;
  if (byteOrder !== 0xfffe) reportField('Byte Order', 28, byteOrder, 0xfffe, report);
  const sectorSize = decodeSectorSize(word(BYTE_ORDER) >>> 16);
  // QUIRK: [MS-CFB] 2.2 ties 512-byte sectors to version 3 and 4096-byte ones to version 4. Files with version 3
  // and 4096 occur (and versions that do not exist); the sector shift is the number that every reader obeys.
  if (majorVersion !== 3 && majorVersion !== 4)
    reportField('Major Version', 26, majorVersion, sectorSize === 512 ? 3 : 4, report);
  const miniSectorShift = word(MINI_SECTOR_SHIFT) & 0xffff;
  if (miniSectorShift !== 6) reportField('Mini Sector Shift', 32, miniSectorShift, 6, report);
  const cutoff = word(CUTOFF) >>> 0;
  if (cutoff !== MINI_STREAM_CUTOFF)
    reportField('Mini Stream Cutoff Size', 56, cutoff, MINI_STREAM_CUTOFF, report);
  return {
    majorVersion,
    sectorSize,
    fatSectorCount: word(FAT_SECTOR_COUNT) >>> 0,
    firstDirectorySector: word(FIRST_DIRECTORY_SECTOR),
    firstMiniFatSector: word(FIRST_MINI_FAT_SECTOR),
    firstDifatSector: word(FIRST_DIFAT_SECTOR),
    difatSectorCount: word(DIFAT_SECTOR_COUNT) >>> 0,
    difat: decodeDifat(words),
  };
}

function reportField(
  name: string,
  offset: number,
  found: number,
  expected: number,
  report: ReportDamage,
): void {
  const message = `${name} is 0x${found.toString(16)}, expected 0x${expected.toString(16)}`;
  report('cfb-header-field', message, { offset });
}

/** The DIFAT in the header. Most files use one or two of its entries: what follows the last one in use is left out. */
function decodeDifat(words: Int32Array): number[] {
  let count = DIFAT_ENTRIES_IN_HEADER;
  while (count > 0 && words[FIRST_DIFAT_ENTRY + count - 1] === FREESECT) count -= 1;
  const difat: number[] = [];
  for (let index = 0; index < count; index++) difat.push(words[FIRST_DIFAT_ENTRY + index] as number);
  return difat;
}

function decodeSectorSize(sectorShift: number): number {
  if (sectorShift === 9 || sectorShift === 12) return 1 << sectorShift;
  throw new FormatError(
    'cfb-sector-shift',
    `Sector Shift is ${sectorShift}, expected 9 (512 bytes) or 12 (4096 bytes)`,
    {
      path: '',
      offset: 30,
    },
  );
}
