import { ATTRIBUTE_HEADER, CHECKSUM_LENGTH } from './attribute';

/** The signature and the key of two bytes. */
const STREAM_HEADER = 6;
const LENGTH_OFFSET = 5;

/** An attribute's data in a file, behind which its checksum lies. */
export interface SummedRange {
  readonly start: number;
  readonly length: number;
}

/**
 * The attributes in whose data a byte lies, the outermost first: one of each of the streams that begin at `starts`, of which
 * each lies in the one before, as that of a message in an attachment does. Undefined: there is none, or one whose checksum
 * is not right.
 */
export function enclosingAttributes(
  bytes: Uint8Array,
  starts: readonly number[],
  offset: number,
): SummedRange[] | undefined {
  const ranges: SummedRange[] = [];
  let end = bytes.length;
  for (const start of starts) {
    const range = attributeAround(bytes, start, end, offset);
    if (range === undefined) return undefined;
    ranges.push(range);
    end = range.start + range.length;
  }
  return ranges;
}

/** Writes the checksums of attributes anew, inner before outer, since an outer one counts the inner's. */
export function writeChecksums(bytes: Uint8Array, ranges: readonly SummedRange[]): void {
  for (const range of [...ranges].reverse())
    viewOf(bytes).setUint16(range.start + range.length, checksumOf(bytes, range), true);
}

function attributeAround(
  bytes: Uint8Array,
  stream: number,
  end: number,
  offset: number,
): SummedRange | undefined {
  const view = viewOf(bytes);
  let at = stream + STREAM_HEADER;
  while (at + ATTRIBUTE_HEADER <= end) {
    const start = at + ATTRIBUTE_HEADER;
    const length = view.getUint32(at + LENGTH_OFFSET, true);
    const sum = start + length;
    if (sum + CHECKSUM_LENGTH > end || offset < start) return undefined;
    if (offset < sum) {
      const range = { start, length };
      return view.getUint16(sum, true) === checksumOf(bytes, range) ? range : undefined;
    }
    at = sum + CHECKSUM_LENGTH;
  }
  return undefined;
}

/** [MS-OXTNEF] 2.1.3.2: the sum of an attribute's bytes, as 16 bits. */
function checksumOf(bytes: Uint8Array, { start, length }: SummedRange): number {
  let sum = 0;
  for (let at = start; at < start + length; at++) sum += bytes[at] as number;
  return sum % 0x10000;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
