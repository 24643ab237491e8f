import { DIFAT_ENTRIES_IN_HEADER, MINI_STREAM_CUTOFF } from '../header';
import { ENDOFCHAIN, FREESECT } from '../sector';
import type { MajorVersion } from './sector-placement';
import { sectorSizeOf } from './sector-placement';

/** Where the tables lie that the header of a compound file names, in sector numbers. */
export interface HeaderTables {
  readonly fat: readonly number[];
  readonly difat: readonly number[];
  readonly directory: readonly number[];
  readonly miniFat: readonly number[];
}

/** The header, [MS-CFB] 2.2, filled up to a sector. */
export function encodeHeader(version: MajorVersion, fields: HeaderTables): Uint8Array {
  const { fat, difat, directory, miniFat } = fields;
  const bytes = new Uint8Array(sectorSizeOf(version));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true); // minor version
  view.setUint16(26, version, true);
  view.setUint16(28, 0xfffe, true); // byte order
  view.setUint16(30, Math.log2(sectorSizeOf(version)), true);
  view.setUint16(32, 6, true); // mini sectors of 64 bytes
  view.setUint32(40, version === 4 ? directory.length : 0, true);
  view.setUint32(44, fat.length, true);
  view.setUint32(48, directory[0] ?? ENDOFCHAIN, true);
  view.setUint32(56, MINI_STREAM_CUTOFF, true);
  view.setUint32(60, miniFat[0] ?? ENDOFCHAIN, true);
  view.setUint32(64, miniFat.length, true);
  view.setUint32(68, difat[0] ?? ENDOFCHAIN, true);
  view.setUint32(72, difat.length, true);
  for (let index = 0; index < DIFAT_ENTRIES_IN_HEADER; index++)
    view.setUint32(76 + index * 4, fat[index] ?? FREESECT, true);
  return bytes;
}
