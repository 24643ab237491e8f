import { ByteReader } from '../bytes/byte-reader';
import { crcOf } from '../bytes/crc';
import type { NameStreams } from '../mapi/object/name-table';
import { FIRST_NAMED_ID } from '../mapi/values/property-type';

// [MS-OXMSG] 2.2.3.2: the streams by which an identifier is found from a name. They repeat what the entry stream says of
// each name, under a number that follows from it: an entry that they contradict is damaged.

const ENTRY_LENGTH = 8;
const FIRST_STREAM = 0x10000102;
const STREAM_STEP = 0x10000;
const STREAM_COUNT = 0x1f;

/** Of a name: its identifier, its number or the CRC of its text, and its kind with the number of its property set. */
interface HashedName {
  readonly id: number;
  readonly value: number;
  readonly kindAndGuid: number;
}

/** The tags of the streams, by their numbers. */
export const hashStreams: readonly number[] = Array.from(
  { length: STREAM_COUNT },
  (_, number) => FIRST_STREAM + number * STREAM_STEP,
);

/** The numbers of the entries that say something else than the streams by which they are found. */
export function contradictedEntries(
  { entries, strings }: Pick<NameStreams, 'entries' | 'strings'>,
  streams: readonly Uint8Array[],
): ReadonlySet<number> {
  const hashed = readHashedNames(streams);
  const sums = new NameSums(strings);
  const contradicted = new Set<number>();
  readEntries(entries, ({ id, value, kindAndGuid }, number) => {
    const other = hashed.get(id);
    const found = (kindAndGuid & 1) === 0 ? value : sums.at(value);
    const agrees = found === other?.value && kindAndGuid === other?.kindAndGuid;
    if (other !== undefined && !agrees) contradicted.add(number);
  });
  return contradicted;
}

/** By identifier; entries in a stream that they do not belong to are damaged themselves. */
function readHashedNames(streams: readonly Uint8Array[]): Map<number, HashedName> {
  const hashed = new Map<number, HashedName>();
  streams.forEach((stream, streamNumber) => {
    readEntries(stream, (entry) => {
      if (((entry.value ^ entry.kindAndGuid) >>> 0) % STREAM_COUNT === streamNumber)
        hashed.set(entry.id, entry);
    });
  });
  return hashed;
}

/** Whole entries, with their numbers. Most of the streams are not there. */
function readEntries(bytes: Uint8Array, visit: (entry: HashedName, number: number) => void): void {
  if (bytes.length < ENTRY_LENGTH) return;
  const reader = new ByteReader(bytes);
  for (let number = 0; reader.remaining >= ENTRY_LENGTH; number++)
    visit({ value: reader.u32(), kindAndGuid: reader.u16(), id: FIRST_NAMED_ID + reader.u16() }, number);
}

/** The string stream. Names do not overlap, so no more is summed up than it has: of what is beyond nothing is known. */
class NameSums {
  readonly #bytes: Uint8Array;
  readonly #sums = new Map<number, number | undefined>();
  #left: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#left = bytes.length;
  }

  /** The CRC of the name at an offset; undefined if it lies outside. */
  at(offset: number): number | undefined {
    if (!this.#sums.has(offset)) this.#sums.set(offset, this.#sum(offset));
    return this.#sums.get(offset);
  }

  #sum(offset: number): number | undefined {
    if (offset + 4 > this.#bytes.length) return undefined;
    const reader = new ByteReader(this.#bytes, offset);
    const length = reader.u32();
    if (length > Math.min(reader.remaining, this.#left)) return undefined;
    this.#left -= length;
    return crcOf(reader.bytes(length));
  }
}
