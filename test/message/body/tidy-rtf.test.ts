import fc from 'fast-check';
import { deEncapsulateSync } from 'rtf-stream-parser';
import { describe, expect, test } from 'vitest';
import { tidyRtf } from '../../../src/message/body/tidy-rtf';

const head = '{\\rtf1\\ansi\\ansicpg932\\fromhtml1 ';

/** What the parser makes of RTF. */
function parsed(rtf: string | Buffer): string {
  const bytes = typeof rtf === 'string' ? Buffer.from(rtf, 'latin1') : rtf;
  try {
    const decode = (each: Buffer): string => new TextDecoder('shift_jis').decode(each);
    return deEncapsulateSync(bytes, { decode, warn: () => undefined }).text as string;
  } catch (error) {
    return String(error);
  }
}

describe('what is left out means nothing', () => {
  test.each([
    ['a line end in text', 'a\r\nb\nc', 'abc'],
    ['a line end behind a control word', 'a\\tab\r\nb', 'a\\tab b'],
    ['a line end behind a number', '\\f0\nb', '\\f0 b'],
    ['an escaped line end stays', 'a\\\nb', 'a\\\nb'],
    ['binary data', 'a{\\pict\\bin3 {{{}b', 'a{\\pict\\bin }b'],
    ['binary data that states more than there is', 'a\\bin2147483647 b', 'a\\bin '],
    ['an escape without its digits', "a\\'zb\\'4", 'azb4'],
    ['bytes from 0x80 up, with the next', 'a\x83\x41b', "a\\'83\\'41b"],
    ['one of them before a brace', '\x83}', "\\'83}"],
  ])('%s', (_, rtf, tidied) => {
    expect(tidyRtf(`${head}${rtf}`)).toBe(`${head}${tidied}`);
  });

  test('to the parser, whatever the RTF', () => {
    const pieces = [
      'a',
      'b c',
      '\r\n',
      '\n',
      '{',
      '}',
      '\\par',
      '\\par ',
      '\\tab\n',
      '\\f0',
      "\\'41",
      "\\'83\\'41",
    ];
    const more = [
      '\x83A',
      '\x82\xa0',
      '\\bin2 {}',
      '\\u65 ?',
      '\\uc0',
      '\\\\',
      '\\{',
      '{\\*\\htmltag64 <p>}',
      ' ',
      ';',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 30 }), (parts) => {
        const rtf = `${head}${parts.join('')}}`;
        expect(parsed(tidyRtf(rtf) as string)).toBe(parsed(rtf));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a parser that bounds nothing cannot be given', () => {
  test.each([
    ['groups within groups', '{'.repeat(1 << 20), /deeper than 200/],
    ['more than anybody writes', 'a'.repeat((8 << 20) + 1), /more than 8388608/],
    ['a font put together piece by piece', `{\\fonttbl{\\f0 ${'a\\b '.repeat(1000)}}}`, /font table/],
    ['a font that is never closed', `{\\fonttbl{\\f0 ${'a\\b '.repeat(1000)}`, /font table/],
  ])('%s', (_, rtf, refused) => {
    expect(tidyRtf(`${head}${rtf}`)).toMatchObject({ refused: expect.stringMatching(refused) as string });
  });

  test.each([
    ['words', `\\${'a'.repeat(1 << 20)}`],
    ['digits', `\\f${'1'.repeat(1 << 20)}`],
    ['closed groups', '{}'.repeat(1 << 18)],
    ['escapes without digits', "\\'".repeat(1 << 19)],
    ['line ends in text', 'a\n'.repeat(1 << 19)],
    ['groups that open and close at the deepest', `${'{'.repeat(190)}${'{\\*\\htmltag }'.repeat(1 << 16)}`],
  ])('but a million of %s can', (_, rtf) => {
    expect(typeof tidyRtf(`${head}${rtf}`)).toBe('string');
  });
});
