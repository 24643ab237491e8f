import { LittleEndian } from './little-endian';
import type { Piece } from './places';
import { sealPage } from './page';
import { alignUp } from './store-format';
import type { FormatLayout } from './store-format';

/**
 * Where pages and blocks come to lie, one after the other, with the allocation maps of [MS-PST] 2.2.2.7.2 between them.
 * Page maps (2.2.2.7.3) stand beside every eighth allocation map of 512 bytes; free maps, which nobody reads, are left out.
 */
export class FileSpace {
  readonly #layout: FormatLayout;
  readonly #pieces: Piece[] = [];
  /** Allocation bits by number of the map. */
  readonly #maps = new Map<number, Uint8Array>();
  #end: number;

  constructor(layout: FormatLayout) {
    this.#layout = layout;
    this.#end = layout.firstMap;
  }

  /** The end of what was allocated. */
  get end(): number {
    return this.#end;
  }

  /** An offset of that many bytes that nothing else has. */
  allocate(length: number, alignment: number, notBefore = 0): number {
    const { firstMap } = this.#layout;
    let offset = alignUp(Math.max(this.#end, notBefore), alignment);
    const map = Math.floor((offset - firstMap) / this.#mapped);
    const [start, next] = [firstMap + map * this.#mapped, firstMap + (map + 1) * this.#mapped];
    offset = Math.max(offset, alignUp(start + this.#reserved(map), alignment));
    if (offset + length > next) offset = alignUp(next + this.#reserved(map + 1), alignment);
    this.#mark(offset, length);
    this.#end = offset + length;
    return offset;
  }

  put(offset: number, bytes: Uint8Array): void {
    this.#pieces.push({ offset, bytes });
  }

  /** Writes the maps and gives back everything, by offset. */
  finish(): { pieces: readonly Piece[]; lastMap: number; free: number } {
    let [lastMap, free] = [0, 0];
    for (const [map, bits] of this.#maps) {
      const offset = this.#layout.firstMap + map * this.#mapped;
      this.put(offset, this.#mapPage(0x84, offset, bits));
      if (this.#hasPageMap(map)) {
        const at = offset + this.#layout.pageSize;
        this.put(at, this.#mapPage(0x83, at, new Uint8Array(bits.length).fill(0xff)));
      }
      lastMap = Math.max(lastMap, offset);
      for (const byte of bits) free += bitsClear(byte) * this.#layout.blockAlignment;
    }
    return { pieces: this.#pieces.sort((a, b) => a.offset - b.offset), lastMap, free };
  }

  /** Bytes of the file that one allocation map speaks of. */
  get #mapped(): number {
    return this.#layout.mapBits.length * 8 * this.#layout.blockAlignment;
  }

  #hasPageMap(map: number): boolean {
    return this.#layout.pageSize === 512 && map % 8 === 0;
  }

  #reserved(map: number): number {
    return this.#layout.pageSize * (this.#hasPageMap(map) ? 2 : 1);
  }

  #mark(offset: number, length: number): void {
    const { firstMap, blockAlignment, mapBits } = this.#layout;
    const map = Math.floor((offset - firstMap) / this.#mapped);
    let bits = this.#maps.get(map);
    if (bits === undefined) {
      this.#maps.set(map, (bits = new Uint8Array(mapBits.length)));
      this.#set(bits, 0, this.#reserved(map) / blockAlignment);
    }
    const first = Math.floor((offset - firstMap - map * this.#mapped) / blockAlignment);
    this.#set(bits, first, Math.ceil(length / blockAlignment));
  }

  #set(bits: Uint8Array, first: number, count: number): void {
    for (let bit = first; bit < first + count; bit++)
      bits[bit >> 3] = (bits[bit >> 3] as number) | (0x80 >> (bit & 7));
  }

  #mapPage(type: number, offset: number, bits: Uint8Array): Uint8Array {
    const page = new LittleEndian(this.#layout.pageSize).raw(this.#layout.mapBits.offset, bits);
    return sealPage(this.#layout, page.bytes, { type, offset, bid: offset });
  }
}

function bitsClear(byte: number): number {
  let count = 0;
  for (let bit = 0; bit < 8; bit++) if ((byte & (1 << bit)) === 0) count++;
  return count;
}
