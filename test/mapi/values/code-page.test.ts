import { describe, expect, test } from 'vitest';
import { decodeString8 } from '../../../src/mapi/values/code-page';
import { decideCodePage } from '../../../src/mapi/object/message-code-page';
import type { CodePageHints } from '../../../src/mapi/object/message-code-page';
import { decodeWithCodePage as decodeInBrowser } from '../../../src/mapi/values/string8-decoder.browser';

const hints: CodePageHints = {
  messageCodePage: undefined,
  localeId: undefined,
  internetCodePage: undefined,
};

/** What the strings are in, where each is UTF-8 or none is. */
const decided = (given: CodePageHints, isUtf8: boolean): unknown => decideCodePage(given, () => isUtf8);

describe('the code page of a message', () => {
  test.each([
    [
      'what the message says',
      { messageCodePage: 932, localeId: 1033 },
      { codePage: 932, by: 'messageCodePage', stated: 932 },
    ],
    [
      'UTF-8 where it says 1200, which 8-bit strings cannot be in',
      { messageCodePage: 1200 },
      { codePage: 65001, by: 'messageCodePage', stated: 1200 },
    ],
    [
      'the locale’s',
      { localeId: 1041, internetCodePage: 50220 },
      { codePage: 932, by: 'messageLocaleId', stated: 1041 },
    ],
    [
      'the locale’s before the charset of its MIME form',
      { localeId: 1033, internetCodePage: 65001 },
      { codePage: 1252, by: 'messageLocaleId', stated: 1033 },
    ],
    ['Taiwan’s, not China’s', { localeId: 0x0404 }, { codePage: 950 }],
    ['China’s', { localeId: 0x0804 }, { codePage: 936 }],
    ['Serbian in Cyrillic', { localeId: 0x0c1a }, { codePage: 1251 }],
    ['Serbian in Cyrillic, newer', { localeId: 0x281a }, { codePage: 1251 }],
    ['traditional Chinese', { localeId: 0x7c04 }, { codePage: 950 }],
    [
      'the charset if it is a Windows page',
      { internetCodePage: 1251 },
      { codePage: 1251, by: 'internetCodePage', stated: 1251 },
    ],
    [
      'the Windows page of the charset’s family',
      { internetCodePage: 28592 },
      { codePage: 1250, by: 'internetCodePage', stated: 28592 },
    ],
    [
      'the charset if the locale’s language is unknown',
      { localeId: 0x045e, internetCodePage: 1254 },
      { codePage: 1254, by: 'internetCodePage', stated: 1254 },
    ],
    [
      'UTF-8 if that is the charset and all strings fit',
      { internetCodePage: 65001 },
      { codePage: 65001, by: 'internetCodePage', stated: 65001 },
    ],
  ])('is %s', (_, given, expected) => {
    expect(decided({ ...hints, ...given }, true)).toMatchObject(expected);
  });

  test.each([
    ['nothing is said', {}],
    ['the locale has none', { localeId: 0x0439 }],
    ['the charset is UTF-8 and the strings are not', { internetCodePage: 65001 }],
    ['the charset is UTF-7', { internetCodePage: 65000 }],
    ['the charset is of a script without a Windows page', { internetCodePage: 57002 }],
    ['1200 is stated and the strings are no UTF-8', { messageCodePage: 1200 }],
  ])('is not told where %s', (_, given) => {
    expect(decided({ ...hints, ...given }, false)).toBeUndefined();
  });
});

test('where it says 1200 and the strings are no UTF-8, the rest of the order decides', () => {
  expect(decided({ ...hints, messageCodePage: 1200, localeId: 1049 }, false)).toMatchObject({
    codePage: 1251,
  });
});

const samples: readonly [codePage: number, bytes: number[], text: string][] = [
  [1252, [0x80, 0x92, 0x96, 0x8a, 0xe9], '€’–Šé'],
  [1251, [0xcf, 0xf0, 0xe8], 'При'],
  [932, [0x8e, 0x52, 0x93, 0x63, 0x5c, 0xb1], '山田\\ｱ'],
  [936, [0xd6, 0xd0, 0xb9, 0xfa], '中国'],
  [949, [0xc7, 0xd1, 0xb1, 0xdb, 0x8c, 0x63], '한글똠'],
  [950, [0xa4, 0xa4, 0xb0, 0xea], '中國'],
  [65001, [0xe2, 0x82, 0xac, 0xef, 0xbb, 0xbf], '€\ufeff'],
  [28591, [0xe9], 'é'],
  [28598, [0xe9], 'י'],
  [38598, [0xe9], 'י'],
  [20866, [0xf0], 'П'],
  [1252, [0x41, 0x42], 'AB'],
];

describe('8-bit text', () => {
  test.each(samples)('of code page %i', (codePage, bytes, text) => {
    expect(decodeString8(Uint8Array.from(bytes), codePage)).toBe(text);
  });

  test('keeps a byte order mark', () => {
    expect(decodeString8(Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 65001)).toBe('\ufeffé');
  });

  test.each([
    ['bytes that are no UTF-8', 65001, [0x41, 0xff]],
    ['half a character', 932, [0x8e]],
    ['a code page that nobody knows', 12345, [0x80]],
    ['EBCDIC, in which nothing is ASCII', 37, [0x40, 0x4b]],
  ])('%s is not guessed at', (_, codePage, bytes) => {
    expect(decodeString8(Uint8Array.from(bytes), codePage)).toBeUndefined();
  });

  test('ASCII needs no code page', () => {
    expect(decodeString8(Uint8Array.of(0x41), 12345)).toBe('A');
  });
});

describe('the browser’s decoder', () => {
  // Node's own TextDecoder stands in for a browser's: it is right about these pages, though not about 1252 and 949
  test.each(samples.filter(([codePage]) => [1251, 932, 936, 950, 20866, 28598, 38598].includes(codePage)))(
    'knows %i',
    (codePage, bytes, text) => {
      expect(decodeInBrowser(Uint8Array.from(bytes), codePage)).toBe(text);
    },
  );

  test('says what it does not know', () => {
    expect(decodeInBrowser(Uint8Array.of(0x80), 12345)).toBeUndefined();
  });
});

test.each([
  [12345, { codePage: 932, by: 'internetCodePage', stated: 50220 }],
  [10007, { codePage: 10007, by: 'messageCodePage', stated: 10007 }],
  [50221, { codePage: 50221, by: 'messageCodePage', stated: 50221 }],
  [65000, { codePage: 65000, by: 'messageCodePage', stated: 65000 }],
])('PidTagMessageCodepage %i decides only if there is such a page', (messageCodePage, expected) => {
  expect(decided({ messageCodePage, localeId: undefined, internetCodePage: 50220 }, false)).toEqual(expected);
});
