import type { ReportDamage } from '../../../damage/anomaly';
import { crcOf } from '../../../bytes/crc';

// The header of an .evtx log, and where its records lie: in chunks of one size, one behind the other

const SIGNATURE = [0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0x00];
/** The first half of `ElfChnk`. */
const CHUNK_SIGNATURE = 0x43666c45;
const FIRST_CHUNK = 0x1000;
const CHUNK_LENGTH = 0x10000;
const FIRST_RECORD = 0x200;
const SHORTEST_RECORD = 28;
const RECORD_SIGNATURE = 0x2a2a;
const MAJOR_VERSION = 3;
/** Flags of the header: the log was not closed, so that its checksums are out of date; it has none. */
const DIRTY = 1;
const NO_CHECKSUMS = 4;

/** A chunk, by where it lies in the log. */
export interface ChunkPlace {
  readonly start: number;
  readonly end: number;
}

/** Whether bytes begin as an .evtx log does. */
export function hasEvtxSignature(head: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => head[index] === byte);
}

/** The chunks of a log. What is wrong with header, beginnings and checksums is reported. */
export function chunksOf(bytes: Uint8Array, report: ReportDamage): ChunkPlace[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isSummed = readHeader(view, bytes, report);
  const chunks: ChunkPlace[] = [];
  for (let start = FIRST_CHUNK; start + FIRST_RECORD < bytes.length; start += CHUNK_LENGTH) {
    if (view.getBigUint64(start, true) === 0n) continue; // a chunk that was never used
    if (view.getUint32(start, true) !== CHUNK_SIGNATURE) {
      report('evtx-record-damaged', 'A chunk does not begin as one', { offset: start });
      continue;
    }
    const end = Math.min(start + CHUNK_LENGTH, bytes.length);
    if (end - start < CHUNK_LENGTH)
      report('evtx-record-damaged', 'The file ends in a chunk', { offset: start });
    else if (isSummed && !hasItsChecksum(bytes.subarray(start, end)))
      report('evtx-checksum', 'The records of a chunk do not add up to its checksum', { offset: start });
    chunks.push({ start, end });
  }
  return chunks;
}

/** Reads the header; whether the chunks have checksums that count. */
function readHeader(view: DataView, bytes: Uint8Array, report: ReportDamage): boolean {
  if (bytes.length < FIRST_CHUNK) {
    report('evtx-header', 'The file ends in the header of the log', { offset: 0 });
    return false;
  }
  const flags = view.getUint32(0x78, true);
  const isSummed = (flags & NO_CHECKSUMS) === 0;
  const isSound =
    view.getUint16(0x26, true) === MAJOR_VERSION &&
    view.getUint16(0x28, true) === FIRST_CHUNK &&
    (!isSummed || view.getUint32(0x7c, true) === checksumOf(bytes.subarray(0, 0x78)));
  if (!isSound) report('evtx-header', 'The header of the log does not verify', { offset: 0 });
  return isSound && isSummed && (flags & DIRTY) === 0;
}

/** CRC-32 as zlib has it. */
function checksumOf(...pieces: readonly Uint8Array[]): number {
  return ~pieces.reduce((crc, piece) => crcOf(piece, crc), 0xffffffff) >>> 0;
}

/** Whether the header of a chunk with its table, and its records, add up to what the header says. */
function hasItsChecksum(chunk: Uint8Array): boolean {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const records = chunk.subarray(FIRST_RECORD, view.getUint32(0x30, true));
  return (
    view.getUint32(0x34, true) === checksumOf(records) &&
    view.getUint32(0x7c, true) === checksumOf(chunk.subarray(0, 0x78), chunk.subarray(0x80, FIRST_RECORD))
  );
}

/** Where the records of a chunk begin and end, within it: one behind the other; damage between them is reported. */
export function recordsOf(chunk: Uint8Array, at: number, report: ReportDamage): ChunkPlace[] {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const free = view.getUint32(0x30, true);
  const end = Math.min(free < FIRST_RECORD ? CHUNK_LENGTH : free, chunk.length);
  const records: ChunkPlace[] = [];
  let damagedFrom: number | undefined;
  for (let start = FIRST_RECORD; start + SHORTEST_RECORD <= end;) {
    const length = recordLength(view, start, end);
    if (length === undefined) {
      damagedFrom ??= start;
      start += 8;
      continue;
    }
    records.push({ start, end: start + length });
    start += length;
  }
  if (damagedFrom !== undefined)
    report('evtx-record-damaged', 'A record does not begin as one', { offset: at + damagedFrom });
  return records;
}

/** The length of the record at an offset, which is repeated at its end; undefined if there is none. */
function recordLength(view: DataView, start: number, end: number): number | undefined {
  if (view.getUint32(start, true) !== RECORD_SIGNATURE) return undefined;
  const length = view.getUint32(start + 4, true);
  if (length < SHORTEST_RECORD || start + length > end) return undefined;
  return view.getUint32(start + length - 4, true) === length ? length : undefined;
}
