import { concat } from '../compound-file-writer';
import { encodeScalar, inlineSizes } from '../msg-writer';
import type { WrittenProperty, WrittenValue } from '../msg-writer';
import { LittleEndian } from './little-endian';
import type { NameMap } from './name-map';

/** A property as stores hold it: its tag, and its value's bytes without a terminator. */
export interface StoredProperty {
  readonly tag: number;
  readonly bytes: Uint8Array;
}

/** How a store writes values. */
export interface PropertyEncoding {
  /** Whether text is 8-bit, whatever the description says: ANSI stores know no other. */
  readonly isAnsi: boolean;
  readonly codePage: number;
  readonly names: NameMap;
}

const GUID = 0x0048;
const MULTI_VALUED = 0x1000;

export function storeProperty(
  { id, type, value }: WrittenProperty,
  encoding: PropertyEncoding,
): StoredProperty {
  const number = typeof id === 'number' ? id : encoding.names.idOf(id);
  const stored = encoding.isAnsi && (type & ~MULTI_VALUED) === 0x001f ? type - 1 : type;
  return { tag: ((number << 16) | stored) >>> 0, bytes: encodeValue(stored, value, encoding.codePage) };
}

/** Whether one value of a type has a fixed size. */
export function fixedSize(type: number): number | undefined {
  return type === GUID ? 16 : inlineSizes[type];
}

function encodeValue(type: number, value: WrittenValue, codePage: number): Uint8Array {
  if ((type & MULTI_VALUED) === 0 || value instanceof Uint8Array) return encodeScalar(type, value, codePage);
  const element = type & ~MULTI_VALUED;
  const values = (value as readonly WrittenValue[]).map((item) => encodeScalar(element, item, codePage));
  if (values.length === 0 || fixedSize(element) !== undefined) return concat(values);
  return concat([offsetsOf(values), ...values]);
}

/** [MS-PST] 2.3.3.4.2: the count, and where each value begins. */
function offsetsOf(values: readonly Uint8Array[]): Uint8Array {
  const table = new LittleEndian(4 + values.length * 4).u32(0, values.length);
  let at = table.bytes.length;
  values.forEach(({ length }, index) => {
    table.u32(4 + index * 4, at);
    at += length;
  });
  return table.bytes;
}
