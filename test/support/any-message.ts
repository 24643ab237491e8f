// Messages of any property of any type for fast-check, and what must be read of them.

import fc from 'fast-check';
import { expect } from 'vitest';
import { FileTime } from '../../src/index';
import type { Message, PropertyStore } from '../../src/index';
import { toHex } from '../../src/mapi/values/guid';
import type { WrittenMessage, WrittenProperty, WrittenValue } from './msg-writer';

const utf16Text = fc
  .array(fc.integer({ min: 1, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units)); // lone surrogates and byte order marks too
const bytes = fc.uint8Array({ maxLength: 100 });
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const guid = fc.uuid().map((text) => text.toUpperCase());

const scalars: Readonly<Record<number, fc.Arbitrary<WrittenValue>>> = {
  0x0002: fc.integer({ min: -32768, max: 32767 }),
  0x0003: int32,
  0x0004: fc.float(),
  0x0005: fc.double(),
  0x0006: int64,
  0x0007: fc.double(),
  0x000a: int32,
  0x000b: fc.boolean(),
  0x0014: int64,
  0x001f: utf16Text,
  0x0040: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  0x0048: guid,
  0x00fb: bytes,
  0x00fd: bytes,
  0x00fe: bytes,
  0x0102: bytes,
};
/** Types that have a multi-valued form: [MS-OXCDATA] 2.11.1. */
const multiValued = [0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0007, 0x0014, 0x001f, 0x0040, 0x0048, 0x0102];

const typed: fc.Arbitrary<{ type: number; value: WrittenValue }> = fc.oneof(
  fc.constant({ type: 0x0001, value: null }),
  ...Object.entries(scalars).map(([type, arbitrary]) =>
    fc.record({ type: fc.constant(Number(type)), value: arbitrary }),
  ),
  ...multiValued.map((type) =>
    fc.record({
      type: fc.constant(type | 0x1000),
      value: fc.array(scalars[type] as fc.Arbitrary<WrittenValue>, { maxLength: 6 }),
    }),
  ),
);

const name = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor'),
);
const identifier: fc.Arbitrary<WrittenProperty['id']> = fc.oneof(
  fc.integer({ min: 0x6700, max: 0x7eff }).filter((id) => id < 0x7ff0),
  fc.tuple(
    fc.oneof(
      guid,
      fc.constantFrom('00020328-0000-0000-C000-000000000046', '00020329-0000-0000-C000-000000000046'),
    ),
    name,
  ),
);
const properties = fc.uniqueArray(
  fc
    .record({ id: identifier, flags: fc.integer({ min: 0, max: 7 }) })
    .chain((head) => typed.map((value) => ({ ...head, ...value }))),
  { maxLength: 8, selector: ({ id }) => JSON.stringify(id) },
);

/** A value as the library gives it. */
function expected(type: number, value: WrittenValue): unknown {
  if (Array.isArray(value)) return (value as WrittenValue[]).map((each) => expected(type & ~0x1000, each));
  if (type === 0x0040) return new FileTime(value as bigint);
  if (type === 0x0004) return Math.fround(value as number);
  if (type === 0x000a) return (value as number) >>> 0;
  if (typeof value === 'string' && value.endsWith('\0')) return value.slice(0, -1);
  return value;
}

/** For comparing: `Uint8Array`s of different origin are equal by their bytes. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `bytes ${toHex(value)}`;
  if (value instanceof FileTime) return `ticks ${value.ticks}`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  return Array.isArray(value) ? value.map(plain) : value;
}

function expectProperties(
  store: PropertyStore,
  written: readonly WrittenProperty[],
  hasFlags: boolean,
): void {
  const read = [...store];
  expect(read).toHaveLength(written.length);
  written.forEach(({ id, type, value, flags }, index) => {
    const property = read[index]!;
    expect(property.tag & 0xffff).toBe(type);
    if (hasFlags) expect(property.flags).toBe(flags);
    if (typeof id === 'number') expect(property.tag >>> 16).toBe(id);
    else expect(store.nameOf(property.tag >>> 16)).toEqual({ set: id[0], name: id[1] });
    expect(plain(store.valueOf(property))).toEqual(plain(expected(type, value)));
  });
}

/** A message with recipients, and with messages embedded in it. */
export const anyMessage: fc.Arbitrary<WrittenMessage> = fc.letrec<{ message: WrittenMessage }>((tie) => ({
  message: fc.record({
    properties: properties.map((all) => [{ id: 0x001a, type: 0x001f, value: 'IPM.Note', flags: 6 }, ...all]),
    recipients: fc.array(properties, { maxLength: 3 }),
    attachments: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constant([]),
      fc.array(fc.record({ properties, message: tie('message') }), { maxLength: 2 }),
    ),
  }),
})).message;

/** Whether a message was read as it was written. */
export function expectMessage(read: Message, written: WrittenMessage, hasFlags = true): void {
  expectProperties(read.properties, written.properties, hasFlags);
  expect(read.recipients).toHaveLength(written.recipients?.length ?? 0);
  written.recipients?.forEach((row, index) => {
    expectProperties(read.recipients[index]!.properties, row, hasFlags);
  });
  written.attachments?.forEach((attachment, index) => {
    const inner = read.attachments[index];
    expectMessage(inner!.embedded!, attachment.message!, hasFlags);
  });
}
