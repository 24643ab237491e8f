import type { ByteReader } from '../../bytes/byte-reader';
import { DEFAULT_CODE_PAGE } from '../values/code-page';
import { inlineSize, isKnownType, isMultiValued, propertyTag, PropertyType } from '../values/property-type';
import { decodeValue } from '../values/property-value';
import type { PropertyValue } from '../values/property-value';
import { decodeStructure } from './decode-structure';
import { readString8, readUtf16 } from './null-terminated';

/** The properties of an attendee who cannot be sent to, by tag. */
export type UnsendableRow = ReadonlyMap<number, PropertyValue>;

const VERSION = 1;

/**
 * Decodes a PidLidAppointmentUnsendableRecipients, [MS-OXOCAL] 2.2.1.25; undefined if its bytes are none.
 * QUIRK: the specification makes the rows RecipientRows, MFCMAPI reads them as ADRENTRYs. Every blob of the reference
 * corpus is empty, so both are tried: the one that takes up all bytes is right.
 */
export function decodeUnsendableRecipients(
  bytes: Uint8Array,
  codePage = DEFAULT_CODE_PAGE,
): readonly UnsendableRow[] | undefined {
  if (bytes.length === 0) return [];
  return (
    readRows(bytes, (reader) => readAddressEntry(reader, codePage)) ??
    readRows(bytes, (reader) => readRecipientRow(reader, codePage))
  );
}

function readRows(
  bytes: Uint8Array,
  readRow: (reader: ByteReader) => UnsendableRow | undefined,
): UnsendableRow[] | undefined {
  return decodeStructure(bytes, (reader) => {
    if (reader.u32() !== VERSION) return undefined;
    const count = reader.u32();
    const rows: UnsendableRow[] = [];
    while (rows.length < count) {
      const row = readRow(reader);
      if (row === undefined) return undefined;
      rows.push(row);
    }
    return reader.remaining === 0 ? rows : undefined;
  });
}

/** An ADRENTRY as MAPI writes it: a count, and properties with their types. */
function readAddressEntry(reader: ByteReader, codePage: number): UnsendableRow | undefined {
  const row = new Map<number, PropertyValue>();
  const count = reader.u32();
  reader.skip(4); // reserved
  for (let index = 0; index < count; index++) {
    const type = reader.u16();
    const id = reader.u16();
    if (!isKnownType(type) || isMultiValued(type)) return undefined;
    const value = decodeValue(type, { bytes: readPropertyBytes(reader, type) }, { codePage });
    if (value === undefined) return undefined;
    row.set(propertyTag(id, type), value);
  }
  return row;
}

function readPropertyBytes(reader: ByteReader, type: number): Uint8Array {
  if (type === PropertyType.guid) return reader.bytes(16);
  if (type === PropertyType.boolean) return reader.bytes(2);
  return reader.bytes(inlineSize(type) ?? reader.u16());
}

/** RecipientFlags, [MS-OXCDATA] 2.8.3.1. */
const flag = {
  type: 0x7,
  email: 0x8,
  name: 0x10,
  transmittable: 0x20,
  unicode: 0x200,
  simple: 0x400,
  otherType: 0x8000,
} as const;
const X500 = 0x1;
const SMTP = 0x3;
const PERSONAL_LISTS: readonly number[] = [0x6, 0x7];

const ADDRESS_TYPE = 0x3002001f;
const EMAIL_ADDRESS = 0x3003001f;
const DISPLAY_NAME = 0x3001001f;

/** A RecipientRow, [MS-OXCDATA] 2.8.3.2. Its columns beyond the standard ones cannot be read without their names. */
function readRecipientRow(reader: ByteReader, codePage: number): UnsendableRow | undefined {
  const flags = reader.u16();
  const type = flags & flag.type;
  const has = (bit: number): boolean => (flags & bit) !== 0;
  const readText = (): string =>
    has(flag.unicode) ? readUtf16(reader) : (readString8(reader, codePage) ?? '');
  const row = new Map<number, PropertyValue>();
  if (type === X500) {
    reader.skip(2); // address prefix used, display type
    row.set(ADDRESS_TYPE, 'EX').set(EMAIL_ADDRESS, readString8(reader, codePage) ?? '');
  } else if (PERSONAL_LISTS.includes(type)) {
    reader.skip(reader.u16()); // entry id
    reader.skip(reader.u16()); // search key
  } else if (type === SMTP) {
    row.set(ADDRESS_TYPE, 'SMTP');
  } else if (has(flag.otherType)) {
    row.set(ADDRESS_TYPE, readString8(reader, codePage) ?? '');
  }
  if (has(flag.email)) row.set(EMAIL_ADDRESS, readText());
  if (has(flag.name)) row.set(DISPLAY_NAME, readText());
  if (has(flag.simple)) readText();
  if (has(flag.transmittable)) readText();
  const columns = reader.u16();
  reader.skip(1); // whether the columns are flagged
  return columns === 0 ? row : undefined;
}
