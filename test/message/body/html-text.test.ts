import { describe, expect, test } from 'vitest';
import { decodeHtml } from '../../../src/message/body/html-text';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the charset of HTML', () => {
  test.each<[string, Uint8Array, number | undefined, number, string]>([
    [
      'PidTagInternetCodepage before <meta>',
      latin1('<meta charset="windows-1251">\xe9'),
      1252,
      1251,
      '<meta charset="windows-1251">é',
    ],
    [
      '<meta> where the message states none',
      latin1('<meta charset="windows-1251">\xe9'),
      undefined,
      1252,
      '<meta charset="windows-1251">й',
    ],
    [
      '<meta> in its older form',
      latin1('<META http-equiv=Content-Type content="text/html; charset=koi8-r">\xc1'),
      undefined,
      1252,
      '<META http-equiv=Content-Type content="text/html; charset=koi8-r">а',
    ],
    ['the next where bytes do not fit', utf8('<p>é\u0105'), 20127, 1252, '<p>é\u0105'],
    ['UTF-8 where nothing is stated', utf8('<p>\u4e2d'), undefined, 1252, '<p>\u4e2d'],
    ['that of the strings where it is not UTF-8', latin1('<p>\xe9'), undefined, 1251, '<p>й'],
    ['Latin-1 as browsers have it', latin1('<p>\x93x\x94'), 28591, 1252, '<p>\u201cx\u201d'],
    ['a mark of UTF-8 before all', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('é')), 1251, 1251, 'é'],
    ['UTF-16 by its mark', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x16, 0x04), 1252, 1252, 'AЖ'],
    ['UTF-16 the other way round', Uint8Array.of(0xfe, 0xff, 0, 0x41, 0x04, 0x16), 1252, 1252, 'AЖ'],
    ['ISO-2022-JP', latin1('\x1b$B4A;z\x1b(B'), 50220, 932, '漢字'],
    ['zeros at the end are none', latin1('<p>\0\0'), 1252, 1252, '<p>'],
    [
      'a <meta> without charset is passed over',
      latin1('<meta name=x><meta charset=windows-1253>\xe1'),
      undefined,
      1252,
      '<meta name=x><meta charset=windows-1253>α',
    ],
    [
      'a charset that nobody knows states nothing',
      utf8('<meta charset=klingon>é'),
      undefined,
      1252,
      '<meta charset=klingon>é',
    ],
  ])('%s', (_, bytes, internetCodePage, codePage, text) => {
    expect(decodeHtml(bytes, internetCodePage, codePage)).toEqual({ text, isExact: true });
  });

  test('bytes that fit none are said, and the others are there', () => {
    const { text, isExact } = decodeHtml(Uint8Array.of(0x3c, 0x81, 0xff, 0x3e), 65001, 932);
    expect(isExact).toBe(false);
    expect(text).toMatch(/^<\ufffd+>$/);
  });
});
