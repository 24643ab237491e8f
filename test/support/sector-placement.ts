// Sectors in another order than one chain after the other: it is free ([MS-CFB] 2.1), and real files scatter.

import { DIFAT_ENTRIES_IN_HEADER } from '../../src/cfb/header';
import { sectorSizeOf } from '../../src/cfb/writing/sector-placement';
import type { PlaceSectors, UnplacedChain } from '../../src/cfb/writing/sector-placement';

export type { UnplacedChain };

/** The order in which sectors follow each other in a file. */
export interface SectorOrder {
  /** The chain whose next sector comes next, by its index, until every chain is whole. */
  readonly sequence: (chains: readonly UnplacedChain[]) => Iterable<number>;
}

/** Places sectors in an order; each FAT sector stands before the sectors that it describes. */
export function inOrder(order: SectorOrder): PlaceSectors {
  return (chains, version) => {
    const perSector = sectorSizeOf(version) / 4;
    const numbers = chains.map((): number[] => []);
    const fat: number[] = [];
    const difat: number[] = [];
    let next = 0;
    for (const index of order.sequence(chains)) {
      if (fat.length * perSector <= next) {
        fat.push(next++);
        if (fat.length > DIFAT_ENTRIES_IN_HEADER + difat.length * (perSector - 1)) difat.push(next++);
      }
      numbers[index]?.push(next++);
    }
    chains.forEach(({ holds, length }, index) => {
      if (numbers[index]?.length !== length) throw new Error(`the order does not place the whole ${holds}`);
    });
    return { chains: numbers, fat, difat, sectorCount: next };
  };
}
