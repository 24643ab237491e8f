import { copiedWords } from '../bytes/words';
import type { Extents } from './extents';
import type { SectorSpace } from './sector-space';

/** The words of a structure that fills sectors, such as the directory: where they lie in a file in memory, or gathered. */
export interface SectorWords {
  readonly words: Int32Array;
  /** Where each sector begins among the words. */
  readonly starts: readonly number[];
  /** How many bytes the structure has; the last sector may be cut. */
  readonly byteLength: number;
}

/** The words of a chain: no copy if its sectors are whole and in memory. */
export function sectorWords({ bytes, sectorSize }: SectorSpace, extents: Extents): SectorWords {
  const { byteLength } = extents;
  if (bytes.words !== undefined && byteLength % sectorSize === 0) {
    const starts = extents.offsetsEvery(sectorSize);
    for (let sector = 0; sector < starts.length; sector++) starts[sector] = (starts[sector] as number) >> 2;
    return { words: bytes.words, starts, byteLength };
  }
  const starts: number[] = [];
  for (let offset = 0; offset < byteLength; offset += sectorSize) starts.push(offset >> 2);
  return { words: copiedWords(extents.read(bytes, byteLength)), starts, byteLength };
}
