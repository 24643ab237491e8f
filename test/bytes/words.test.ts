import { describe, expect, test } from 'vitest';
import { copiedWords, wordsInPlace } from '../../src/bytes/words';

const bytes = Uint8Array.from([1, 0, 0, 0x80, 0xfe, 0xff, 0xff, 0xff, 5, 6]);

describe('words', () => {
  test('are little-endian and signed, and what is missing of the last is 0', () => {
    expect([...copiedWords(bytes)]).toEqual([0x80000001 | 0, -2, 0x0605]);
    expect([...copiedWords(bytes.subarray(1))]).toEqual([0xfe800000 | 0, 0x05ffffff, 6]);
    expect([...copiedWords(new Uint8Array(0))]).toEqual([]);
  });

  test.each([0, 4])('lie where the bytes do from offset %i on, as far as they are whole', (offset) => {
    const room = new Uint8Array(16);
    room.set(bytes.subarray(0, 10), offset);
    const words = wordsInPlace(room.subarray(offset, offset + 10));
    expect([...(words ?? [])]).toEqual([0x80000001 | 0, -2]);
    expect(words?.buffer).toBe(room.buffer);
  });

  test.each([1, 2, 3])('are not where bytes begin at offset %i', (offset) => {
    expect(wordsInPlace(new Uint8Array(16).subarray(offset))).toBeUndefined();
  });
});
