// [MS-OXMSG] 2.2: the names of storages and streams. A large message has 100,000 of them, so they are recognised in
// place, two units at a time, and no string or object is made of any.

import { unitAt } from '../cfb/directory';

export const NameKind = {
  other: 0,
  properties: 1,
  names: 2,
  recipient: 3,
  attachment: 4,
  value: 5,
  item: 6,
} as const;

export type NameKind = (typeof NameKind)[keyof typeof NameKind];

const HEX_DIGITS = 8;

/** Part of a name that is always the same; `kind` is what a name stands for that begins so. */
class Prefix {
  readonly #words: readonly number[];

  constructor(readonly text: string) {
    this.#words = Array.from(
      { length: text.length >> 1 },
      (_, index) => text.charCodeAt(index * 2) | (text.charCodeAt(index * 2 + 1) << 16),
    );
  }

  get length(): number {
    return this.text.length;
  }

  /** Whether a name begins so; names are compared without case ([MS-CFB] 2.6.4). */
  begins(words: Int32Array, at: number): boolean {
    for (let index = 0; index < this.#words.length; index++) {
      if (words[at + index] !== this.#words[index]) return this.#beginsInAnyCase(words, at);
    }
    return this.length % 2 === 0 || this.#beginsInAnyCase(words, at);
  }

  #beginsInAnyCase(words: Int32Array, at: number): boolean {
    for (let index = 0; index < this.length; index++) {
      const unit = unitAt(words, at, index);
      const lower = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
      if (lower !== this.text.charCodeAt(index)) return false;
    }
    return true;
  }
}

const PROPERTIES = new Prefix('__properties_version1.0');
const NAMED_PROPERTIES = new Prefix('__nameid_version1.0');
const RECIPIENT = new Prefix('__recip_version1.0_#');
const ATTACHMENT = new Prefix('__attach_version1.0_#');
const VALUE = new Prefix('__substg1.0_');

/** How many units the name of a value has. No other name has so many. */
export const VALUE_NAME_LENGTH = VALUE.length + HEX_DIGITS;

/** What the name of a directory entry stands for. One of these is used for entry after entry. */
export class StorageName {
  kind: NameKind = NameKind.other;
  /** Of a value or item: its property tag. */
  tag = 0;
  /** Of a recipient, attachment or item: its number. */
  index = 0;

  /** `length` is the name's in units, `at` the word at which it begins. */
  recognise(words: Int32Array, at: number, length: number): void {
    switch (length) {
      case VALUE_NAME_LENGTH:
        this.kind = VALUE.begins(words, at) && this.#readTag(words, at) ? NameKind.value : NameKind.other;
        break;
      case RECIPIENT.length + HEX_DIGITS:
        this.kind = this.#isNumbered(words, at, RECIPIENT) ? NameKind.recipient : NameKind.other;
        break;
      case ATTACHMENT.length + HEX_DIGITS:
        this.kind = this.#attachmentOrItem(words, at);
        break;
      case PROPERTIES.length:
        this.kind = PROPERTIES.begins(words, at) ? NameKind.properties : NameKind.other;
        break;
      case NAMED_PROPERTIES.length:
        this.kind = NAMED_PROPERTIES.begins(words, at) ? NameKind.names : NameKind.other;
        break;
      default:
        this.kind = NameKind.other;
    }
  }

  /** `__attach_version1.0_#` and `__substg1.0_PPPPTTTT-` are equally long. */
  #attachmentOrItem(words: Int32Array, at: number): NameKind {
    if (this.#isNumbered(words, at, ATTACHMENT)) return NameKind.attachment;
    return this.#isItem(words, at) ? NameKind.item : NameKind.other;
  }

  #readTag(words: Int32Array, at: number): boolean {
    this.tag = hexAt(words, at, VALUE.length);
    return this.tag !== NO_NUMBER;
  }

  #isNumbered(words: Int32Array, at: number, prefix: Prefix): boolean {
    if (!prefix.begins(words, at)) return false;
    this.index = hexAt(words, at, prefix.length);
    return this.index !== NO_NUMBER;
  }

  /** `__substg1.0_PPPPTTTT-XXXXXXXX`: one value of a multi-valued property. */
  #isItem(words: Int32Array, at: number): boolean {
    if (!VALUE.begins(words, at) || !this.#readTag(words, at)) return false;
    this.index = hexAt(words, at, VALUE.length + HEX_DIGITS + 1);
    return this.index !== NO_NUMBER && unitAt(words, at, VALUE.length + HEX_DIGITS) === HYPHEN;
  }
}

const HYPHEN = 0x2d;
const NO_NUMBER = -1;

/** What each unit is worth as a hexadecimal digit, by a look and not by comparing: there are eight in every name. */
const digits = new Int8Array(128).fill(NO_NUMBER);
for (let digit = 0; digit < 16; digit++) {
  digits[digit.toString(16).charCodeAt(0)] = digit;
  digits[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}

/** The eight hexadecimal digits from a unit on as a number. */
function hexAt(words: Int32Array, at: number, start: number): number {
  let value = 0;
  let worst = 0; // becomes negative with the first unit that is no digit
  for (let index = start; index < start + HEX_DIGITS; index++) {
    const unit = unitAt(words, at, index);
    const digit = unit < digits.length ? (digits[unit] as number) : NO_NUMBER;
    worst |= digit;
    value = (value << 4) | digit;
  }
  return worst < 0 ? NO_NUMBER : value >>> 0;
}
