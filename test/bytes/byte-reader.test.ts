import { expect, test } from 'vitest';
import { ByteReader, EndOfBytes } from '../../src/bytes/byte-reader';

const bytes = Uint8Array.of(1, 0xff, 0xfe, 3, 4, 5, 6, 0x87, 0x99);

test('reads little-endian, signed and unsigned', () => {
  const reader = new ByteReader(bytes);
  expect(reader.u8()).toBe(1);
  expect(reader.u16()).toBe(0xfeff);
  expect(new ByteReader(bytes, 1).i16()).toBe(-257);
  expect(new ByteReader(bytes, 4).i32()).toBe(0x87060504 | 0);
  expect(new ByteReader(bytes, 4).u32()).toBe(0x87060504);
  expect(new ByteReader(bytes, 0).u64()).toBe(0x8706050403feff01n);
  expect(new ByteReader(bytes, 0).i64()).toBe(BigInt.asIntN(64, 0x8706050403feff01n));
});

test('reads floats', () => {
  const data = new DataView(new ArrayBuffer(12));
  data.setFloat32(0, 1.5, true);
  data.setFloat64(4, -2.25, true);
  const reader = new ByteReader(new Uint8Array(data.buffer));
  expect(reader.f32()).toBe(1.5);
  expect(reader.f64()).toBe(-2.25);
});

test('respects the offset of a view', () => {
  expect(new ByteReader(bytes.subarray(3)).u8()).toBe(3);
});

test.each([0, 1, 8, 9])('gives %i bytes and keeps its place', (length) => {
  const reader = new ByteReader(bytes);
  expect(reader.bytes(length)).toEqual(bytes.subarray(0, length));
  expect(reader.position).toBe(length);
  expect(reader.remaining).toBe(9 - length);
});

test.each([
  ['beyond the end', (reader: ByteReader) => reader.bytes(10)],
  ['half a field', (reader: ByteReader) => (reader.skip(8), reader.u16())],
  ['a negative length', (reader: ByteReader) => reader.bytes(-1)],
  ['not a number', (reader: ByteReader) => reader.bytes(Number.NaN)],
])('fails typed on %s and does not move', (_, read) => {
  const reader = new ByteReader(bytes);
  expect(() => read(reader)).toThrow(EndOfBytes);
  expect(reader.position).toBeLessThanOrEqual(8);
});

test('a reader that begins beyond the end has nothing', () => {
  const reader = new ByteReader(bytes, 100);
  expect(reader.remaining).toBe(0);
  expect(() => reader.u8()).toThrow(EndOfBytes);
});
