import type { ReportDamage } from '../damage/anomaly';

// [MS-OXMSG] 2.4: the property stream

/** How long the header is, by what the stream belongs to (2.4.1). */
export const headerLength = { message: 32, embeddedMessage: 24, recipientOrAttachment: 8 } as const;

const ENTRY_LENGTH = 16;
const FLAGS_OFFSET = 4;
const VALUE_OFFSET = 8;
const VALUE_LENGTH = 8;
/** Where a message's header has the next numbers and the counts of its recipients and attachments. */
const NEXT_RECIPIENT_OFFSET = 8;
const NEXT_ATTACHMENT_OFFSET = 12;
const RECIPIENT_COUNT_OFFSET = 16;
const ATTACHMENT_COUNT_OFFSET = 20;

/** How many recipients and attachments a message's header says it has, and which number the next one of each gets. */
export interface ObjectCounts {
  readonly recipients: number;
  readonly attachments: number;
  readonly nextRecipient: number;
  readonly nextAttachment: number;
}

/**
 * The entries of a property stream, by number. A cut last entry is kept as far as it goes; zeros behind the last one are
 * no entries.
 */
export class PropertyStream {
  /** How many entries have at least a tag and flags. */
  readonly count: number;
  readonly #view: DataView;
  readonly #header: number;

  /** `header` is one of `headerLength`; a length that does not fit is reported. */
  constructor(bytes: Uint8Array, header: number, report: ReportDamage) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#header = header;
    const end = this.#endOfEntries();
    const length = Math.max(0, end - header);
    this.count = Math.floor((length + ENTRY_LENGTH - VALUE_OFFSET) / ENTRY_LENGTH);
    if (end < bytes.length) reportPadding(bytes.length - end, report);
    const cut = bytes.length < header ? bytes.length : length % ENTRY_LENGTH;
    if (cut === 0 && bytes.length >= header) return;
    const expected = bytes.length < header ? `a header of ${header}` : `entries of ${ENTRY_LENGTH}`;
    report(
      'msg-property-stream-cut',
      `Property stream has ${bytes.length} bytes: ${cut} do not fill ${expected}`,
    );
  }

  /** Whether an entry is zeros: PtypUnspecified without flags and value, which is no property. */
  isZeroed(index: number): boolean {
    return (
      this.tag(index) === 0 && this.flags(index) === 0 && this.low(index) === 0 && this.high(index) === 0
    );
  }

  /** The counts in the header of a message or embedded message; undefined where it is cut. */
  get counts(): ObjectCounts | undefined {
    if (this.#view.byteLength < headerLength.embeddedMessage) return undefined;
    return {
      recipients: this.#view.getUint32(RECIPIENT_COUNT_OFFSET, true),
      attachments: this.#view.getUint32(ATTACHMENT_COUNT_OFFSET, true),
      nextRecipient: this.#view.getUint32(NEXT_RECIPIENT_OFFSET, true),
      nextAttachment: this.#view.getUint32(NEXT_ATTACHMENT_OFFSET, true),
    };
  }

  tag(index: number): number {
    return this.#view.getUint32(this.#start(index), true);
  }

  /** 1 mandatory, 2 readable, 4 writable. */
  flags(index: number): number {
    return this.#view.getUint32(this.#start(index) + FLAGS_OFFSET, true);
  }

  /** Where the value, or the size of its stream, lies in the stream. */
  valuePosition(index: number): number {
    return this.#start(index) + VALUE_OFFSET;
  }

  /** How many of the value's eight bytes are there. */
  valueLength(index: number): number {
    return Math.min(VALUE_LENGTH, this.#view.byteLength - this.valuePosition(index));
  }

  /** The first four bytes of the value; what is cut off counts as zeros. */
  low(index: number): number {
    return this.#half(this.valuePosition(index));
  }

  /** The second four bytes of the value. */
  high(index: number): number {
    return this.#half(this.valuePosition(index) + 4);
  }

  /** Where the entries end: at the zeros behind the last one. */
  #endOfEntries(): number {
    const view = this.#view;
    const { byteLength } = view;
    let end = byteLength;
    const whole = byteLength - ((byteLength - this.#header) % ENTRY_LENGTH);
    while (end > Math.max(whole, this.#header) && view.getUint8(end - 1) === 0) end -= 1;
    if (end > whole) return byteLength; // an entry that is cut
    while (end > this.#header && this.isZeroed((end - this.#header) / ENTRY_LENGTH - 1)) end -= ENTRY_LENGTH;
    return end;
  }

  #start(index: number): number {
    return this.#header + index * ENTRY_LENGTH;
  }

  #half(position: number): number {
    if (position + 4 <= this.#view.byteLength) return this.#view.getUint32(position, true);
    let value = 0;
    for (let at = this.#view.byteLength - 1; at >= position; at--)
      value = value * 256 + this.#view.getUint8(at);
    return value;
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
