import { isZero } from '../../bytes/is-zero';
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
  /**
   * Whether no record has the key 0 and keys ascend: others are reported and left out, and zeros behind the last record
   * of an item are none. If not, every record is visited, and who visits judges the keys.
   */
  readonly isOrdered: boolean;
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
  const leaves = new Leaves(format, header.entrySize, report);
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
    if (isCut(heap, size))
      report('pst-heap-tree', `HID ${hex(hid)} has ${heap.length} bytes, which is not a multiple of ${size}`);
    if (level === 0) leaves.visit(heap, visit);
    else for (const next of stepsBelow(heap, size).reverse()) steps.push({ hid: next, level: level - 1 });
  }
  leaves.reportPadding();
}

/** Whether an item ends inside a record; zeros are none. */
function isCut({ bytes, start, length }: HeapOnNode, size: number): boolean {
  return !isZero(bytes.subarray(start + length - (length % size), start + length));
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

/** The HIDs that the records of an item of a higher level lead to. */
function stepsBelow({ bytes, start, length }: HeapOnNode, size: number): number[] {
  const below: number[] = [];
  for (let at = start; at + size <= start + length; at += size)
    below.push(u32(bytes, at + size - HID_LENGTH));
  return below;
}

/** The records of the leaves, one leaf after the other. */
class Leaves {
  readonly #keySize: number;
  readonly #entrySize: number;
  readonly #isOrdered: boolean;
  readonly #report: ReportDamage;
  #last = -1;
  #padding = 0;

  constructor({ keySize, isOrdered }: RecordFormat, entrySize: number, report: ReportDamage) {
    this.#keySize = keySize;
    this.#entrySize = entrySize;
    this.#isOrdered = isOrdered;
    this.#report = report;
  }

  visit({ bytes, start, length }: HeapOnNode, visit: VisitRecord): void {
    const size = this.#keySize + this.#entrySize;
    let end = start + length - (length % size);
    // QUIRK: [MS-PST] 2.3.2.3 has no records but those of keys; stores of Aspose.Email have zeros behind the last one
    while (this.#isOrdered && end > start && isZero(bytes.subarray(end - size, end))) {
      end -= size;
      this.#padding += 1;
    }
    for (let at = start; at < end; at += size)
      if (!this.#isOrdered || this.#accepts(bytes, at)) visit(bytes, at, this.#entrySize);
  }

  reportPadding(): void {
    if (this.#padding === 0) return;
    const message = `${this.#padding} records of zeros follow the last one of a B-tree-on-heap's item`;
    this.#report('pst-heap-tree-padding', message);
  }

  /** Keys must ascend: a record that does not is reported and left out, so that no key occurs twice. */
  #accepts(bytes: Uint8Array, at: number): boolean {
    let key = 0;
    for (let byte = this.#keySize - 1; byte >= 0; byte--) key = key * 256 + (bytes[at + byte] as number);
    const isZeroed = key === 0 && isZero(bytes.subarray(at, at + this.#keySize + this.#entrySize));
    if (key > this.#last && !isZeroed) {
      this.#last = key;
      return true;
    }
    const place = isZeroed
      ? 'A record of zeros comes before others'
      : `Key ${hex(key)} follows ${hex(this.#last)}`;
    this.#report('pst-heap-tree', `${place}, and keys must ascend; left out`);
    return false;
  }
}
