// Writes compound files ([MS-CFB]), sound ones; tests damage them with the layout that comes back.

import { FAT_SECTORS_IN_HEADER, oneAfterAnother, placeSectors } from './sector-placement';
import type { Placement, SectorOrder, UnplacedChain } from './sector-placement';

export interface WrittenStream {
  readonly name: string;
  readonly data: Uint8Array;
}

export interface WrittenStorage {
  readonly name: string;
  readonly children: readonly WrittenNode[];
}

export type WrittenNode = WrittenStream | WrittenStorage;

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

const FREESECT = 0xffffffff;
const ENDOFCHAIN = 0xfffffffe;
const FATSECT = 0xfffffffd;
const DIFSECT = 0xfffffffc;
const NOSTREAM = 0xffffffff;
const MINI_CUTOFF = 4096;
const MINI_SECTOR = 64;

interface Entry {
  readonly node: WrittenNode | undefined;
  readonly path: string;
  readonly name: string;
  readonly data: Uint8Array | undefined;
  children: number[];
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/** Writes a compound file of version 3 (512-byte sectors) or 4 (4,096-byte sectors). */
export function writeCompoundFile(
  children: readonly WrittenNode[],
  version: 3 | 4 = 3,
  order: SectorOrder = oneAfterAnother,
): Layout {
  const sectorSize = version === 3 ? 512 : 4096;
  const entries = listEntries(children);
  const mini = entries.filter(
    ({ data }) => data !== undefined && data.length > 0 && data.length < MINI_CUTOFF,
  );
  const big = entries.filter(({ data }) => data !== undefined && data.length >= MINI_CUTOFF);

  const miniFat: number[] = [];
  const miniStream = concat(mini.map((entry) => placeMini(entry, miniFat)));
  const chain = (holds: UnplacedChain['holds'], bytes: number): UnplacedChain => ({
    holds,
    length: Math.ceil(bytes / sectorSize),
  });
  const placement = placeSectors(
    [
      ...big.map(({ size }) => chain('stream', size)),
      chain('mini stream', miniStream.length),
      chain('mini FAT', miniFat.length * 4),
      chain('directory', entries.length * 128),
    ],
    order,
    sectorSize / 4,
  );
  const [miniStreamSectors = [], miniFatSectors = [], directorySectors = []] = placement.chains.slice(
    big.length,
  );
  big.forEach((entry, index) => {
    entry.start = placement.chains[index]?.[0] as number;
  });
  const root = entries[0] as Entry;
  root.start = miniStreamSectors[0] ?? ENDOFCHAIN;
  root.size = miniStream.length;

  const bytes = new Uint8Array((placement.sectorCount + 1) * sectorSize);
  const offsetOfSector = (sector: number): number => (sector + 1) * sectorSize;
  const fill = (sectors: readonly number[], data: Uint8Array): void => {
    sectors.forEach((sector, index) => {
      bytes.set(data.subarray(index * sectorSize, (index + 1) * sectorSize), offsetOfSector(sector));
    });
  };
  bytes.set(
    writeHeader(version, {
      fatSectors: placement.fat,
      difatSectors: placement.difat,
      firstDirectory: directorySectors[0] as number,
      directoryCount: directorySectors.length,
      firstMiniFat: miniFatSectors[0] ?? ENDOFCHAIN,
      miniFatCount: miniFatSectors.length,
    }),
  );
  big.forEach((entry, index) => {
    fill(placement.chains[index] ?? [], entry.data as Uint8Array);
  });
  fill(miniStreamSectors, miniStream);
  fill(miniFatSectors, table(miniFat, sectorSize));
  fill(directorySectors, directory(entries, sectorSize));
  fill(placement.fat, table(fatEntries(placement), sectorSize));
  fill(placement.difat, table(difatEntries(placement, sectorSize / 4), sectorSize));

  const inSectors = (of: readonly number[], index: number, size: number): number =>
    offsetOfSector(of[Math.floor((index * size) / sectorSize)] as number) + ((index * size) % sectorSize);
  return {
    bytes,
    sectorSize,
    entries: new Map(
      entries.map((entry, id) => [
        entry.path,
        { id, offset: inSectors(directorySectors, id, 128), start: entry.start },
      ]),
    ),
    directory: directorySectors,
    fat: placement.fat,
    miniFat: miniFatSectors,
    miniStream: miniStreamSectors,
    difat: placement.difat,
    offsetOfSector,
    offsetOfFatEntry: (sector) => inSectors(placement.fat, sector, 4),
    offsetOfMiniFatEntry: (sector) => inSectors(miniFatSectors, sector, 4),
  };
}

function listEntries(children: readonly WrittenNode[]): Entry[] {
  const entries: Entry[] = [entry('Root Entry', '/', undefined)];
  const pending: { id: number; children: readonly WrittenNode[]; path: string }[] = [
    { id: 0, children, path: '' },
  ];
  for (const { id, children: nodes, path } of pending) {
    const parent = entries[id] as Entry;
    for (const node of [...nodes].sort(compareNames)) {
      const child = entry(node.name, `${path}/${node.name}`, node);
      parent.children.push(entries.push(child) - 1);
      if ('children' in node)
        pending.push({ id: entries.length - 1, children: node.children, path: child.path });
    }
    parent.child = balance(entries, parent.children, 0, parent.children.length);
  }
  return entries;
}

function entry(name: string, path: string, node: WrittenNode | undefined): Entry {
  const data = node !== undefined && 'data' in node ? node.data : undefined;
  const links = { left: NOSTREAM, right: NOSTREAM, child: NOSTREAM };
  return { node, path, name, data, children: [], ...links, start: ENDOFCHAIN, size: data?.length ?? 0 };
}

/** [MS-CFB] 2.6.4: shorter names first, then by upper-cased unit. */
function compareNames(a: WrittenNode, b: WrittenNode): number {
  const [x, y] = [a.name.toUpperCase(), b.name.toUpperCase()];
  return x.length - y.length || (x < y ? -1 : x > y ? 1 : 0);
}

function balance(entries: Entry[], ids: readonly number[], from: number, to: number): number {
  if (from >= to) return NOSTREAM;
  const middle = (from + to) >> 1;
  const id = ids[middle] as number;
  const node = entries[id] as Entry;
  node.left = balance(entries, ids, from, middle);
  node.right = balance(entries, ids, middle + 1, to);
  return id;
}

function placeMini(entry: Entry, miniFat: number[]): Uint8Array {
  const data = entry.data as Uint8Array;
  const count = Math.ceil(data.length / MINI_SECTOR);
  entry.start = miniFat.length;
  for (let index = 0; index < count; index++) {
    miniFat.push(index + 1 < count ? entry.start + index + 1 : ENDOFCHAIN);
  }
  return padded(data, count * MINI_SECTOR);
}

function fatEntries({ chains, fat, difat, sectorCount }: Placement): number[] {
  const numbers = new Array<number>(sectorCount).fill(FREESECT);
  for (const sectors of chains) {
    sectors.forEach((sector, index) => (numbers[sector] = sectors[index + 1] ?? ENDOFCHAIN));
  }
  for (const sector of fat) numbers[sector] = FATSECT;
  for (const sector of difat) numbers[sector] = DIFSECT;
  return numbers;
}

/** The last entry of each DIFAT sector is the number of the next ([MS-CFB] 2.5.1). */
function difatEntries({ fat, difat }: Placement, perSector: number): number[] {
  return difat.flatMap((_, index) => {
    const from = FAT_SECTORS_IN_HEADER + index * (perSector - 1);
    const locations = fat.slice(from, from + perSector - 1);
    while (locations.length < perSector - 1) locations.push(FREESECT);
    return [...locations, difat[index + 1] ?? ENDOFCHAIN];
  });
}

function directory(entries: readonly Entry[], sectorSize: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((entries.length * 128) / sectorSize) * sectorSize);
  const view = new DataView(bytes.buffer);
  for (let id = 0; id * 128 < bytes.length; id++) {
    const at = id * 128;
    for (const link of [68, 72, 76]) view.setUint32(at + link, NOSTREAM, true);
    const node = entries[id];
    if (node === undefined) continue;
    for (let index = 0; index < node.name.length; index++) {
      view.setUint16(at + index * 2, node.name.charCodeAt(index), true);
    }
    view.setUint16(at + 64, node.name.length * 2 + 2, true);
    view.setUint8(at + 66, id === 0 ? 5 : node.data === undefined ? 1 : 2);
    view.setUint8(at + 67, 1); // black
    view.setUint32(at + 68, node.left, true);
    view.setUint32(at + 72, node.right, true);
    view.setUint32(at + 76, node.child, true);
    view.setUint32(at + 116, node.start, true);
    view.setUint32(at + 120, node.size, true);
  }
  return bytes;
}

