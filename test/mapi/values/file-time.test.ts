import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileTime } from '../../../src/index';

test.each([
  [0n, 'zero', '1601-01-01T00:00:00.0000000Z'],
  [1n, 'time', '1601-01-01T00:00:00.0000001Z'],
  [116_444_736_000_000_000n, 'time', '1970-01-01T00:00:00.0000000Z'],
  [127_000_000_012_345_678n, 'time', '2003-06-13T17:46:41.2345678Z'],
  [0x0cb34557a3dd4000n, 'none', '4501-01-01T00:00:00.0000000Z'],
  [2_650_467_743_999_999_999n, 'time', '9999-12-31T23:59:59.9999999Z'],
  [2_650_467_744_000_000_000n, 'out-of-range', null],
  [0x7fffffffffffffffn, 'out-of-range', null],
  [0xffffffffffffffffn, 'out-of-range', null],
])('%s is %s', (ticks, kind, iso) => {
  const time = new FileTime(ticks);
  expect(time.toJSON()).toEqual({ ticks: ticks.toString(), kind, iso });
  expect(time.toDate() !== undefined).toBe(kind === 'time');
});

test('a Date is the moment to the millisecond, and comes back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(-11_644_473_599_999), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        const time = FileTime.fromDate(date);
        if (time.kind === 'time') expect(time.toDate()).toEqual(date);
        expect(time.iso?.slice(0, 23)).toBe(date.toISOString().slice(0, 23));
      },
    ),
  );
});

test('shows the halves as MFCMAPI does, and itself as text', () => {
  expect(new FileTime(0x0cb34557a3dd4000n).toHalves()).toBe('Low: 0xA3DD4000 High: 0x0CB34557');
  expect(String(new FileTime(0n))).toBe('1601-01-01T00:00:00.0000000Z');
  expect(String(new FileTime(2n ** 63n))).toBe('out of range (Low: 0x00000000 High: 0x80000000)');
});
