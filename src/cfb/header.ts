import type { ReportDamage } from '../damage/anomaly';
import { ByteReader } from '../bytes/byte-reader';
import { FormatError } from '../damage/errors';
import { FREESECT } from './sector';

// [MS-CFB] 2.2: the compound file header

export const HEADER_LENGTH = 512;
export const MINI_SECTOR_SIZE = 64;
/** Streams below this size lie in the mini stream. */
export const MINI_STREAM_CUTOFF = 4096;

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
export const DIFAT_ENTRIES_IN_HEADER = 109;
const DIFAT_OFFSET = 76;

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

/** Decodes the first 512 bytes of a file that begins with the signature. */
export function decodeCompoundFileHeader(bytes: Uint8Array, report: ReportDamage): CompoundFileHeader {
  if (bytes.length < HEADER_LENGTH) {
    throw new FormatError(
      'cfb-header-short',
      `Compound file header cut (${bytes.length} bytes, expected ${HEADER_LENGTH})`,
      { path: '', offset: bytes.length },
    );
  }
  const expect = (name: string, offset: number, found: number, expected: number): void => {
    if (found === expected) return;
    report('cfb-header-field', `${name} is 0x${found.toString(16)}, expected 0x${expected.toString(16)}`, {
      offset,
    });
  };

  const reader = new ByteReader(bytes);
  reader.skip(8); // header signature
  reader.skip(16); // header CLSID
  reader.skip(2); // minor version
  const majorVersion = reader.u16();
  expect('Byte Order', 28, reader.u16(), 0xfffe);
  const sectorSize = decodeSectorSize(reader.u16());
  // QUIRK: [MS-CFB] 2.2 ties 512-byte sectors to version 3 and 4096-byte ones to version 4. Files with version 3
  // and 4096 occur (and versions that do not exist); the sector shift is the number that every reader obeys.
  if (majorVersion !== 3 && majorVersion !== 4)
    expect('Major Version', 26, majorVersion, sectorSize === 512 ? 3 : 4);
  expect('Mini Sector Shift', 32, reader.u16(), 6);
  reader.skip(6); // reserved
  reader.skip(4); // number of directory sectors: 0 in version 3, informative in version 4
  const fatSectorCount = reader.u32();
  const firstDirectorySector = reader.u32();
  reader.skip(4); // transaction signature number
  expect('Mini Stream Cutoff Size', 56, reader.u32(), MINI_STREAM_CUTOFF);
  const firstMiniFatSector = reader.u32();
  reader.skip(4); // number of mini FAT sectors: the chain says it
  const firstDifatSector = reader.u32();
  const difatSectorCount = reader.u32();
  return {
    majorVersion,
    sectorSize,
    fatSectorCount,
    firstDirectorySector,
    firstMiniFatSector,
    firstDifatSector,
    difatSectorCount,
    difat: decodeDifat(bytes),
  };
}

/** The DIFAT in the header. Most files use one or two of its entries: what follows the last one in use is left out. */
function decodeDifat(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset + DIFAT_OFFSET, DIFAT_ENTRIES_IN_HEADER * 4);
  let count = DIFAT_ENTRIES_IN_HEADER;
  while (count > 0 && view.getUint32((count - 1) * 4, true) === FREESECT) count -= 1;
  const difat: number[] = [];
  for (let index = 0; index < count; index++) difat.push(view.getUint32(index * 4, true));
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
