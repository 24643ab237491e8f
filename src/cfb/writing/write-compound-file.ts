import { concat } from '../../bytes/concat';
import { UnsupportedError } from '../../damage/errors';
import { MINI_SECTOR_SIZE, MINI_STREAM_CUTOFF } from '../header';
import { ENDOFCHAIN } from '../sector';
import { encodeHeader } from './compound-file-header';
import { DIRECTORY_ENTRY_LENGTH, encodeDirectory, listEntries } from './directory-entries';
import type { WrittenEntry } from './directory-entries';
import { fatSectorsFor, oneAfterAnother, RANGE_LOCK_OFFSET, sectorSizeOf } from './sector-placement';
import type { MajorVersion, Placement, PlaceSectors, UnplacedChain } from './sector-placement';
import { encodeDifat, encodeFat, encodeNumbers } from './sector-tables';
import type { StorageNode } from './storage-node';

// [MS-CFB]: https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb/53989ce4-7b05-4f8d-829b-d08d6148375b

/** A compound file that was written, and where everything came to lie in it. */
export interface CompoundFileLayout {
  readonly bytes: Uint8Array;
  readonly sectorSize: number;
  /** By stream ID. */
  readonly entries: readonly WrittenEntry[];
  readonly placement: Placement;
  /** Sector numbers. */
  readonly directory: readonly number[];
  readonly miniFat: readonly number[];
  readonly miniStream: readonly number[];
}

/**
 * Writes a compound file: the same bytes whenever it is given the same. Of version 3, and 4 where that could not hold
 * it. Throws an `UnsupportedError` if it would be larger than an array of bytes can be here.
 */
export function writeCompoundFile(root: StorageNode): Uint8Array {
  const entries = listEntries(root);
  return layOut(entries, versionFor(entries), oneAfterAnother).bytes;
}

/** The same in a version and with an order of the sectors that the caller chooses. */
export function layOutCompoundFile(
  root: StorageNode,
  version: MajorVersion,
  place: PlaceSectors,
): CompoundFileLayout {
  return layOut(listEntries(root), version, place);
}

/** Version 3 ends where ranges of bytes are locked, below 2 GB. */
export function versionFor(entries: readonly Pick<WrittenEntry, 'size' | 'data'>[]): MajorVersion {
  const chains = chainsOf(entries, miniSectorsOf(entries), 3);
  const sectors = chains.reduce((sum, { length }) => sum + length, 0);
  const { fatCount, difatCount } = fatSectorsFor(sectors, sectorSizeOf(3) / 4);
  return (1 + sectors + fatCount + difatCount) * sectorSizeOf(3) > RANGE_LOCK_OFFSET ? 4 : 3;
}

function layOut(
  entries: readonly WrittenEntry[],
  version: MajorVersion,
  place: PlaceSectors,
): CompoundFileLayout {
  const sectorSize = sectorSizeOf(version);
  const large = entries.filter(isLarge);
  const miniStream = takeMiniStream(entries);
  const placement = place(chainsOf(entries, miniStream.chains.length, version), version);
  const [inMiniStream = [], miniFat = [], directory = []] = placement.chains.slice(large.length);
  large.forEach((entry, index) => {
    entry.start = placement.chains[index]?.[0] ?? ENDOFCHAIN;
  });
  const root = entries[0] as WrittenEntry;
  root.start = inMiniStream[0] ?? ENDOFCHAIN;
  root.size = miniStream.bytes.length;

  const bytes = newFile((placement.sectorCount + 1) * sectorSize);
  const fill = (sectors: readonly number[], data: Uint8Array): void => {
    sectors.forEach((sector, index) => {
      const part = data.subarray(index * sectorSize, (index + 1) * sectorSize);
      bytes.set(part, (sector + 1) * sectorSize);
    });
  };
  bytes.set(encodeHeader(version, { ...placement, directory, miniFat }));
  large.forEach(({ data }, index) => {
    fill(placement.chains[index] ?? [], data as Uint8Array);
  });
  fill(inMiniStream, miniStream.bytes);
  fill(miniFat, encodeNumbers(miniStream.chains, sectorSize));
  fill(directory, encodeDirectory(entries, sectorSize));
  fill(placement.fat, encodeFat(placement, version));
  fill(placement.difat, encodeDifat(placement, version));
  return { bytes, sectorSize, entries, placement, directory, miniFat, miniStream: inMiniStream };
}

type Sized = Pick<WrittenEntry, 'size' | 'data'>;

function isLarge({ data, size }: Sized): boolean {
  return data !== undefined && size >= MINI_STREAM_CUTOFF;
}

function isSmall({ data, size }: Sized): boolean {
  return data !== undefined && size > 0 && size < MINI_STREAM_CUTOFF;
}

function miniSectorsOf(entries: readonly Sized[]): number {
  return entries.filter(isSmall).reduce((count, { size }) => count + Math.ceil(size / MINI_SECTOR_SIZE), 0);
}

/** What is to be placed: the streams that have sectors of their own, then what all share. */
function chainsOf(entries: readonly Sized[], miniSectors: number, version: MajorVersion): UnplacedChain[] {
  const chain = (holds: UnplacedChain['holds'], bytes: number): UnplacedChain => ({
    holds,
    length: Math.ceil(bytes / sectorSizeOf(version)),
  });
  return [
    ...entries.filter(isLarge).map(({ size }) => chain('stream', size)),
    chain('mini stream', miniSectors * MINI_SECTOR_SIZE),
    chain('mini FAT', miniSectors * 4),
    chain('directory', entries.length * DIRECTORY_ENTRY_LENGTH),
  ];
}

/** The mini stream, [MS-CFB] 2.4, and what follows each mini sector in its chain. */
function takeMiniStream(entries: readonly WrittenEntry[]): { bytes: Uint8Array; chains: readonly number[] } {
  const chains: number[] = [];
  const parts: Uint8Array[] = [];
  for (const entry of entries.filter(isSmall)) {
    const count = Math.ceil(entry.size / MINI_SECTOR_SIZE);
    entry.start = chains.length;
    for (let index = 1; index < count; index++) chains.push(entry.start + index);
    chains.push(ENDOFCHAIN);
    parts.push(entry.data as Uint8Array, new Uint8Array(count * MINI_SECTOR_SIZE - entry.size));
  }
  return { bytes: concat(parts), chains };
}

function newFile(length: number): Uint8Array {
  try {
    return new Uint8Array(length);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnsupportedError(
      'msg-size',
      `The file would have ${length} bytes, more than an array can hold here`,
    );
  }
}
