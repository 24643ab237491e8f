// Which sector of a compound file holds what ([MS-CFB] 2.1): the order is free, and real files scatter.

/** A chain of sectors that is to be placed. */
export interface UnplacedChain {
  readonly holds: 'stream' | 'mini stream' | 'mini FAT' | 'directory';
  /** In sectors. */
  readonly length: number;
}

/** The order in which sectors follow each other in a file. */
export interface SectorOrder {
  /** `last`: the FAT follows everything; `in step`: each FAT sector stands before the sectors that it describes. */
  readonly fat: 'last' | 'in step';
  /** The chain whose next sector comes next, by its index, until every chain is whole. */
  readonly sequence: (chains: readonly UnplacedChain[]) => Iterable<number>;
}

/** Where everything came to lie, in sector numbers. */
export interface Placement {
  readonly chains: readonly (readonly number[])[];
  readonly fat: readonly number[];
  readonly difat: readonly number[];
  readonly sectorCount: number;
}

/** How many FAT sectors the header lists; the rest is listed by DIFAT sectors ([MS-CFB] 2.2). */
export const FAT_SECTORS_IN_HEADER = 109;

/** Each chain in one run, and the FAT after them. */
export const oneAfterAnother: SectorOrder = {
  fat: 'last',
  *sequence(chains) {
    for (const [index, { length }] of chains.entries()) {
      for (let placed = 0; placed < length; placed++) yield index;
    }
  },
};

/** Gives every sector its number; `perSector` is how many entries a sector of the FAT has. */
export function placeSectors(
  chains: readonly UnplacedChain[],
  order: SectorOrder,
  perSector: number,
): Placement {
  const numbers = chains.map((): number[] => []);
  const fat: number[] = [];
  const difat: number[] = [];
  let next = 0;
  for (const index of order.sequence(chains)) {
    if (order.fat === 'in step' && fat.length * perSector <= next) {
      fat.push(next++);
      if (fat.length > FAT_SECTORS_IN_HEADER + difat.length * (perSector - 1)) difat.push(next++);
    }
    numbers[index]?.push(next++);
  }
  if (order.fat === 'last') {
    const { fatCount, difatCount } = tablesFor(next, perSector);
    for (let index = 0; index < fatCount; index++) fat.push(next++);
    for (let index = 0; index < difatCount; index++) difat.push(next++);
  }
  chains.forEach(({ holds, length }, index) => {
    if (numbers[index]?.length !== length) throw new Error(`the order does not place the whole ${holds}`);
  });
  return { chains: numbers, fat, difat, sectorCount: next };
}

/** How many sectors the tables need that describe so many sectors and themselves. */
function tablesFor(sectors: number, perSector: number): { fatCount: number; difatCount: number } {
  let fatCount = 0;
  let difatCount = 0;
  while (fatCount * perSector < sectors + fatCount + difatCount) {
    fatCount += 1;
    difatCount = Math.ceil(Math.max(0, fatCount - FAT_SECTORS_IN_HEADER) / (perSector - 1));
  }
  return { fatCount, difatCount };
}
