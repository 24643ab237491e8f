import { describe, expect, test } from 'vitest';
import { inMemory } from '../../src/bytes/random-access';
import { copiedWords } from '../../src/bytes/words';
import { StreamWords } from '../../src/cfb/stream-words';

const file = Uint8Array.from({ length: 512 }, (_, index) => 255 - (index % 256));

/** The bytes of a file once where its words can be read in place, and once where they cannot. */
const [aligned, odd] = [0, 1].map((offset) => {
  const room = new Uint8Array(file.length + offset);
  room.set(file, offset);
  return inMemory(room.subarray(offset));
}) as [ReturnType<typeof inMemory>, ReturnType<typeof inMemory>];

describe.each([
  ['in place', aligned],
  ['copied', odd],
])('a stream whose words are %s', (_, bytes) => {
  test.each([0, 1, 3, 4, 63, 64, 65, 100, 127, 128, 200])('of %i bytes ends in zeros', (length) => {
    const stream = new StreamWords();
    stream.take(new Uint8Array(400).fill(0xaa)); // what was there before leaves nothing
    stream.extents.clear();
    stream.extents.push(256, 64);
    stream.extents.push(64, 64);
    stream.takeFrom(bytes, length);
    const found = Math.min(length, 128);
    expect(stream.byteLength).toBe(found);
    const joined = Uint8Array.from([...file.subarray(256, 320), ...file.subarray(64, 128)]).subarray(
      0,
      found,
    );
    const words = [...copiedWords(joined), 0, 0, 0, 0];
    expect(stream.words.slice(0, words.length)).toEqual(words);
    expect(stream.extents.offsetOf(70)).toBe(70);
  });

  test('that nobody knows the place of has none', () => {
    const stream = new StreamWords();
    stream.extents.push(0, 64);
    stream.takeFrom(bytes, 64);
    stream.take(Uint8Array.of(1, 2, 3));
    expect([stream.byteLength, stream.words[0], stream.extents.offsetOf(0)]).toEqual([
      3,
      0x030201,
      undefined,
    ]);
  });
});
