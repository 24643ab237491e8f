// Compound files for tests ([MS-CFB]): sound ones, which tests damage with the layout that comes back.

import { DIRECTORY_ENTRY_LENGTH } from '../../src/cfb/writing/directory-entries';
import { oneAfterAnother } from '../../src/cfb/writing/sector-placement';
import type { PlaceSectors } from '../../src/cfb/writing/sector-placement';
import type { StorageNode, StreamNode } from '../../src/cfb/writing/storage-node';
import { layOutCompoundFile } from '../../src/cfb/writing/write-compound-file';
import type { CompoundFileLayout } from '../../src/cfb/writing/write-compound-file';

export { concat } from '../../src/bytes/concat';

export type WrittenStream = StreamNode;
export type WrittenStorage = StorageNode;
export type WrittenNode = StreamNode | StorageNode;

/** Where things came to lie, so that tests can damage them. */
export interface Layout {
  readonly bytes: Uint8Array;
  readonly sectorSize: number;
  /** By path, such as `/__recip_version1.0_#00000000`; the root is `/`. */
  readonly entries: ReadonlyMap<
    string,
    { readonly id: number; readonly offset: number; readonly start: number }
  >;
  /** Sector numbers. */
  readonly directory: readonly number[];
  readonly fat: readonly number[];
  readonly miniFat: readonly number[];
  readonly miniStream: readonly number[];
  readonly difat: readonly number[];
  offsetOfSector(sector: number): number;
  /** Where the FAT's entry for a sector lies. */
  offsetOfFatEntry(sector: number): number;
  offsetOfMiniFatEntry(miniSector: number): number;
}

const BLACK = 1;
const STORAGE = 1;
const ENDOFCHAIN = 0xfffffffe;

/** Writes a compound file of version 3 (512-byte sectors) or 4 (4,096-byte sectors). */
export function writeCompoundFile(
  children: readonly WrittenNode[],
  version: 3 | 4 = 3,
  order: PlaceSectors = oneAfterAnother,
): Layout {
  const written = layOutCompoundFile({ name: 'Root Entry', children }, version, order);
  const { bytes, sectorSize, directory, miniFat, miniStream, placement } = written;
  const offsetOfSector = (sector: number): number => (sector + 1) * sectorSize;
  const inSectors = (of: readonly number[], index: number, size: number): number =>
    offsetOfSector(of[Math.floor((index * size) / sectorSize)] as number) + ((index * size) % sectorSize);
  const offsetOf = (id: number): number => inSectors(directory, id, DIRECTORY_ENTRY_LENGTH);
  simplify(written, offsetOf);
  return {
    bytes,
    sectorSize,
    entries: new Map(
      written.entries.map(({ path, start }, id) => [path, { id, offset: offsetOf(id), start }]),
    ),
    directory,
    fat: placement.fat,
    miniFat,
    miniStream,
    difat: placement.difat,
    offsetOfSector,
    offsetOfFatEntry: (sector) => inSectors(placement.fat, sector, 4),
    offsetOfMiniFatEntry: (sector) => inSectors(miniFat, sector, 4),
  };
}

/** As many writers have it, and the samples: all entries are black, and a storage begins where no sector is. */
function simplify({ bytes, entries }: CompoundFileLayout, offsetOf: (id: number) => number): void {
  const view = new DataView(bytes.buffer);
  entries.forEach(({ type }, id) => {
    view.setUint8(offsetOf(id) + 67, BLACK);
    if (type === STORAGE) view.setUint32(offsetOf(id) + 116, ENDOFCHAIN, true);
  });
}
