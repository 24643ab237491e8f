// [MS-OXMSG] 2.2: the names of storages and streams, recognised unit by unit: a large message has 100,000 of them

/** What a name stands for. */
export type StorageName =
  | { readonly kind: 'properties' | 'names' | 'other' }
  | { readonly kind: 'recipient' | 'attachment'; readonly index: number }
  | { readonly kind: 'value'; readonly tag: number }
  | { readonly kind: 'item'; readonly tag: number; readonly index: number };

/** The units of the names in a directory. */
export interface NameUnits {
  nameLength(id: number): number;
  nameUnit(id: number, index: number): number;
}

const PROPERTIES = '__properties_version1.0';
const NAMED_PROPERTIES = '__nameid_version1.0';
const RECIPIENT = '__recip_version1.0_#';
const ATTACHMENT = '__attach_version1.0_#';
const VALUE = '__substg1.0_';
const HEX_DIGITS = 8;

const other: StorageName = { kind: 'other' };

/** Recognises the name of a directory entry; names are compared without case ([MS-CFB] 2.6.4). */
export function recogniseName(names: NameUnits, id: number): StorageName {
  const length = names.nameLength(id);
  if (length === VALUE.length + HEX_DIGITS) return tagged(names, id);
  if (length === RECIPIENT.length + HEX_DIGITS) return numbered(names, id, RECIPIENT, 'recipient');
  if (length === ATTACHMENT.length + HEX_DIGITS) {
    const attachment = numbered(names, id, ATTACHMENT, 'attachment');
    return attachment === other ? item(names, id) : attachment;
  }
  if (length === PROPERTIES.length && hasPrefix(names, id, PROPERTIES)) return { kind: 'properties' };
  if (length === NAMED_PROPERTIES.length && hasPrefix(names, id, NAMED_PROPERTIES)) return { kind: 'names' };
  return other;
}

function tagged(names: NameUnits, id: number): StorageName {
  const tag = hasPrefix(names, id, VALUE) ? hexAt(names, id, VALUE.length) : undefined;
  return tag === undefined ? other : { kind: 'value', tag };
}

function numbered(
  names: NameUnits,
  id: number,
  prefix: string,
  kind: 'recipient' | 'attachment',
): StorageName {
  const index = hasPrefix(names, id, prefix) ? hexAt(names, id, prefix.length) : undefined;
  return index === undefined ? other : { kind, index };
}

/** `__substg1.0_PPPPTTTT-XXXXXXXX`: one value of a multi-valued property. */
function item(names: NameUnits, id: number): StorageName {
  if (!hasPrefix(names, id, VALUE)) return other;
  const tag = hexAt(names, id, VALUE.length);
  const separator = names.nameUnit(id, VALUE.length + HEX_DIGITS);
  const index = hexAt(names, id, VALUE.length + HEX_DIGITS + 1);
  return tag === undefined || index === undefined || separator !== 0x2d
    ? other
    : { kind: 'item', tag, index };
}

function hasPrefix(names: NameUnits, id: number, prefix: string): boolean {
  for (let index = 0; index < prefix.length; index++) {
    const unit = names.nameUnit(id, index);
    const lower = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
    if (lower !== prefix.charCodeAt(index)) return false;
  }
  return true;
}

function hexAt(names: NameUnits, id: number, start: number): number | undefined {
  let value = 0;
  for (let index = start; index < start + HEX_DIGITS; index++) {
    const digit = hexDigit(names.nameUnit(id, index));
    if (digit === undefined) return undefined;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(unit: number): number | undefined {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}
