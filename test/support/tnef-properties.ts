// Writes the property lists of TNEF, [MS-OXTNEF] 2.1.3.4.

import iconv from 'iconv-lite';
import { concat } from './compound-file-writer';
import { guidBytes, utf16 } from './encoded-names';
import type { WrittenProperty, WrittenValue } from './msg-writer';

export interface ListOptions {
  /** The code page of 8-bit strings. */
  readonly codePage: number;
  /** The identifier that all named properties have. Default: one after the other. */
  readonly namedId?: number | undefined;
}

const fixedSizes: Readonly<Record<number, number>> = {
  0x0000: 0,
  0x0001: 0,
  0x0002: 2,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 2,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};

/** A counted list of properties; `more` are properties that are encoded already. */
export function propertyList(
  properties: readonly WrittenProperty[],
  options: ListOptions,
  more: readonly Uint8Array[] = [],
): Uint8Array {
  const encoded = properties.map((property, index) => encode(property, index, options));
  return concat([number(4, encoded.length + more.length), ...encoded, ...more]);
}

/** A property that is an object with an interface. */
export function object(id: number, iid: string, content: Uint8Array): Uint8Array {
  const value = concat([guidBytes(iid), content]);
  return concat([number(2, 0x000d), number(2, id), number(4, 1), sized(value)]);
}

function encode({ id, type, value }: WrittenProperty, index: number, options: ListOptions): Uint8Array {
  const tag =
    typeof id === 'number'
      ? [number(2, type), number(2, id)]
      : [number(2, type), number(2, options.namedId ?? 0x8000 + index), name(...id)];
  const element = type & ~0x1000;
  const isSized = fixedSizes[element] === undefined;
  const one = (each: WrittenValue): Uint8Array => {
    const bytes = scalar(element, each, options.codePage);
    return isSized ? sized(bytes) : padded(bytes);
  };
  if ((type & 0x1000) === 0) return concat([...tag, ...(isSized ? [number(4, 1)] : []), one(value)]);
  const values = value as readonly WrittenValue[];
  return concat([...tag, number(4, values.length), ...values.map(one)]);
}

function name(set: string, lidOrName: number | string): Uint8Array {
  if (typeof lidOrName === 'number') return concat([guidBytes(set), number(4, 0), number(4, lidOrName)]);
  return concat([guidBytes(set), number(4, 1), sized(utf16(`${lidOrName}\0`))]);
}

function scalar(type: number, value: WrittenValue, codePage: number): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string') return text(type, value, codePage);
  const view = new DataView(new ArrayBuffer(fixedSizes[type] ?? 0));
  if (typeof value === 'bigint') view.setBigUint64(0, BigInt.asUintN(64, value), true);
  else if (type === 0x0004) view.setFloat32(0, Number(value), true);
  else if (type === 0x0005 || type === 0x0007) view.setFloat64(0, Number(value), true);
  else if (view.byteLength === 2) view.setUint16(0, Number(value), true);
  else if (view.byteLength === 4) view.setInt32(0, Number(value), true);
  return new Uint8Array(view.buffer);
}

function text(type: number, value: string, codePage: number): Uint8Array {
  if (type === 0x0048) return guidBytes(value);
  const encoding = codePage === 65001 ? 'utf8' : `cp${codePage}`;
  if (type === 0x001e) return new Uint8Array(iconv.encode(`${value}\0`, encoding));
  return utf16(`${value}\0`);
}

function sized(bytes: Uint8Array): Uint8Array {
  return concat([number(4, bytes.length), padded(bytes)]);
}

function padded(bytes: Uint8Array): Uint8Array {
  return concat([bytes, new Uint8Array(-bytes.length & 3)]);
}

/** A little-endian number of so many bytes. */
export function number(size: 1 | 2 | 4, value: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) & 0xff);
}
