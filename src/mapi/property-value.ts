import { ByteReader, EndOfBytes } from '../bytes/byte-reader';
import { decodeString8 } from './code-page';
import { FileTime } from './file-time';
import { decodeGuid } from './guid';
import type { Guid } from './guid';
import { elementType, isKnownType, isMultiValued, isText, PropertyType, valueSize } from './property-type';
import { decodeUtf16 } from './utf16';

/**
 * A decoded value, by its property's type: numbers for 16- and 32-bit integers, error codes and floats; `bigint`
 * for 64-bit integers and Currency (ten-thousandths); bytes for what has no simpler form; null for PtypNull.
 */
export type PropertyScalar = number | bigint | boolean | string | FileTime | Uint8Array | null;
export type PropertyValue = PropertyScalar | readonly PropertyScalar[];

/** The bytes of a value as the container holds them. */
export interface EncodedValue {
  /** The value; of a multi-valued property of fixed size all values, one after the other. */
  readonly bytes: Uint8Array;
  /** The values of a multi-valued property whose values differ in size; undefined where one is missing. */
  readonly items?: readonly (Uint8Array | undefined)[] | undefined;
}

/** Decodes a value; undefined if the bytes do not fit the type or, for 8-bit text, the code page. */
export function decodeValue(type: number, value: EncodedValue, codePage: number): PropertyValue | undefined {
  if (!isMultiValued(type) || !isKnownType(type)) return decodeScalar(type, value.bytes, codePage);
  const elements = value.items ?? split(value.bytes, valueSize(elementType(type)));
  const values: PropertyScalar[] = [];
  for (const element of elements ?? [undefined]) {
    const scalar = element && decodeScalar(elementType(type), element, codePage);
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

function decodeScalar(type: number, bytes: Uint8Array, codePage: number): PropertyScalar | undefined {
  if (isText(type)) {
    const text = type === PropertyType.string ? decodeUtf16(bytes) : decodeString8(bytes, codePage);
    return text === undefined ? undefined : withoutTerminator(text);
  }
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
 * QUIRK: [MS-OXMSG] 2.4.2.2 leaves the terminating NUL of a string out of its stream; the new Outlook and some
 * libraries write it (`test__newOutlook_Microsoft_Outlook_test.msg` of msgreader). One is not text; NULs before it are.
 */
function withoutTerminator(text: string): string {
  return text.endsWith('\0') ? text.slice(0, -1) : text;
}
