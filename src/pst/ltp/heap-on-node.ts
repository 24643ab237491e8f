import type { ReportDamage } from '../../damage/anomaly';
import type { DataTree } from '../ndb/data-tree';
import { hex, u16, u32 } from '../ndb/store-bytes';

// [MS-PST] 2.3.1: the heap-on-node

const SIGNATURE = 0xec;
const HEADER_LENGTH = 12;
/** So many blocks are read at once when a heap is opened: all of it will be needed. Of a large table only some may be. */
const SMALL_HEAP = 8;
/** The low five bits of an HID; those of an NID are not 0. */
const HID_TYPE_BITS = 5;

/** Whether an HNID is an HID, into the heap, and not the NID of a sub-node. */
export function isHeapId(hnid: number): boolean {
  return (hnid & 0x1f) === 0;
}

/**
 * The heap in the data of a node. `find` puts a cursor on an item, so that thousands of small values cost no object
 * each.
 */
export class HeapOnNode {
  /** bClientSig: what the heap is. */
  readonly clientSignature: number;
  /** hidUserRoot: the item to begin with. */
  readonly userRoot: number;
  /** The block that has the item that was found. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Where the item begins in it. */
  start = 0;
  length = 0;
  readonly #data: DataTree;
  readonly #indexBits: number;
  readonly #report: ReportDamage;
  #block = 0;

  private constructor(data: DataTree, header: Uint8Array, indexBits: number, report: ReportDamage) {
    this.#data = data;
    this.clientSignature = header[3] as number;
    this.userRoot = u32(header, 4);
    this.#indexBits = indexBits;
    this.#report = report;
  }

  /** Opens the heap in some data; undefined, and reported, if there is none. */
  static open(data: DataTree, indexBits: number, report: ReportDamage): HeapOnNode | undefined {
    if (data.blockCount <= SMALL_HEAP) data.prefetch();
    const header = data.block(0);
    if (header !== undefined && header.length >= HEADER_LENGTH && header[2] === SIGNATURE)
      return new HeapOnNode(data, header, indexBits, report);
    const found = header === undefined ? 'no block' : `bSig ${hex(header[2] ?? 0)} in ${header.length} bytes`;
    report('pst-heap', `Heap-on-node has ${found}, expected ${hex(SIGNATURE)}`, {
      offset: data.offsetOf(0, 0),
    });
    return undefined;
  }

  /** Reads the whole heap, at once where reading has to be awaited. */
  prefetch(): void {
    this.#data.prefetch();
  }

  /** Where a byte of the item that was found lies in the file. */
  offsetOf(position: number): number | undefined {
    return this.#data.offsetOf(this.#block, position);
  }

  /** Puts the cursor on an item; false, and reported, if the heap has none of that HID. */
  find(hid: number): boolean {
    const block = hid >>> (HID_TYPE_BITS + this.#indexBits);
    const index = (hid >>> HID_TYPE_BITS) & ((1 << this.#indexBits) - 1);
    const bytes = block < this.#data.blockCount ? this.#data.block(block) : undefined;
    if (bytes === undefined || !isHeapId(hid)) return this.#refuse(hid, 'lies outside the heap');
    const map = bytes.length < 2 ? bytes.length : u16(bytes, 0);
    const at = map + 4 + (index - 1) * 2; // cAlloc, cFree
    if (at + 4 > bytes.length || index === 0 || index > u16(bytes, map))
      return this.#refuse(hid, 'is not in the page map of its block');
    const [start, end] = [u16(bytes, at), u16(bytes, at + 2)];
    if (end < start || end > map)
      return this.#refuse(hid, `reaches from ${start} to ${end}, and the heap to ${map}`);
    this.bytes = bytes;
    this.start = start;
    this.length = end - start;
    this.#block = block;
    return true;
  }

  #refuse(hid: number, why: string): false {
    this.#report('pst-heap', `HID ${hex(hid)} ${why}`);
    return false;
  }
}
