/** RTF as it may be handed to a parser that bounds nothing itself, or why it may not. */
export type TidyRtf = string | { readonly refused: string };

/** Characters of RTF. The largest HTML that mail programs write into RTF has a few million. */
const LONGEST = 8 << 20;
/** Groups within groups; what mail programs write has a dozen. */
const DEEPEST = 200;
/** The bytes of one font in the font table, of which the parser puts the name together piece by piece. */
const LONGEST_FONT = 1024;

const [OPEN, CLOSE, BACKSLASH, CR, LF] = [0x7b, 0x7d, 0x5c, 0x0d, 0x0a];

/**
 * Makes RTF safe for a parser that trusts it, and leaves its meaning. Line ends, which mean nothing but glue texts together
 * one by one there, are left out; so is binary data, for which as much room would be made as its control word states, and an
 * escape without its two digits. Bytes from 0x80 up become escapes.
 */
export function tidyRtf(rtf: string): TidyRtf {
  if (rtf.length > LONGEST) return { refused: `the RTF has ${rtf.length} bytes, more than ${LONGEST}` };
  try {
    return new Tidying(rtf).tidy();
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}

class Refused extends Error {}

/** What a group is to the font table: it, or a font in it. */
interface Group {
  readonly start: number;
  isFontTable: boolean;
}

class Tidying {
  readonly #rtf: string;
  readonly #pieces: string[] = [];
  readonly #groups: Group[] = [];
  #at = 0;
  /** From where on what was read is still to be copied. */
  #from = 0;

  constructor(rtf: string) {
    this.#rtf = rtf;
  }

  tidy(): string {
    while (this.#at < this.#rtf.length) this.#step(this.#rtf.charCodeAt(this.#at));
    while (this.#groups.length > 0) this.#close(); // what is never closed goes on to the end
    this.#replace(this.#rtf.length, '', this.#rtf.length);
    return this.#pieces.join('');
  }

  #step(code: number): void {
    if (code === BACKSLASH) this.#control();
    else if (code === OPEN) this.#open();
    else if (code === CLOSE) this.#close();
    else if (code === CR || code === LF) this.#replace(this.#at, '', this.#at + 1);
    else if (code >= 0x80) this.#escape();
    else this.#at += 1;
  }

  #open(): void {
    if (this.#groups.length >= DEEPEST) throw new Refused(`its groups are nested deeper than ${DEEPEST}`);
    this.#groups.push({ start: this.#at, isFontTable: false });
    this.#at += 1;
  }

  #close(): void {
    const group = this.#groups.pop();
    if (group !== undefined) this.#checkFont(group, this.#at);
    this.#at += 1;
  }

  #checkFont({ start }: Group, end: number): void {
    const isFont = this.#groups.at(-1)?.isFontTable ?? false;
    if (isFont && end - start > LONGEST_FONT)
      throw new Refused(`a font of its font table has more than ${LONGEST_FONT} bytes`);
  }

  #control(): void {
    const start = this.#at;
    const [whole = '', word = '', number] = this.#match(/\\(?:([A-Za-z]+)(-?\d*)|[^])?/y);
    this.#at += whole.length;
    if (word === '') {
      if (whole === "\\'") this.#hexadecimal(start);
      return;
    }
    if (word === 'fonttbl') this.#markFontTable();
    const next = this.#rtf.charCodeAt(this.#at);
    if (word === 'bin' && Number(number) > 0) {
      const data = this.#at + (next === 0x20 ? 1 : 0);
      this.#replace(start, '\\bin ', Math.min(data + Number(number), this.#rtf.length)); // a word that may be skipped
    } else if (next === CR || next === LF) this.#replace(this.#at, ' ', this.#at + 1);
    else if (next === 0x20) this.#at += 1;
  }

  #markFontTable(): void {
    const group = this.#groups.at(-1);
    if (group !== undefined) group.isFontTable = true;
  }

  #hexadecimal(start: number): void {
    const [digits] = this.#match(/[0-9A-Fa-f]{2}/y);
    if (digits === undefined) this.#replace(start, '', this.#at);
    else this.#at += 2;
  }

  /** A byte from 0x80 up, with the one behind it, which may be the second of a character of two bytes. */
  #escape(): void {
    const [pair = ''] = this.#match(/[\x80-\xff][^\\{}\r\n]?/y);
    const escaped = Array.from(pair, (each) => `\\'${each.charCodeAt(0).toString(16).padStart(2, '0')}`);
    this.#replace(this.#at, escaped.join(''), this.#at + pair.length);
  }

  #match(pattern: RegExp): readonly (string | undefined)[] {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#rtf) ?? [];
  }

  /** Copies what was read up to a place, puts something behind it, and goes on at another. */
  #replace(until: number, put: string, goOn: number): void {
    if (until > this.#from) this.#pieces.push(this.#rtf.slice(this.#from, until));
    if (put !== '') this.#pieces.push(put);
    this.#from = goOn;
    this.#at = goOn;
  }
}
