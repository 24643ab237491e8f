// [MS-OXMSG] 2.2: the names of storages and streams. A large message has 100,000 of them, so they are recognised in
// place, two units at a time, and no string or object is made of any.

/** The units of the names in a directory. */
export interface NameUnits {
  nameLength(id: number): number;
  nameUnit(id: number, index: number): number;
  /** Two units, the first in the lower half. */
  nameWord(id: number, index: number): number;
}

export const NameKind = {
  other: 0,
  properties: 1,
  names: 2,
  recipient: 3,
  attachment: 4,
  value: 5,
  item: 6,
} as const;

type NameKind = (typeof NameKind)[keyof typeof NameKind];

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
  begins(names: NameUnits, id: number): boolean {
    for (let index = 0; index < this.#words.length; index++) {
      if (names.nameWord(id, index) !== this.#words[index]) return this.#beginsInAnyCase(names, id);
    }
    return this.length % 2 === 0 || this.#beginsInAnyCase(names, id);
  }

  #beginsInAnyCase(names: NameUnits, id: number): boolean {
    for (let index = 0; index < this.length; index++) {
      const unit = names.nameUnit(id, index);
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

/** What the name of a directory entry stands for. One of these is used for entry after entry. */
export class StorageName {
  kind: NameKind = NameKind.other;
  /** Of a value or item: its property tag. */
  tag = 0;
  /** Of a recipient, attachment or item: its number. */
  index = 0;

  recognise(names: NameUnits, id: number): void {
    switch (names.nameLength(id)) {
      case VALUE.length + HEX_DIGITS:
        this.kind = VALUE.begins(names, id) && this.#readTag(names, id) ? NameKind.value : NameKind.other;
        break;
      case RECIPIENT.length + HEX_DIGITS:
        this.kind = this.#isNumbered(names, id, RECIPIENT) ? NameKind.recipient : NameKind.other;
        break;
      case ATTACHMENT.length + HEX_DIGITS:
        this.kind = this.#attachmentOrItem(names, id);
        break;
      case PROPERTIES.length:
        this.kind = PROPERTIES.begins(names, id) ? NameKind.properties : NameKind.other;
        break;
      case NAMED_PROPERTIES.length:
        this.kind = NAMED_PROPERTIES.begins(names, id) ? NameKind.names : NameKind.other;
        break;
      default:
        this.kind = NameKind.other;
    }
  }

  /** `__attach_version1.0_#` and `__substg1.0_PPPPTTTT-` are equally long. */
  #attachmentOrItem(names: NameUnits, id: number): NameKind {
    if (this.#isNumbered(names, id, ATTACHMENT)) return NameKind.attachment;
    return this.#isItem(names, id) ? NameKind.item : NameKind.other;
  }

  #readTag(names: NameUnits, id: number): boolean {
    this.tag = hexAt(names, id, VALUE.length);
    return this.tag !== NO_NUMBER;
  }

  #isNumbered(names: NameUnits, id: number, prefix: Prefix): boolean {
    if (!prefix.begins(names, id)) return false;
    this.index = hexAt(names, id, prefix.length);
    return this.index !== NO_NUMBER;
  }

  /** `__substg1.0_PPPPTTTT-XXXXXXXX`: one value of a multi-valued property. */
  #isItem(names: NameUnits, id: number): boolean {
    if (!VALUE.begins(names, id) || !this.#readTag(names, id)) return false;
    this.index = hexAt(names, id, VALUE.length + HEX_DIGITS + 1);
    return this.index !== NO_NUMBER && names.nameUnit(id, VALUE.length + HEX_DIGITS) === HYPHEN;
  }
}

const HYPHEN = 0x2d;
const NO_NUMBER = -1;

/** The eight hexadecimal digits from a unit on as a number. */
function hexAt(names: NameUnits, id: number, start: number): number {
  let value = 0;
  for (let index = start; index < start + HEX_DIGITS; index++) {
    const digit = hexDigit(names.nameUnit(id, index));
    if (digit === NO_NUMBER) return NO_NUMBER;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : NO_NUMBER;
}
