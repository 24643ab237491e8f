import { ByteReader, EndOfBytes } from '../../bytes/byte-reader';
import { decodeString8 } from './code-page';
import { FileTime } from './file-time';
import { decodeGuid } from './guid';
import type { Guid } from './guid';
import { elementType, isKnownType, isMultiValued, PropertyType, valueSize } from './property-type';
import { decodeUnits } from './utf16';

/**
 * A decoded value. The property's type decides: numbers for 16- and 32-bit integers, error codes and floats; `bigint`
 * for 64-bit integers and Currency (ten-thousandths); bytes for what does not have a simpler form; null for PtypNull.
 */
export type PropertyScalar = number | bigint | boolean | string | FileTime | Uint8Array | null;
/** A decoded value of a property: a single value, or all values of a multi-valued property, in order. */
export type PropertyValue = PropertyScalar | readonly PropertyScalar[];

/** The bytes of a value as the container has them. */
export interface EncodedValue {
  /** The bytes of the value; for a multi-valued property of fixed size, of all values in a row. */
  readonly bytes: Uint8Array;
  /** The single values of a multi-valued property whose values differ in size; a missing one is undefined. */
  readonly items?: readonly (Uint8Array | undefined)[] | undefined;
}

/** What the text of a value needs beside its bytes. */
export interface TextContext {
  /** The code page of 8-bit strings. */
  readonly codePage: number;
}

/** Decodes a value; undefined if the bytes do not fit the type or, for 8-bit text, the code page. */
export function decodeValue(type: number, value: EncodedValue, text: TextContext): PropertyValue | undefined {
  if (!isMultiValued(type) || !isKnownType(type)) return decodeScalar(type, value.bytes, text);
  const elements = value.items ?? split(value.bytes, valueSize(elementType(type)));
  const values: PropertyScalar[] = [];
  for (const element of elements ?? [undefined]) {
    const scalar = element && decodeScalar(elementType(type), element, text);
    if (scalar === undefined) return undefined;
    values.push(scalar);
  }
  return values;
}

function split(bytes: Uint8Array, size: number | undefined): Uint8Array[] | undefined {
  if (size === undefined || size === 0 || bytes.length % size !== 0) return undefined;
  return Array.from({ length: bytes.length / size }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

type ScalarDecoder = (reader: ByteReader) => PropertyScalar;

const decoders = new Map<number, ScalarDecoder>([
  [PropertyType.null, () => null],
  [PropertyType.integer16, (reader) => reader.i16()],
  [PropertyType.integer32, (reader) => reader.i32()],
  [PropertyType.floating32, (reader) => reader.f32()],
  [PropertyType.floating64, (reader) => reader.f64()],
  [PropertyType.currency, (reader) => reader.i64()],
  [PropertyType.floatingTime, (reader) => reader.f64()],
  [PropertyType.errorCode, (reader) => reader.u32()],
  // QUIRK: a PtypBoolean has two bytes, but only the low one is reliable: the other holds rubbish in real files
  [PropertyType.boolean, (reader) => reader.u8() !== 0],
  [PropertyType.integer64, (reader) => reader.i64()],
  [PropertyType.time, (reader) => new FileTime(reader.u64())],
  [PropertyType.guid, (reader): Guid => decodeGuid(reader.bytes(16))],
]);

function decodeScalar(type: number, bytes: Uint8Array, text: TextContext): PropertyScalar | undefined {
  if (type === PropertyType.string) return decodeString(bytes, 0, bytes.length);
  if (type === PropertyType.string8) return decodeString8(withoutTerminators(bytes), text.codePage);
  const decode = decoders.get(type);
  if (decode === undefined) return bytes;
  try {
    return decode(new ByteReader(bytes));
  } catch (error) {
    if (error instanceof EndOfBytes) return undefined;
    throw error;
  }
}

/**
 * Decodes a PtypString that lies among other bytes: the characters that are there, whatever is left over behind them.
 * QUIRK: [MS-OXMSG] 2.4.2.2 leaves the terminating NUL of a string out of its stream; the new Outlook and some libraries
 * write it (`test__newOutlook_Microsoft_Outlook_test.msg` of msgreader), and others write two
 * (`samples/field/odd-tail-of-unicode-text`). NULs at the end are no text; those before a character are. Undefined if half
 * a character is all that there is.
 */
export function decodeString(bytes: Uint8Array, start: number, length: number): string | undefined {
  if (length === 1 && bytes[start] !== 0) return undefined;
  let end = start + length - (length % 2);
  while (end > start && bytes[end - 1] === 0 && bytes[end - 2] === 0) end -= 2;
  return decodeUnits(bytes, start, end - start);
}

/** The bytes of 8-bit text. No character of a code page ends in a zero byte. */
function withoutTerminators(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end === bytes.length ? bytes : bytes.subarray(0, end);
}

/** Whether so many bytes can be a whole value of a type; undefined if that depends on what they are. */
export function fits(type: number, length: number): boolean | undefined {
  if (type === PropertyType.string) return length % 2 === 0;
  if (type === PropertyType.string8 || isMultiValued(type)) return undefined;
  const size = decoders.has(type) ? (type === PropertyType.boolean ? 1 : valueSize(type)) : undefined;
  return size === undefined || length >= size;
}
