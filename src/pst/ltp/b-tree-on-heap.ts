import type { ReportDamage } from '../../damage/anomaly';
import { hex, u32 } from '../ndb/store-bytes';
import type { HeapOnNode } from './heap-on-node';

// [MS-PST] 2.3.2: the B-tree-on-heap

const TYPE = 0xb5;
const HEADER_LENGTH = 8;
const HID_LENGTH = 4;

/** How long the keys of a tree must be, and how long its entries may be. */
export interface RecordFormat {
  readonly keySize: number;
  readonly entrySizes: readonly number[];
}

/** A record of a leaf: its key and entry in the bytes of the heap. */
export type VisitRecord = (bytes: Uint8Array, at: number, entrySize: number) => void;

interface Step {
  readonly hid: number;
  readonly level: number;
}

/** Visits the records of a tree in their order. Each item of the heap counts once; damage is reported. */
export function forEachRecord(
  heap: HeapOnNode,
  headerHid: number,
  format: RecordFormat,
  visit: VisitRecord,
  report: ReportDamage,
): void {
  const header = readHeader(heap, headerHid, format, report);
  if (header === undefined) return;
  const order = new KeyOrder(format.keySize, report);
  const steps: Step[] = [{ hid: header.root, level: header.levels }];
  const seen = new Set<number>([0]); // which is no item: an empty tree
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { hid, level } = step;
    if (seen.has(hid)) {
      if (hid !== 0) report('pst-heap-tree', `B-tree-on-heap reaches HID ${hex(hid)} twice`);
      continue;
    }
    seen.add(hid);
    if (!heap.find(hid)) continue;
    const size = format.keySize + (level === 0 ? header.entrySize : HID_LENGTH);
    if (heap.length % size !== 0)
      report('pst-heap-tree', `HID ${hex(hid)} has ${heap.length} bytes, no multiple of ${size}`);
    const below = visitItem(heap, size, level, order, (item, at) => {
      visit(item, at, header.entrySize);
    });
    for (const next of below.reverse()) steps.push({ hid: next, level: level - 1 });
  }
}

interface Header {
  readonly entrySize: number;
  readonly levels: number;
  readonly root: number;
}

/** BTHHEADER, 2.3.2.1. */
function readHeader(
  heap: HeapOnNode,
  hid: number,
  { keySize, entrySizes }: RecordFormat,
  report: ReportDamage,
): Header | undefined {
  if (!heap.find(hid)) return undefined;
  const { bytes, start, length } = heap;
  const [type = 0, cbKey = 0, cbEnt = 0, levels = 0] = bytes.subarray(start, start + length);
  if (length >= HEADER_LENGTH && type === TYPE && cbKey === keySize && entrySizes.includes(cbEnt))
    return { entrySize: cbEnt, levels, root: u32(bytes, start + 4) };
  const message = `BTHHEADER has bType ${hex(type)}, cbKey ${cbKey}, cbEnt ${cbEnt}, expected 0xB5, ${keySize}, ${entrySizes.join(' or ')}`;
  report('pst-heap-tree', message, { offset: heap.offsetOf(start) });
  return undefined;
}

/** Visits the records of one item; gives the HIDs that records of a higher level lead to. */
function visitItem(
  { bytes, start, length }: HeapOnNode,
  size: number,
  level: number,
  order: KeyOrder,
  visit: (bytes: Uint8Array, at: number) => void,
): number[] {
  const below: number[] = [];
  for (let at = start; at + size <= start + length; at += size) {
    if (level > 0) below.push(u32(bytes, at + size - HID_LENGTH));
    else if (order.accepts(bytes, at)) visit(bytes, at);
  }
  return below;
}

/** Keys must ascend: a record that does not is reported and left out, so that no key occurs twice. */
class KeyOrder {
  readonly #keySize: number;
  readonly #report: ReportDamage;
  #last = -1;

  constructor(keySize: number, report: ReportDamage) {
    this.#keySize = keySize;
    this.#report = report;
  }

  accepts(bytes: Uint8Array, at: number): boolean {
    let key = 0;
    for (let byte = this.#keySize - 1; byte >= 0; byte--) key = key * 256 + (bytes[at + byte] as number);
    if (key > this.#last) {
      this.#last = key;
      return true;
    }
    this.#report(
      'pst-heap-tree',
      `Key ${hex(key)} follows on ${hex(this.#last)}, and keys must ascend; left out`,
    );
    return false;
  }
}
