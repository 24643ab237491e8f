import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crcOf } from '../../../src/bytes/crc';
import { decompressRtf } from '../../../src/mapi/structures/decompress-rtf';
import { compressRtf, storeRtf } from '../../support/rtf-writer';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));
const textOf = (compressed: Uint8Array): string | undefined => {
  const { bytes } = decompressRtf(compressed);
  return bytes && Buffer.from(bytes).toString('latin1');
};
const codesOf = (compressed: Uint8Array): string[] =>
  decompressRtf(compressed).damage.map(({ code }) => code);

/** The two examples of [MS-OXRTFCP] 3.1 and 3.2. */
const example = Uint8Array.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0'.match(
    /../g,
  ) ?? [],
  (pair) => Number.parseInt(pair, 16),
);
const repeating = Uint8Array.from(
  '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0'.match(/../g) ?? [],
  (pair) => Number.parseInt(pair, 16),
);

describe('the examples of the specification', () => {
  test('a simple text', () => {
    expect(textOf(example)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
    expect(codesOf(example)).toEqual([]);
  });

  test('one that repeats what it is just writing', () => {
    expect(textOf(repeating)).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}');
    expect(codesOf(repeating)).toEqual([]);
  });
});

describe('what was compressed comes back', () => {
  test('whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9000 }), (bytes) => {
        for (const compressed of [compressRtf(bytes), storeRtf(bytes)])
          expect(decompressRtf(compressed)).toEqual({ bytes, damage: [] });
      }),
      { numRuns: 60 },
    );
  });

  test('where references go around the dictionary many times', () => {
    const text = Array.from({ length: 4000 }, (_, index) => `\\b${index % 97} again and again `).join('');
    const compressed = compressRtf(ascii(text));
    expect(compressed.length).toBeLessThan(text.length / 2);
    expect(textOf(compressed)).toBe(text);
    expect(codesOf(compressed)).toEqual([]);
  });
});

/** The example with a byte changed. */
function changed(at: number, value: number): Uint8Array {
  const bytes = example.slice();
  bytes[at] = value;
  return bytes;
}

describe('damage is told', () => {
  test('a header that is cut, or of a type that does not exist, gives nothing', () => {
    for (const bytes of [example.slice(0, 15), new Uint8Array(0), changed(8, 0)])
      expect(decompressRtf(bytes)).toMatchObject({ bytes: undefined, damage: [{ code: 'rtf-header' }] });
  });

  test('a byte that was changed', () => {
    expect(codesOf(changed(21, 0x41))).toEqual(['rtf-crc']);
  });

  test('a CRC that was changed', () => {
    expect(codesOf(changed(12, 0))).toEqual(['rtf-crc']);
    expect(textOf(changed(12, 0))).toBe(textOf(example));
  });

  test('a text that ends before its end mark, at every byte', () => {
    for (let end = 16; end < example.length; end++)
      expect(codesOf(example.slice(0, end)), String(end)).toContain('rtf-cut');
  });

  test('a text that is shorter or longer than is stated', () => {
    expect(codesOf(changed(4, 0x2a))).toEqual(['rtf-size']);
    expect(codesOf(storeRtf(ascii('hello')).slice(0, 20))).toEqual(['rtf-size']);
  });

  test('not where COMPSIZE is off, or RAWSIZE of what is not compressed counts the header', () => {
    expect(codesOf(changed(0, 0x2e))).toEqual([]);
    const stored = storeRtf('{\\rtf1 hello}');
    stored[4] = (stored[4] ?? 0) + 12;
    expect(codesOf(stored)).toEqual([]);
  });
});

describe('hostile bytes', () => {
  test('whatever they are, the text is at most nine times as long', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), (rest, isLzfu) => {
        const bytes = new Uint8Array(16 + rest.length);
        bytes.set([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
        bytes.set(isLzfu ? [0x4c, 0x5a, 0x46, 0x75] : [0x4d, 0x45, 0x4c, 0x41], 8);
        bytes.set(rest, 16);
        expect(decompressRtf(bytes).bytes?.length).toBeLessThanOrEqual(rest.length * 9);
      }),
      { numRuns: 100 },
    );
  });

  test('references into what was never written are zeros', () => {
    const body = Uint8Array.of(0x01, 0xff, 0xff, 0x00, 0x41);
    const bytes = new Uint8Array(16 + body.length);
    bytes.set([0x4c, 0x5a, 0x46, 0x75], 8);
    bytes.set(body, 16);
    new DataView(bytes.buffer).setUint32(12, crcOf(body), true);
    expect(decompressRtf(bytes).bytes).toHaveLength(19);
  });
});
