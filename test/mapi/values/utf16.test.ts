import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf16 } from '../../../src/mapi/values/utf16';
import { utf16 } from '../../support/encoded-names';

test('every string of units comes back: byte order marks and lone surrogates too', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      const text = String.fromCharCode(...units);
      return decodeUtf16(utf16(text)) === text;
    }),
  );
  expect(decodeUtf16(utf16('\ufeff\ud800x'))).toBe('\ufeff\ud800x');
});

test('long strings do not exhaust the stack', () => {
  expect(decodeUtf16(utf16('ä'.repeat(500_000)))).toHaveLength(500_000);
});

test('half a unit is refused', () => {
  expect(decodeUtf16(Uint8Array.of(0x41, 0, 0x42))).toBeUndefined();
});