interface HeaderFields {
  readonly fatSectors: readonly number[];
  readonly difatSectors: readonly number[];
  readonly firstDirectory: number;
  readonly directoryCount: number;
  readonly firstMiniFat: number;
  readonly miniFatCount: number;
}

function writeHeader(version: 3 | 4, fields: HeaderFields): Uint8Array {
  const bytes = new Uint8Array(version === 3 ? 512 : 4096);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, version, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, version === 3 ? 9 : 12, true);
  view.setUint16(32, 6, true);
  view.setUint32(40, version === 4 ? fields.directoryCount : 0, true);
  view.setUint32(44, fields.fatSectors.length, true);
  view.setUint32(48, fields.firstDirectory, true);
  view.setUint32(56, MINI_CUTOFF, true);
  view.setUint32(60, fields.firstMiniFat, true);
  view.setUint32(64, fields.miniFatCount, true);
  view.setUint32(68, fields.difatSectors[0] ?? ENDOFCHAIN, true);
  view.setUint32(72, fields.difatSectors.length, true);
  for (let index = 0; index < 109; index++)
    view.setUint32(76 + index * 4, fields.fatSectors[index] ?? FREESECT, true);
  return bytes;
}

function table(numbers: readonly number[], sectorSize: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((numbers.length * 4) / sectorSize) * sectorSize).fill(0xff);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, index) => {
    view.setUint32(index * 4, number, true);
  });
  return bytes;
}

function padded(data: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(data);
  return bytes;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
