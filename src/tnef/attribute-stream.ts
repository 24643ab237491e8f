import type { ReportDamage } from '../damage/anomaly';
import type { RandomAccessBytes } from '../bytes/random-access';
import { RangeReader } from '../bytes/range-reader';
import { ATTRIBUTE_HEADER, AttributeLevel, attributeName, CHECKSUM_LENGTH } from './attribute';
import type { Attribute } from './attribute';
import type { Mailbox } from '../mapi/values/mailbox';
import { restIsZero } from './uncounted-bytes';
import { CHECKED_UP_TO } from '../mapi/object/keeping';
import type { ValueOptions } from '../mapi/rows/value-options';

/** The signature and the key of two bytes. */
const STREAM_HEADER = 6;
/** What a stream must have so that it holds anything. */
export const SHORTEST_STREAM = STREAM_HEADER + ATTRIBUTE_HEADER;
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** How many bytes are summed at a time. */
const PIECE = 1 << 16;

/** The file that a TNEF stream lies in, and how much of it is read; values that stay are fetched by their range. */
export interface TnefFile extends ValueOptions<[offset: number, length: number]> {
  readonly bytes: RandomAccessBytes;
  /** Who sent the mail that the stream is a part of. */
  readonly mailFrom?: Mailbox | undefined;
}

/**
 * The attributes of a TNEF stream, one after the other ([MS-OXTNEF] 2.1.3.2). It goes forward with every attribute, and
 * ends where nothing can be told any more.
 */
export class AttributeStream {
  readonly #bytes: RandomAccessBytes;
  readonly #reader: RangeReader;
  readonly #report: ReportDamage;
  /** Whether the last attribute's bytes did not add up: it may be longer than it says. */
  #isSumWrong = false;

  /** The stream in a range of the file that has `SHORTEST_STREAM` bytes and the signature. */
  constructor(file: TnefFile, start: number, end: number, report: ReportDamage) {
    this.#bytes = file.bytes;
    this.#reader = new RangeReader(file.bytes, start + STREAM_HEADER, end);
    this.#report = report;
  }

  /** The next attribute; undefined behind the last one. */
  next(): Attribute | undefined {
    const reader = this.#reader;
    const { position: offset, remaining } = reader;
    if (remaining === 0) return undefined;
    const level = reader.u8();
    if (level !== AttributeLevel.message && level !== AttributeLevel.attachment)
      this.#end(level, offset, remaining);
    else if (remaining < ATTRIBUTE_HEADER) this.#cut('header', remaining, ATTRIBUTE_HEADER, offset);
    else return this.#read(level);
    return undefined;
  }

  #read(level: number): Attribute {
    const reader = this.#reader;
    const id = reader.u32();
    const stated = reader.u32();
    const start = reader.position;
    const length = Math.min(stated, reader.remaining);
    reader.skip(length);
    const attribute: Mutable<Attribute> = { level, id, start, length, stated, wrongSum: undefined };
    if (length < stated) this.#cut(attributeName(id), length, stated, start);
    else attribute.wrongSum = this.#wrongSum(attribute);
    return attribute;
  }

  /** Bytes that are no attribute: the stream has ended, or it is damaged. */
  #end(level: number, offset: number, remaining: number): void {
    // QUIRK: [MS-OXTNEF] 2.1.1 knows nothing behind the last attribute; gateways leave a line break or a byte there
    // (`bug52400-winmail-simple.dat` of POI, `garbage-at-end.tnef` of MimeKit), and what pads a file leaves zeros
    const isShort = remaining < ATTRIBUTE_HEADER && !this.#isSumWrong;
    const isHarmless = isShort || (level === 0 && restIsZero(this.#reader));
    const code = isHarmless ? 'tnef-trailing-bytes' : 'tnef-attribute-level';
    const what = `Attribute has the level ${level}, expected 1 (message) or 2 (attachment)`;
    this.#report(code, `${what}; the last ${remaining} bytes were not read`, { offset });
  }

  #cut(what: string, found: number, expected: number, offset: number): void {
    const subject = what === 'header' ? 'The header of an attribute' : what;
    this.#report('tnef-attribute-cut', `${subject} has ${found} bytes, expected ${expected}: the file ends`, {
      offset,
    });
  }

  /** What is wrong with the checksum of an attribute that is whole. */
  #wrongSum(attribute: Attribute): string | undefined {
    const { id, start, length } = attribute;
    const reader = this.#reader;
    if (reader.remaining < CHECKSUM_LENGTH) {
      this.#cut(`The checksum of ${attributeName(id)}`, reader.remaining, CHECKSUM_LENGTH, start + length);
      reader.skip(reader.remaining);
      return undefined;
    }
    const stated = reader.u16();
    this.#isSumWrong = false;
    if (!this.#isSummed(attribute)) return undefined;
    const sum = this.#sum(start, length);
    this.#isSumWrong = sum !== stated;
    if (sum === stated) return undefined;
    return `${attributeName(id)} has the checksum ${stated}, but its ${length} bytes add up to ${sum}`;
  }

  /** What stays in the file is not read for its checksum's sake. */
  #isSummed({ level, length }: Attribute): boolean {
    return level === AttributeLevel.message || length <= CHECKED_UP_TO;
  }

  #sum(start: number, length: number): number {
    let sum = 0;
    for (let at = start; at < start + length; at += PIECE) {
      const piece = this.#bytes.view(at, Math.min(PIECE, start + length - at));
      for (let index = 0; index < piece.length; index++) sum += piece[index] as number;
    }
    return sum % 0x10000;
  }
}
