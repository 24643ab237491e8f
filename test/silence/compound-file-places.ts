// What lies where in a small sound compound file with sectors of 512 bytes ([MS-CFB]), so that a trial can say what it
// damaged. It is as simple as a sound file allows, and shares nothing with the reader that is tried.

const SECTOR = 512;
const MINI_SECTOR = 64;
const ENTRY = 128;
const CUTOFF = 4096;
const END = 0xfffffffa;

/** The structure and field of every byte of the file. */
export function placesIn(bytes: Uint8Array): (offset: number) => string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number): number => view.getUint32(at, true);
  const places = new Map<number, string>();
  const offsetOf = (sector: number): number => (sector + 1) * SECTOR;
  const fat = Array.from({ length: u32(44) }, (_, index) => u32(76 + index * 4));
  const next = (sector: number): number =>
    u32(offsetOf(fat[Math.floor(sector / 128)] as number) + (sector % 128) * 4);
  const chain = (start: number): number[] => {
    const sectors: number[] = [];
    for (let at = start; at < END; at = next(at)) sectors.push(at);
    return sectors;
  };
  const mark = (sectors: readonly number[], what: string): void => {
    for (const sector of sectors) places.set(offsetOf(sector), what);
  };
  const directory = chain(u32(48));
  const miniFat = chain(u32(60));
  mark(fat, 'FAT');
  mark(directory, 'directory');
  mark(miniFat, 'mini FAT');
  const entries = directory.flatMap((sector) =>
    [0, 1, 2, 3].map((index) => offsetOf(sector) + index * ENTRY),
  );
  const ofMiniStream = chain(u32((entries[0] ?? 0) + 116));
  const miniOffset = (mini: number): number =>
    offsetOf(ofMiniStream[Math.floor(mini / 8)] as number) + (mini % 8) * MINI_SECTOR;
  const minis = new Map<number, string>();
  for (const entry of entries) {
    if (view.getUint8(entry + 66) !== 2) continue;
    const size = u32(entry + 120);
    if (size >= CUTOFF) mark(chain(u32(entry + 116)), `stream ${nameAt(entry)}`);
    else if (size > 0)
      for (
        let mini = u32(entry + 116);
        mini < END;
        mini = u32(offsetOf(miniFat[Math.floor(mini / 128)] as number) + (mini % 128) * 4)
      )
        minis.set(miniOffset(mini), `stream ${nameAt(entry)}`);
  }
  return (offset) => {
    if (offset < SECTOR) return `header ${offset & ~3}`;
    const what = places.get(offset - (offset % SECTOR));
    if (what === 'directory')
      return `directory: ${nameAt(offset - (offset % ENTRY))} ${fieldAt(offset % ENTRY)}`;
    return what ?? minis.get(offset - (offset % MINI_SECTOR)) ?? 'unused';
  };

  function nameAt(entry: number): string {
    const length = view.getUint16(entry + 64, true);
    const units = Array.from({ length: Math.max(0, length / 2 - 1) }, (_, index) =>
      view.getUint16(entry + index * 2, true),
    );
    return String.fromCharCode(...units);
  }
}

const fields: readonly (readonly [from: number, name: string])[] = [
  [124, 'Stream Size, upper half'],
  [120, 'Stream Size'],
  [116, 'Starting Sector Location'],
  [100, 'times'],
  [96, 'State Bits'],
  [80, 'CLSID'],
  [76, 'Child ID'],
  [72, 'Right Sibling ID'],
  [68, 'Left Sibling ID'],
  [67, 'Color Flag'],
  [66, 'Object Type'],
  [64, 'Name Length'],
  [0, 'Name'],
];

function fieldAt(position: number): string {
  return fields.find(([from]) => position >= from)?.[1] ?? '';
}
