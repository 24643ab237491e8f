import { asGiven } from '../../arguments/check';
import { brandOf } from '../../arguments/kinds';
import { concat } from '../../bytes/concat';
import { isBytes } from '../../bytes/is-bytes';
import { TICKS_PER_MILLISECOND, UNIX_EPOCH } from '../../mapi/values/file-time';
import { encodeGuid } from '../../mapi/values/guid';
import {
  elementType,
  hasItems,
  isMultiValued,
  PropertyType,
  valueSize,
} from '../../mapi/values/property-type';
import { encodeUtf16 } from '../../mapi/values/utf16';

const NUL = Uint8Array.of(0, 0);

/** How values of a type are written: what they are called, and their bytes; undefined of what is none. */
type Encoder = readonly [called: string, encode: (value: unknown) => Uint8Array | undefined];

function numberEncoder(called: string, size: number, from: bigint, to: bigint): Encoder {
  return [
    called,
    (value) => {
      const number = wholeNumber(value);
      return number !== undefined && number >= from && number <= to ? littleEndian(number, size) : undefined;
    },
  ];
}

const anInteger32 = numberEncoder('a whole number of 32 bits', 4, -(2n ** 31n), 2n ** 32n - 1n);
const anInteger64 = numberEncoder('a whole number of 64 bits', 8, -(2n ** 63n), 2n ** 64n - 1n);
const aTime: Encoder = [
  'a Date, a FileTime, ticks or a text such as 2004-03-15T14:00Z',
  (value) => {
    const ticks = ticksOf(value);
    return ticks !== undefined && ticks >= 0n && ticks < 2n ** 64n ? littleEndian(ticks, 8) : undefined;
  },
];
const aFloat = (size: 4 | 8): Encoder => [
  'a number',
  (value) => (typeof value === 'number' ? floating(value, size) : undefined),
];
const onlyBytes: Encoder = ['bytes', () => undefined];

const encoders = new Map<number, Encoder>([
  [PropertyType.null, ['null', (value) => (value === null ? new Uint8Array(0) : undefined)]],
  [PropertyType.integer16, numberEncoder('a whole number of 16 bits', 2, -(2n ** 15n), 2n ** 16n - 1n)],
  [PropertyType.integer32, anInteger32],
  [PropertyType.errorCode, anInteger32],
  [PropertyType.integer64, anInteger64],
  [PropertyType.currency, anInteger64],
  [PropertyType.floating32, aFloat(4)],
  [PropertyType.floating64, aFloat(8)],
  [PropertyType.floatingTime, aFloat(8)],
  [
    PropertyType.boolean,
    ['true or false', (value) => (typeof value === 'boolean' ? Uint8Array.of(Number(value), 0) : undefined)],
  ],
  [PropertyType.time, aTime],
  [PropertyType.string, ['a text', (value) => (typeof value === 'string' ? encodeUtf16(value) : undefined)]],
  [PropertyType.string8, ['a text in ASCII, or bytes', ascii]],
  [PropertyType.guid, ['a GUID such as 00062002-0000-0000-C000-000000000046', guid]],
]);

/**
 * The bytes of a value of a type, of several values their items; bytes are written as they are, whatever the type. Throws a
 * `TypeError` for a value that the type cannot have; `what`: the property in words.
 */
export function encodeValue(what: string, type: number, value: unknown): Uint8Array | readonly Uint8Array[] {
  if (!isMultiValued(type) || isBytes(value)) return encodeOne(what, type, value);
  if (!Array.isArray(value)) throw mismatch(what, `a list, each ${encoderOf(type)[0]}`, value);
  const items = value.map((item) => encodeOne(what, elementType(type), item));
  if (!hasItems(type)) return concat(items);
  // one of several texts has its NUL: [MS-OXMSG] 2.1.4
  return elementType(type) === PropertyType.string ? items.map((item) => concat([item, NUL])) : items;
}

function encodeOne(what: string, type: number, value: unknown): Uint8Array {
  const [called, encode] = encoderOf(type);
  if (!isBytes(value)) {
    const bytes = encode(value);
    if (bytes === undefined) throw mismatch(what, called, value);
    return bytes;
  }
  const size = valueSize(type);
  if (size !== undefined && type !== PropertyType.guid && value.length !== size)
    throw mismatch(what, `${called}, or its ${size} bytes`, value);
  return value;
}

/** What a value looks like, where nothing else tells its type; undefined: like none. */
export function typeOfValue(value: unknown): number | undefined {
  if (Array.isArray(value)) {
    const type = typeOfValue(value[0]);
    return type === undefined ? undefined : type | 0x1000;
  }
  if (isBytes(value)) return PropertyType.binary;
  if (typeof value === 'boolean') return PropertyType.boolean;
  if (typeof value === 'bigint') return PropertyType.integer64;
  if (typeof value === 'number')
    return Number.isInteger(value) ? PropertyType.integer32 : PropertyType.floating64;
  if (typeof value === 'string') return PropertyType.string;
  if (value === null) return PropertyType.null;
  return ticksOf(value) === undefined ? undefined : PropertyType.time;
}

/** Whether a value can be written as one of a type. */
export function fitsType(type: number, value: unknown): boolean {
  if (isMultiValued(type))
    return Array.isArray(value) && value.every((item) => fitsType(elementType(type), item));
  return isBytes(value)
    ? valueSize(type) === undefined && !isTextType(type)
    : encoderOf(type)[1](value) !== undefined;
}

/** What values of a type are called. */
export function calledOfType(type: number): string {
  return isMultiValued(type) ? `a list, each ${encoderOf(type)[0]}` : encoderOf(type)[0];
}

export function mismatch(what: string, called: string, value: unknown): TypeError {
  return new TypeError(`${what} must be ${called}, not ${asGiven(value)}`);
}

const isTextType = (type: number): boolean => type === PropertyType.string || type === PropertyType.string8;

function encoderOf(type: number): Encoder {
  return encoders.get(elementType(type)) ?? onlyBytes;
}

function wholeNumber(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  return Number.isSafeInteger(value) ? BigInt(value as number) : undefined;
}

function littleEndian(number: bigint, size: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt.asUintN(64, number), true);
  return new Uint8Array(view.buffer, 0, size);
}

function floating(number: number, size: 4 | 8): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 4) view.setFloat32(0, number, true);
  else view.setFloat64(0, number, true);
  return new Uint8Array(view.buffer);
}

/** A moment that says its zone; a day is its midnight in UTC. */
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

function ticksOf(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'string') return MOMENT.test(value) ? ticksOf(new Date(value)) : undefined;
  if (brandOf(value) === 'Date') {
    const milliseconds = Number(value);
    return Number.isNaN(milliseconds) ? undefined : BigInt(milliseconds) * TICKS_PER_MILLISECOND + UNIX_EPOCH;
  }
  const ticks = (value as { readonly ticks?: unknown } | null | undefined)?.ticks;
  return typeof ticks === 'bigint' ? ticks : undefined;
}

function ascii(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined;
  const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0));
  return bytes.length === value.length &&
    bytes.every((byte, at) => byte < 0x80 && value.charCodeAt(at) === byte)
    ? bytes
    : undefined;
}

function guid(value: unknown): Uint8Array | undefined {
  const isOne = typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
  return isOne ? encodeGuid(value) : undefined;
}
