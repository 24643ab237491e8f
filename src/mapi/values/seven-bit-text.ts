// Charsets of mail that are ASCII until something shifts them: ISO-2022-JP (RFC 1468), -KR (RFC 1557), -CN (RFC 1922), HZ (RFC 1843)

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const TILDE = 0x7e;
const LINE_FEED = 0x0a;

/** What the next bytes stand for: themselves, half-width katakana, or two for each character of a double-byte page. */
type CharacterSet = 'ascii' | 'katakana' | 'double';

/** A charset of seven bits, and the page in which each of its characters has a code that follows from its own. */
interface SevenBitCharset {
  readonly family: 932 | 936 | 949;
  /** What each escape sequence, without ESC, makes of the bytes after it; undefined: it names what SO shifts to. */
  readonly escapes: ReadonlyMap<string, CharacterSet | undefined>;
  /** What SO shifts to, until SI; undefined: it has no meaning. */
  readonly shifted: CharacterSet | undefined;
  /** Whether `~{` and `~}` shift, as in HZ. */
  readonly hasTildes?: boolean;
}

/** JIS X 0201 has a yen sign and an overline where ASCII has `\` and `~`; Windows reads ASCII. */
const japanese: SevenBitCharset = {
  family: 932,
  escapes: new Map<string, CharacterSet>([
    ['(B', 'ascii'],
    ['(J', 'ascii'],
    ['(I', 'katakana'],
    ['$@', 'double'],
    ['$B', 'double'],
  ]),
  shifted: 'katakana',
};
const korean: SevenBitCharset = { family: 949, escapes: new Map([['$)C', undefined]]), shifted: 'double' };
const chinese: SevenBitCharset = { family: 936, escapes: new Map([['$)A', undefined]]), shifted: 'double' };
const hz: SevenBitCharset = { family: 936, escapes: new Map(), shifted: undefined, hasTildes: true };

const charsets = new Map<number, SevenBitCharset>([
  [50220, japanese],
  [50221, japanese],
  [50222, japanese],
  [50225, korean],
  [50227, chinese],
  [52936, hz],
]);

/** Text of a seven-bit charset, in a code page that has all of its characters. */
export interface UnshiftedText {
  readonly bytes: Uint8Array;
  readonly codePage: number;
}

/** Whether text of a code page changes its meaning within itself: ISO-2022 and HZ. */
export function isShifted(codePage: number): boolean {
  return charsets.has(codePage);
}

/**
 * Text of a charset that begins in ASCII, with every character in the Windows page of its family. Undefined if the charset
 * is none of these; null if the bytes are not of it.
 */
export function unshiftText(bytes: Uint8Array, codePage: number): UnshiftedText | null | undefined {
  const charset = charsets.get(codePage);
  if (charset === undefined) return undefined;
  const unshifted = new Unshifter(charset, bytes).read();
  return unshifted && { bytes: unshifted, codePage: charset.family };
}

/** Reads bytes as a charset has them, and writes them as its family's page has them. */
class Unshifter {
  readonly #charset: SevenBitCharset;
  readonly #bytes: Uint8Array;
  readonly #out: number[] = [];
  #at = 0;
  #set: CharacterSet = 'ascii';
  /** What SI goes back to. */
  #unshifted: CharacterSet = 'ascii';

  constructor(charset: SevenBitCharset, bytes: Uint8Array) {
    this.#charset = charset;
    this.#bytes = bytes;
  }

  /** Null if there is a byte or an escape sequence that the charset does not have. */
  read(): Uint8Array | null {
    while (this.#at < this.#bytes.length) {
      const byte = this.#bytes[this.#at++] as number;
      const isRead = byte < 0x80 && (this.#readShift(byte) ?? this.#readCharacter(byte));
      if (!isRead) return null;
    }
    return Uint8Array.from(this.#out);
  }

  /** Whether a shift is one of the charset's; undefined if the byte begins none. */
  #readShift(byte: number): boolean | undefined {
    if (byte === ESC) return this.#readEscape();
    if (byte === TILDE && this.#charset.hasTildes === true && this.#set === 'ascii') return this.#readTilde();
    if (byte === TILDE && this.#charset.hasTildes === true && this.#next === '}')
      return this.#shiftTo('ascii', 1);
    if (byte !== SHIFT_OUT && byte !== SHIFT_IN) return undefined;
    const { shifted } = this.#charset;
    if (shifted === undefined) return false;
    this.#set = byte === SHIFT_OUT ? shifted : this.#unshifted;
    return true;
  }

  #readEscape(): boolean {
    for (const [escape, set] of this.#charset.escapes) {
      const end = this.#at + escape.length;
      if (String.fromCharCode(...this.#bytes.subarray(this.#at, end)) !== escape) continue;
      this.#at = end;
      if (set !== undefined) this.#set = this.#unshifted = set;
      return true;
    }
    return false;
  }

  /** HZ: `~{` begins GB 2312, `~~` is a tilde, and one before the end of a line joins the next. */
  #readTilde(): boolean {
    if (this.#next === '{') return this.#shiftTo('double', 1);
    if (this.#bytes[this.#at] === LINE_FEED) return this.#shiftTo('ascii', 1);
    if (this.#next !== '~') return false;
    this.#out.push(TILDE);
    return this.#shiftTo('ascii', 1);
  }

  #shiftTo(set: CharacterSet, length: number): true {
    this.#set = set;
    this.#at += length;
    return true;
  }

  get #next(): string {
    return String.fromCharCode(this.#bytes[this.#at] ?? 0);
  }

  #readCharacter(byte: number): boolean {
    const isControl = byte <= 0x20 || byte === 0x7f;
    if (this.#set === 'ascii' || isControl) {
      this.#out.push(byte);
      return true;
    }
    if (this.#set === 'katakana') {
      this.#out.push(byte + 0x80);
      return byte < 0x60;
    }
    const trail = this.#bytes[this.#at++] ?? 0;
    if (trail <= 0x20 || trail >= 0x7f) return false;
    this.#out.push(...(this.#charset.family === 932 ? shiftJis(byte, trail) : [byte + 0x80, trail + 0x80]));
    return true;
  }
}

/** A character of JIS X 0208, by row and cell, as code page 932 has it: two rows to a lead byte. */
function shiftJis(row: number, cell: number): [number, number] {
  const half = (row + 1) >> 1;
  const lead = half + (half < 0x30 ? 0x70 : 0xb0);
  if (row % 2 === 0) return [lead, cell + 0x7e];
  return [lead, cell + (cell < 0x60 ? 0x1f : 0x20)];
}
