import { ByteReader } from '../bytes/byte-reader';
import { propertyTag, PropertyType } from '../mapi/values/property-type';
import type { LegacyDecoder, LegacyProperty } from './legacy-values';

const TRPID_ONE_OFF = 4;
const COLON = 0x3a;

/** The identifiers of the properties that hold a name, an address type and an address. */
export type AddressIds = readonly [name: number, addressType: number, address: number];

/** attFrom, [MS-OXTNEF] 2.1.3.3.3: the sender as a one-off address. */
export function oneOffAddress(ids: AddressIds): LegacyDecoder {
  return (bytes) => {
    const reader = new ByteReader(bytes);
    if (reader.u16() !== TRPID_ONE_OFF) return undefined;
    reader.skip(2); // structure-length
    const nameLength = reader.u16();
    const addressLength = reader.u16();
    const name = range(reader, nameLength);
    return properties(ids, name, range(reader, addressLength));
  };
}

/** attOwner and attSentFor, 2.1.3.3.16: a name and an address, each behind its length. */
export function countedAddress(ids: AddressIds): LegacyDecoder {
  return (bytes) => {
    const reader = new ByteReader(bytes);
    const name = range(reader, reader.u16());
    return properties(ids, name, range(reader, reader.u16()));
  };
}

interface Range {
  readonly at: number;
  readonly bytes: Uint8Array;
}

function range(reader: ByteReader, length: number): Range {
  return { at: reader.position, bytes: reader.bytes(length) };
}

/** A name, and an address behind its type and a colon, such as `SMTP:ann@example.com`. */
function properties(ids: AddressIds, name: Range, address: Range): readonly LegacyProperty[] | undefined {
  const colon = address.bytes.indexOf(COLON);
  if (colon < 0) return undefined;
  const parts = [
    name,
    { at: address.at, bytes: address.bytes.subarray(0, colon) },
    { at: address.at + colon + 1, bytes: address.bytes.subarray(colon + 1) },
  ];
  return parts.map((part, index) => ({
    ...part,
    tag: propertyTag(ids[index] as number, PropertyType.string8),
    bytes: untilNul(part.bytes),
  }));
}

/** A name is padded to an even length behind its terminator. */
function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
