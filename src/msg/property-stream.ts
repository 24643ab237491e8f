import type { ReportDamage } from '../damage/anomaly';
import { StreamWords } from '../cfb/stream-words';

// [MS-OXMSG] 2.4: the property stream

/** How long the header is, by what the stream belongs to (2.4.1). */
export const headerLength = { message: 32, embeddedMessage: 24, recipientOrAttachment: 8 } as const;

const ENTRY_LENGTH = 16;
const ENTRY_WORDS = ENTRY_LENGTH / 4;
/** Where the parts of an entry lie, in words (2.4.2). */
const FLAGS = 1;
const VALUE = 2;
const VALUE_LENGTH = 8;
/** Which words of a message's header are the next numbers and the counts of its recipients and attachments. */
const NEXT_RECIPIENT = 2;
const NEXT_ATTACHMENT = 3;
const RECIPIENT_COUNT = 4;
const ATTACHMENT_COUNT = 5;

/** How many recipients and attachments a message's header says it has, and which number the next one of each gets. */
export interface ObjectCounts {
  readonly recipients: number;
  readonly attachments: number;
  readonly nextRecipient: number;
  readonly nextAttachment: number;
}

/**
 * The entries of a property stream, by number; one object is used for stream after stream. A cut last entry is kept as far
 * as it goes; zeros behind the last one are no entries.
 */
export class PropertyStream {
  /** What is read; `begin` looks at it. */
  readonly content = new StreamWords();
  #words: readonly number[] = [];
  #byteLength = 0;
  #headerWords = 0;
  #count = 0;

  /** How many entries have at least a tag and flags. */
  get count(): number {
    return this.#count;
  }

  /** Looks at what was taken; `header` is one of `headerLength`, and a length that does not fit is reported. */
  begin(header: number, report: ReportDamage): void {
    const { words, byteLength } = this.content;
    this.#words = words;
    this.#byteLength = byteLength;
    this.#headerWords = header >> 2;
    const end = this.#endOfEntries(header);
    const length = Math.max(0, end - header);
    this.#count = (length + ENTRY_LENGTH - VALUE_LENGTH) >> 4;
    if (end < byteLength) reportPadding(byteLength - end, report);
    const cut = byteLength < header ? byteLength : length % ENTRY_LENGTH;
    if (cut === 0 && byteLength >= header) return;
    const expected = byteLength < header ? `a header of ${header}` : `entries of ${ENTRY_LENGTH}`;
    report(
      'msg-property-stream-cut',
      `Property stream has ${byteLength} bytes: ${cut} do not fill ${expected}`,
    );
  }

  /** Whether an entry is zeros: PtypUnspecified without flags and value, which is no property. */
  isZeroed(index: number): boolean {
    const at = this.#start(index);
    const words = this.#words;
    return (
      words[at] === 0 && words[at + FLAGS] === 0 && words[at + VALUE] === 0 && words[at + VALUE + 1] === 0
    );
  }

  /** The counts in the header of a message or embedded message; undefined where it is cut. */
  get counts(): ObjectCounts | undefined {
    if (this.#byteLength < headerLength.embeddedMessage) return undefined;
    const word = (at: number): number => (this.#words[at] as number) >>> 0;
    return {
      recipients: word(RECIPIENT_COUNT),
      attachments: word(ATTACHMENT_COUNT),
      nextRecipient: word(NEXT_RECIPIENT),
      nextAttachment: word(NEXT_ATTACHMENT),
    };
  }

  tag(index: number): number {
    return (this.#words[this.#start(index)] as number) >>> 0;
  }

  /** 1 mandatory, 2 readable, 4 writable. */
  flags(index: number): number {
    return (this.#words[this.#start(index) + FLAGS] as number) >>> 0;
  }

  /** Where the value lies in the file, or the size of its stream; undefined if that is not known. */
  valueOffset(index: number): number | undefined {
    return this.content.extents.offsetOf((this.#start(index) + VALUE) * 4);
  }

  /** How many of the value's eight bytes are there. */
  valueLength(index: number): number {
    return Math.min(VALUE_LENGTH, this.#byteLength - (this.#start(index) + VALUE) * 4);
  }

  /** The first four bytes of the value; what is cut off counts as zeros. */
  low(index: number): number {
    return (this.#words[this.#start(index) + VALUE] as number) >>> 0;
  }

  /** The second four bytes of the value. */
  high(index: number): number {
    return (this.#words[this.#start(index) + VALUE + 1] as number) >>> 0;
  }

  /** A byte of the value. */
  byte(index: number, at: number): number {
    return ((this.#words[this.#start(index) + VALUE + (at >> 2)] as number) >>> ((at & 3) * 8)) & 0xff;
  }

  /** Where the entries end: at the zeros behind the last one. */
  #endOfEntries(header: number): number {
    const byteLength = this.#byteLength;
    const whole = byteLength - ((byteLength - header) % ENTRY_LENGTH);
    let end = byteLength;
    while (end > Math.max(whole, header) && this.#isZeroByte(end - 1)) end -= 1;
    if (end > whole) return byteLength; // an entry that is cut
    while (end > header && this.isZeroed((end - header) / ENTRY_LENGTH - 1)) end -= ENTRY_LENGTH;
    return end;
  }

  #isZeroByte(at: number): boolean {
    return (((this.#words[at >> 2] as number) >>> ((at & 3) * 8)) & 0xff) === 0;
  }

  #start(index: number): number {
    return this.#headerWords + index * ENTRY_WORDS;
  }
}

function reportPadding(length: number, report: ReportDamage): void {
  // QUIRK: [MS-OXMSG] 2.4 has nothing behind the last entry; @tutao/oxmsg writes 4 bytes too many in every message, MsgKit
  // zeros of a whole entry (`y4-trailing-4.msg`)
  report(
    'msg-property-stream-padding',
    `${length} bytes of zeros follow the last entry of the property stream`,
  );
}
