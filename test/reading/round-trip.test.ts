import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import { anyMessage, expectMessage } from '../support/any-message';
import { writeMsg } from '../support/msg-writer';

// Writer → reader: whatever is written comes back equal.

describe('whatever is written comes back', () => {
  test('any property of any type, named or not, at any depth, in both versions of compound files', () => {
    fc.assert(
      fc.property(anyMessage, fc.constantFrom(3 as const, 4 as const), (written, version) => {
        const read = decodeMessage(writeMsg(written, { version }));
        expect(read.anomalies).toEqual([]);
        expectMessage(read, written);
      }),
      { numRuns: 300 },
    );
  });

  const pages = [874, 932, 936, 949, 950, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 65001];
  test.each(pages)('8-bit text of code page %i', (page) => {
    const encodable = (text: string): boolean =>
      page === 65001 || iconv.decode(iconv.encode(text, `cp${page}`), `cp${page}`) === text;
    const character = fc
      .oneof(
        fc.integer({ min: 0x20, max: 0x7e }),
        fc.integer({ min: 0xa0, max: 0x6ff }),
        fc.integer({ min: 0x3041, max: 0x9fff }),
        fc.integer({ min: 0xac00, max: 0xd7a3 }),
      )
      .map((code) => String.fromCharCode(code))
      .filter(encodable);
    fc.assert(
      fc.property(fc.array(character, { maxLength: 30 }), (characters) => {
        const text = characters.join('');
        const value = page === 65001 ? new TextEncoder().encode(text) : text;
        const written = {
          properties: [
            { id: 0x3ffd, type: 0x0003, value: page },
            { id: 0x0037, type: 0x001e, value },
          ],
        };
        expect(decodeMessage(writeMsg(written, { codePage: page })).subject).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});
