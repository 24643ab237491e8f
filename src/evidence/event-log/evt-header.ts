import { ByteReader } from '../../bytes/byte-reader';

// The header of an .evt log (ELFFILE_HEADER), and the end record that repeats what changes with every event

export const EVT_HEADER_LENGTH = 48;
const END_RECORD_LENGTH = 40;
/** `LfLe`, at offset 4 of the header and of every record. */
export const SIGNATURE = 0x654c664c;

const DIRTY = 0x1;
const endRecordMarks = [0x11111111, 0x22222222, 0x33333333, 0x44444444];

/** Where the records lie in the file and how they are numbered. */
export interface LogExtent {
  /** Offset of the oldest record. */
  readonly start: number;
  /** Offset of the end record, behind the newest record. */
  readonly end: number;
  /** The number that the next record would get. */
  readonly nextNumber: number;
  /** The number of the oldest record; 0 in an empty log. */
  readonly oldestNumber: number;
}

export interface EvtHeader extends LogExtent {
  /** Whether the log was not closed, so that the extent is out of date. */
  readonly isDirty: boolean;
  /** The first field that has a value it cannot have. */
  readonly wrongField: string | undefined;
}

/** Whether bytes begin as an .evt log does. */
export function hasEvtSignature(head: Uint8Array): boolean {
  return head.length >= 8 && new ByteReader(head, 4).u32() === SIGNATURE;
}

/** Decodes the 48 bytes of a header; undefined if they are cut. */
export function decodeEvtHeader(bytes: Uint8Array): EvtHeader | undefined {
  if (bytes.length < EVT_HEADER_LENGTH) return undefined;
  const reader = new ByteReader(bytes);
  const size = reader.u32();
  reader.skip(4); // signature
  const major = reader.u32();
  const minor = reader.u32();
  const extent = decodeExtent(reader);
  reader.skip(4); // maximum size
  const flags = reader.u32();
  reader.skip(4); // retention
  const endSize = reader.u32();
  const wrongField =
    size !== EVT_HEADER_LENGTH || endSize !== EVT_HEADER_LENGTH
      ? `header size ${size}, repeated as ${endSize}, not ${EVT_HEADER_LENGTH}`
      : major !== 1 || minor !== 1
        ? `version ${major}.${minor}, not 1.1`
        : wrongOffset(extent);
  return { ...extent, isDirty: (flags & DIRTY) !== 0, wrongField };
}

function wrongOffset({ start, end }: LogExtent): string | undefined {
  const isOffset = (offset: number): boolean => offset >= EVT_HEADER_LENGTH && offset % 4 === 0;
  if (!isOffset(start)) return `start offset ${start}`;
  return isOffset(end) ? undefined : `end offset ${end}`;
}

/** Decodes an end record from its beginning; undefined if there is none. */
export function decodeEndRecord(bytes: Uint8Array, offset: number): LogExtent | undefined {
  const reader = new ByteReader(bytes, offset);
  if (reader.remaining < END_RECORD_LENGTH || reader.u32() !== END_RECORD_LENGTH) return undefined;
  if (endRecordMarks.some((mark) => reader.u32() !== mark)) return undefined;
  const extent = decodeExtent(reader);
  return wrongOffset(extent) === undefined && reader.u32() === END_RECORD_LENGTH ? extent : undefined;
}

function decodeExtent(reader: ByteReader): LogExtent {
  return { start: reader.u32(), end: reader.u32(), nextNumber: reader.u32(), oldestNumber: reader.u32() };
}

/** The end record of a log whose header cannot be trusted: the one that counts most records. */
export function findEndRecord(bytes: Uint8Array): LogExtent | undefined {
  let found: LogExtent | undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let offset = EVT_HEADER_LENGTH; offset + END_RECORD_LENGTH <= bytes.length; offset += 4) {
    if (view.getUint32(offset + 4, true) !== endRecordMarks[0]) continue;
    const extent = decodeEndRecord(bytes, offset);
    if (extent !== undefined && (found === undefined || extent.nextNumber > found.nextNumber))
      found = { ...extent, end: offset };
  }
  return found;
}
